import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../../src/core/limits.js";
import type { Ink } from "../../../../src/extract/pdf/ink/ink.js";
import { visibleRulings } from "../../../../src/extract/pdf/ink/visible-rulings.js";
import { OpenDocument } from "../../../../src/extract/pdf/pdfium/open-document.js";
import { pageSpaceOf } from "../../../../src/extract/pdf/pdfium/page-space.js";
import { loadPdfium } from "../../../../src/extract/pdf/pdfium/pdfium.js";
import { walkPage } from "../../../../src/extract/pdf/pdfium/walk-page.js";
import { withAnnotations } from "../../../../src/extract/pdf/pdfium/with-annotations.js";
import { buildPdf, form, type MadePage, type MadeParts, show, stream } from "../build-pdf.js";

async function inkOf(page: MadePage, parts?: MadeParts): Promise<Ink> {
  const document = await OpenDocument.open(buildPdf([page], parts), LIMITS);
  try {
    return await document.withPage(1, (pdfium, handle) => {
      const shown = withAnnotations(pdfium, handle);
      const { matrix, width, height } = pageSpaceOf(pdfium, shown);
      return walkPage(pdfium, shown, matrix, [0, 0, width, height], document.mayHideForms);
    });
  } finally {
    await document.close();
  }
}

/** Lines of text from the top, each from left to right. */
function linesOf({ glyphs }: Ink): string[] {
  const lines = new Map<number, typeof glyphs>();
  for (const glyph of glyphs) lines.set(Math.round(glyph.y), [...(lines.get(Math.round(glyph.y)) ?? []), glyph]);
  const sorted = [...lines].sort(([a], [b]) => a - b).map(([, line]) => [...line].sort((a, b) => a.x - b.x));
  return sorted.map((line) => line.map(({ text }) => text).join(""));
}

const annotation = (y: number, flags: number, appearance: number): string =>
  `<</Type /Annot /Subtype /FreeText /Rect [60 ${y} 160 ${y + 20}] /F ${flags} /AP <</N ${appearance} 0 R>>>>`;
const appearance = (text: string): string =>
  stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources <</Font <</F 3 0 R>>>>", show(text, 2, 5));

describe("what is drawn beside the page's own content", () => {
  it("is what annotations and form fields show; not what they hide", async () => {
    const field = "<</Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (98.5) /Rect [60 500 160 520] /F 4 /AP <</N 8 0 R>>>>";
    const objects = [
      annotation(600, 4, 7),
      annotation(560, 2, 9),
      annotation(530, 32, 9),
      appearance("note"),
      appearance("98.5"),
      appearance("none"),
      field,
    ];
    const annots = "/Annots [4 0 R 5 0 R 6 0 R 10 0 R]";
    expect(linesOf(await inkOf({ content: show("body", 60, 700), entries: annots }, { objects }))).toEqual(["body", "note", "98.5"]);
  });

  it("is not what a hidden layer holds, by a mark, by membership, or as a form", async () => {
    const content = [
      `/OC /On BDC ${show("shown", 60, 700)} EMC /OC /Off BDC ${show("hidden", 60, 680)} 60 670 100 1 re f EMC`,
      `/OC /Member BDC ${show("member", 60, 660)} EMC /OC /Off BDC /X Do EMC /Y Do /Z Do`,
    ].join("\n");
    const properties = "/Properties <</On 4 0 R /Off 5 0 R /Member 6 0 R>> /XObject <</X 7 0 R /Y 8 0 R /Z 9 0 R>>";
    const objects = [
      "<</Type /OCG /Name (a)>>",
      "<</Type /OCG /Name (b)>>",
      "<</Type /OCMD /OCGs [5 0 R] /P /AllOn>>",
      form(show("in a mark", 60, 600)),
      form(show("of the layer", 60, 580), "/OC 5 0 R"),
      form(show("also shown", 60, 560), "/OC 4 0 R"),
    ];
    const catalogue = "/OCProperties <</OCGs [4 0 R 5 0 R] /D <</OFF [5 0 R]>>>>";
    const ink = await inkOf({ content, resources: properties }, { objects, catalogue });
    expect(linesOf(ink)).toEqual(["shown", "also shown"]);
    expect(ink.rulings).toEqual([]);
  });
});

describe("text", () => {
  it("is what the glyphs are, not what a mark would have read in their place", async () => {
    const marked = `/Span <</ActualText (Total 100)>> BDC 60 690 m 90 690 l S ${show("97", 60, 700)}${show(".5", 74, 700)} EMC`;
    expect(linesOf(await inkOf({ content: marked }))).toEqual(["97.5"]);
  });

  it("keeps a hyphen at the end of a line, and names characters that the font does not", async () => {
    const content = `${show("pre-", 60, 700)}${show("paid", 60, 685)} BT /U 12 Tf 60 660 Td <00410042> Tj ET`;
    const objects = [
      "<</Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /Identity-H /DescendantFonts [5 0 R]>>",
      "<</Type /Font /Subtype /CIDFontType2 /BaseFont /Unknown /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /DW 1000>>",
    ];
    expect(linesOf(await inkOf({ content, resources: "/Font <</F 3 0 R /U 4 0 R>>" }, { objects }))).toEqual([
      "pre-",
      "paid",
      "\ufffd\ufffd",
    ]);
  });

  it("is cut by its clip, and as transparent as the group in which it is drawn", async () => {
    const content = `q 60 695 20 20 re W n ${show("cut here", 60, 700)} Q /G gs /X Do ${show("page", 60, 500)}`;
    const states = "/ExtGState <</G <</ca 0.5>> /H <</ca 0.2>>>>";
    const inner = stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group <</S /Transparency>> /Resources <</Font <</F 3 0 R>> ${states}>>`,
      `/H gs ${show("group", 60, 600)}`,
    );
    const ink = await inkOf({ content, resources: `${states} /XObject <</X 4 0 R>>` }, { objects: [inner] });
    expect(linesOf(ink)).toEqual(["cut ", "group", "page"]);
    expect(ink.glyphs.map(({ opacity }) => Math.round(opacity * 10) / 10)).toEqual([
      ...Array(4).fill(1),
      ...Array(5).fill(0.1),
      ...Array(4).fill(0.5),
    ]);
  });

  it("is read as often as it stands there, also where equal lines of a font that is not embedded stand below each other", async () => {
    const objects = [
      "<</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R]>>",
      "<</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 4>> /DW 1000>>",
    ];
    const line = "8FBE62109884671F6307680753CA65F662E84ED8";
    const lines = [700, 689, 678, 667].map((y) => `BT /S 8 Tf 1 0 0 1 60 ${y} Tm <${line}> Tj ET`).join("\n");
    const inForm = form("", "")
      .replace("<</F 3 0 R>>", "<</S 4 0 R>>")
      .replace(/Length 0>>\nstream\n/, `Length ${lines.length}>>\nstream\n${lines}`);
    const content = `${lines} q 0.5 0 0 0.5 200 100 cm /X Do Q`;
    const ink = await inkOf({ content, resources: "/Font <</S 4 0 R>> /XObject <</X 6 0 R>>" }, { objects: [...objects, inForm] });
    const starts = ink.glyphs.filter(({ text }) => text === "达").map(({ x, y }) => [Math.round(x), Math.round(y * 2) / 2]);
    const expected = [142, 153, 164, 175].map((y) => [60, y]);
    expect(starts.sort((p, q) => p[1]! - q[1]!)).toEqual([...expected, ...[700, 689, 678, 667].map((y) => [230, 842 - 100 - y / 2])]);
  });

  it("runs down where its font writes downwards", async () => {
    const objects = [
      "<</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [5 0 R]>>",
      "<</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 4>> /DW 1000>>",
    ];
    const content = "BT /V 10 Tf 100 700 Td <98797EE9> Tj ET BT /V 10 Tf 200 700 Td <5206> Tj ET";
    const { glyphs } = await inkOf({ content, resources: "/Font <</V 4 0 R>>" }, { objects });
    expect(glyphs.map(({ text, stacked, advance, x }) => [text, stacked, Math.round(advance), Math.round(x)])).toEqual([
      ["项", true, 10, 95],
      ["绩", true, 10, 95],
      ["分", true, 10, 195],
    ]);
    expect(glyphs[1]!.y - glyphs[0]!.y).toBeCloseTo(10, 1);
  });

  it("has the size of its font where that draws its glyphs itself, and the glyphs' own where the font's units are others", async () => {
    const glyph = (width: number, height: number): string => stream("", `${width} 0 0 0 ${width} ${height} d1 0 0 ${width} ${height} re f`);
    const font = (unit: number, width: number, procedure: number): string =>
      `<</Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [${unit} 0 0 ${unit} 0 0] /CharProcs <</one ${procedure} 0 R>> /Encoding <</Type /Encoding /Differences [49 /one]>> /FirstChar 49 /LastChar 49 /Widths [${width}] /ToUnicode 8 0 R /Resources <<>>>>`;
    const objects = [glyph(500, 700), font(0.001, 500, 4), glyph(5, 7), font(1, 5, 6), stream("", "1 beginbfchar <31> <0031> endbfchar")];
    const content = "BT /A 10 Tf 60 700 Td (1) Tj ET BT /B 1 Tf 60 600 Td (1) Tj ET";
    const { glyphs } = await inkOf({ content, resources: "/Font <</A 5 0 R /B 7 0 R>>" }, { objects });
    expect(glyphs.map(({ text, size, advance }) => [text, Math.round(size), Math.round(advance)])).toEqual([
      ["1", 10, 5],
      ["1", 7, 5],
    ]);
  });
});

describe("lines and areas", () => {
  it("stand where the page's box and rotation put them", async () => {
    const page = { content: `${show("x", 160, 700)} 150 690 m 250 690 l S`, entries: "/CropBox [100 100 500 800]" };
    const upright = await inkOf(page);
    expect(upright.rulings).toMatchObject([{ direction: "horizontal", at: 110, from: 50, to: 150 }]);
    expect(upright.glyphs).toMatchObject([{ x: 60, y: 100, turn: 0 }]);
    const turned = await inkOf({ ...page, rotate: 90 });
    expect(turned.rulings).toMatchObject([{ direction: "vertical", at: 590, from: 50, to: 150 }]);
    expect(turned.glyphs).toMatchObject([{ x: 600, y: 60, turn: 90 }]);
  });

  it("are seen in white where a shading lies behind them, which PDFium calls white", async () => {
    const line = "1 1 1 RG 60 630 m 360 630 l S";
    const shading =
      "<</ShadingType 2 /ColorSpace /DeviceRGB /Coords [60 0 360 0] /Function <</FunctionType 2 /Domain [0 1] /C0 [0 0 .8] /C1 [0 .5 .8] /N 1>>>>";
    const resources = `/Pattern <</P <</Type /Pattern /PatternType 2 /Shading ${shading}>>>>`;
    const area = (colour: string): string => `q ${colour} 60 600 300 60 re f Q ${line}`;
    expect(visibleRulings(await inkOf({ content: area("/Pattern cs /P scn"), resources }))).toHaveLength(1);
    expect(visibleRulings(await inkOf({ content: area("1 g"), resources }))).toEqual([]);
  });

  it("are read from PDFium's memory as its own functions tell them", async () => {
    const pdfium = await loadPdfium();
    const { wasmExports } = pdfium.pdfium;
    const path = pdfium.FPDFPageObj_CreateNewPath(1, 2);
    pdfium.FPDFPath_LineTo(path, 3, 4);
    pdfium.FPDFPath_BezierTo(path, 5, 6, 7, 8, 9, 10);
    pdfium.FPDFPath_Close(path);
    const scratch = wasmExports.malloc(8);
    const first = pdfium.FPDFPath_GetPathSegment(path, 0);
    for (let i = 0; i < 5; i++) {
      const segment = pdfium.FPDFPath_GetPathSegment(path, i);
      expect(segment).toBe(first + 12 * i);
      pdfium.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
      const { HEAPF32, HEAPU8 } = pdfium.pdfium;
      expect([...HEAPF32.slice(segment >> 2, (segment >> 2) + 2)]).toEqual([...HEAPF32.slice(scratch >> 2, (scratch >> 2) + 2)]);
      expect(HEAPU8[segment + 8]).toBe(pdfium.FPDFPathSegment_GetType(segment));
      expect(HEAPU8[segment + 9] !== 0).toBe(Boolean(pdfium.FPDFPathSegment_GetClose(segment)));
    }
    wasmExports.free(scratch);
    pdfium.FPDFPageObj_Destroy(path);
  });
});
