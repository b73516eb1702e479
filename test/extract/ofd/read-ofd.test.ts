import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/extracted.js";
import { LIMITS } from "../../../src/core/limits.js";
import { extract } from "../../../src/extract/extract.js";
import { readOfd } from "../../../src/extract/ofd/read-ofd.js";
import { faultOf as faultIn } from "../fault-of.js";
import { shownBlocks, uncovered } from "../shown-blocks.js";
import { bar, layer, ofd, ofdParts, part, stroke, text, zipOf } from "./build-ofd.js";

const shown = async (bytes: Uint8Array): Promise<unknown[]> => shownBlocks((await readOfd(bytes)).blocks);

/** Three columns; the first cell of the body spans two rows. */
const LINES: readonly (readonly [number, number, number, number])[] = [
  [20, 40, 140, 40],
  [20, 50, 140, 50],
  [60, 60, 140, 60],
  [20, 70, 140, 70],
  [20, 40, 20, 70],
  [60, 40, 60, 70],
  [100, 40, 100, 70],
  [140, 40, 140, 70],
];
const WORDS = [
  text(25, 47, "一级指标"),
  text(65, 47, "指标名称"),
  text(105, 47, "得分"),
  text(25, 62, "产出指标"),
  text(65, 57, "管护里程"),
  text(105, 57, "18.5", { step: "2 2 2" }),
  text(65, 67, "巡查次数"),
  text(105, 67, "20", { step: "2" }),
];
const GRID = [
  ["一级指标", "指标名称", "得分"],
  ["产出指标 [2×1]", "管护里程", "18.5"],
  ["巡查次数", "20"],
];

describe("readOfd", () => {
  it("makes the grid of a ruled table whose lines are strokes", async () => {
    const blocks = (await readOfd(ofd(layer(...LINES.map((line) => stroke(...line)), ...WORDS)))).blocks;
    expect(shownBlocks(blocks)).toEqual([GRID]);
    expect(uncovered(blocks[0] as Table)).toEqual([]);
    expect((blocks[0] as Table).origin).toBe("ruled");
  });

  it("makes the same grid of thin filled rectangles, and of one path with many parts", async () => {
    const bars = LINES.map(([x0, y0, x1, y1]) => bar(x0, y0, Math.max(0.2, x1 - x0), Math.max(0.2, y1 - y0)));
    expect(await shown(ofd(layer(...bars, ...WORDS)))).toEqual([GRID]);
    const data = LINES.map(([x0, y0, x1, y1]) => `M${x0} ${y0}L${x1} ${y1}`).join("");
    const one = `<ofd:PathObject ID="7" Boundary="0 0 210 297"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
    expect(await shown(ofd(layer(one, ...WORDS)))).toEqual([GRID]);
  });

  it("gives evidence in points on the page", async () => {
    const { pages, blocks } = await readOfd(ofd(layer(text(25.4, 50.8, "绩效自评"))));
    expect(pages).toMatchObject([{ number: 1, rotation: 0, textLayer: "native" }]);
    expect(pages[0]!.width).toBeCloseTo((210 * 72) / 25.4);
    expect(pages[0]!.height).toBeCloseTo((297 * 72) / 25.4);
    const [x0, , x1, y1] = (blocks[0] as { evidence: readonly { bbox?: readonly number[] }[] }).evidence[0]!.bbox!;
    expect([x0, x1].map((value) => Math.round(value!))).toEqual([72, 72 + Math.round((16 * 72) / 25.4)]);
    expect(y1).toBeGreaterThan(143);
    expect(y1).toBeLessThan(146);
  });

  it("places glyphs by single steps, by repeated steps, and by both", async () => {
    const gap = text(20, 40, "得分率", { step: "g 1 4 4" });
    const apart = text(20, 60, "甲乙丙丁", { step: "4 40 g 1 4" });
    expect(await shown(ofd(layer(gap, apart)))).toEqual(["得分率", "甲乙 丙丁"]);
    const table = layer(...LINES.map((line) => stroke(...line)), text(25, 47, "甲乙丙丁", { step: "4 36 g 1 4" }));
    expect(((await shown(ofd(table)))[0] as string[][])[0]).toEqual(["甲乙", "丙丁", ""]);
  });

  it("reads a text without steps, and codes that begin where the one before began", async () => {
    const plain =
      '<ofd:TextObject ID="1" Boundary="20 36 60 4" Font="1" Size="4"><ofd:TextCode X="0" Y="4">全年预算数</ofd:TextCode></ofd:TextObject>';
    const codes =
      '<ofd:TextObject ID="1" Boundary="20 56 60 12" Font="1" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="4 4">甲乙</ofd:TextCode><ofd:TextCode Y="9" DeltaX="4 4">丙丁</ofd:TextCode></ofd:TextObject>';
    const { blocks } = await readOfd(ofd(layer(plain, codes)));
    expect(blocks.flatMap((block) => (block.type === "paragraph" ? block.lines.map(({ text: line }) => line) : []))).toEqual([
      "全年预算数",
      "甲乙",
      "丙丁",
    ]);
  });

  it("follows the matrix of an object, and a page that lies on its side", async () => {
    const scaled = text(20, 40, "绩效", { size: 1, step: "1", more: 'CTM="4 0 0 4 0 0"' });
    expect(await shown(ofd(layer(scaled)))).toEqual(["绩效"]);
    // Each point (x, y) of the upright page stands at (y, 210 - x).
    const turned = (unit: string, x: number, y: number): string =>
      unit.replace(/Boundary="[^"]*"/, `Boundary="${y} ${210 - x} 0 0" CTM="0 -1 1 0 0 0"`);
    const lines = LINES.map(([x0, y0, x1, y1]) => turned(stroke(x0, y0, x1, y1), x0, y0));
    const places = [
      [25, 47],
      [65, 47],
      [105, 47],
      [25, 62],
      [65, 57],
      [105, 57],
      [65, 67],
      [105, 67],
    ] as const;
    const words = WORDS.map((word, index) => turned(word, places[index]![0], places[index]![1] - 4));
    const sideways = await readOfd(ofd(`<ofd:Area><ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:Area>${layer(...lines, ...words)}`));
    expect(shownBlocks(sideways.blocks)).toEqual([GRID]);
    expect(sideways.pages[0]!.rotation).toBe(90);
  });

  it("reads vertical writing", async () => {
    const down =
      '<ofd:TextObject ID="1" Boundary="24 45 4 20" Font="1" Size="4"><ofd:TextCode X="0" Y="4" DeltaY="g 3 4">产出指标</ofd:TextCode></ofd:TextObject>';
    const words = [...WORDS.slice(0, 3), down, ...WORDS.slice(4)];
    const lines = LINES.map((line) => stroke(...line));
    expect(await shown(ofd(layer(...lines, ...words)))).toEqual([GRID]);
  });

  it("lays templates under their pages, and draws composites of the resources", async () => {
    const parts = ofdParts(
      [
        `<ofd:Template TemplateID="2" ZOrder="Background"/>${layer(...WORDS)}`,
        layer('<ofd:CompositeObject ID="3" Boundary="20 20 100 20" ResourceID="50"/>'),
      ],
      '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>',
    );
    parts["Doc_0/Tpls/Tpl_0/Content.xml"] = part("Page", layer(...LINES.map((line) => stroke(...line))));
    parts["Doc_0/PublicRes.xml"] = part(
      "Res",
      `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50" Width="100" Height="20"><ofd:Content>${text(0, 10, "自评结论良好")}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
    );
    expect(await shown(zipOf(parts))).toEqual([GRID, "自评结论良好"]);
  });

  it("leaves out what is not shown: invisible objects, clipping paths, tiles, white lines, watermarks", async () => {
    const clip = stroke(20, 55, 140, 55).replace(
      "<ofd:AbbreviatedData>",
      "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path><ofd:AbbreviatedData>M 0 -10 L 120 -10</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips><ofd:AbbreviatedData>",
    );
    const page = layer(
      ...LINES.map((line) => stroke(...line)),
      ...WORDS,
      text(25, 57, "隐藏", { more: 'Visible="false"' }),
      clip.replace('LineWidth="0.3"', 'LineWidth="0.3" Visible="false"'),
      stroke(80, 40, 80, 70).replace("<ofd:Abb", '<ofd:StrokeColor Value="255 255 255"/><ofd:Abb'),
      text(60, 60, "样张", { size: 20, more: 'CTM="0.7 -0.7 0.7 0.7 0 0" Alpha="60"' }),
    );
    expect(await shown(ofd(page))).toEqual([GRID]);
  });

  it("warns of a page that is only a picture, of a missing page, and of text laid invisibly over a scan", async () => {
    const picture = layer('<ofd:ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>');
    const hidden = layer(text(20, 40, "识别而来", { more: 'Fill="false"' }));
    const parts = ofdParts([picture, layer(text(20, 40, "正文")), "", hidden, layer()]);
    delete parts["Doc_0/Pages/Page_2/Content.xml"];
    const { warnings, blocks, pages } = await readOfd(zipOf(parts));
    expect(warnings.map(({ code, page }) => [code, page])).toEqual([
      ["page-unreadable", 1],
      ["page-unreadable", 3],
      ["page-unreadable", 4],
    ]);
    expect(pages.map(({ textLayer }) => textLayer)).toEqual(["none", "native", "none", "ocr", "none"]);
    expect(shownBlocks(blocks)).toEqual(["正文", "识别而来"]);
  });

  it("is what extract reads an OFD with", async () => {
    const { mediaType, blocks } = await extract(ofd(layer(...LINES.map((line) => stroke(...line)), ...WORDS)));
    expect(mediaType).toBe("application/ofd");
    expect(shownBlocks(blocks)).toEqual([GRID]);
  });
});

describe("a hostile OFD", () => {
  const faultOf = (bytes: Uint8Array, limits = LIMITS) => faultIn(() => readOfd(bytes, limits));

  it("is corrupt without its root parts, with a DOCTYPE or with broken XML in them", async () => {
    const parts = ofdParts([layer(text(20, 40, "正文"))]);
    for (const name of ["OFD.xml", "Doc_0/Document.xml"]) {
      expect(await faultOf(zipOf({ ...parts, [name]: "<a" }))).toBe("corrupt");
      expect(await faultOf(zipOf({ ...parts, [name]: `<!DOCTYPE a [<!ENTITY b "c">]>${parts[name]}` }))).toBe("corrupt");
      expect(await faultOf(zipOf(Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name))))).toBe("corrupt");
    }
  });

  it("is encrypted where it says so, too large by pages, nesting and bytes", async () => {
    const parts = ofdParts([layer(), layer()]);
    expect(await faultOf(zipOf({ ...parts, "Encryptions.xml": "<a/>" }))).toBe("encrypted");
    expect(await faultOf(zipOf(parts), { ...LIMITS, pages: 1 })).toBe("too-large");
    const deep = "<ofd:PageBlock>".repeat(300) + "</ofd:PageBlock>".repeat(300);
    expect(await faultOf(ofd(layer(deep)))).toBe("too-large");
    expect(await faultOf(ofd(layer(" ".repeat(5_000_000))))).toBe("too-large");
  });

  it("ends where composites hold each other, in a circle or doubling", async () => {
    const units = Array.from({ length: 12 }, (_, index) => {
      const inner = `<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="${(index + 1) % 12}"/>`.repeat(6);
      return `<ofd:CompositeGraphicUnit ID="${index}" Width="9" Height="9"><ofd:Content>${inner}</ofd:Content></ofd:CompositeGraphicUnit>`;
    });
    const parts = ofdParts(
      [layer('<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="0"/>')],
      "<ofd:PublicRes>Res.xml</ofd:PublicRes>",
    );
    expect(await faultOf(zipOf({ ...parts, "Doc_0/Res.xml": part("Res", units.join("")) }))).toBe("too-large");
    const circle =
      '<ofd:CompositeGraphicUnit ID="0" Width="9" Height="9"><ofd:Content><ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="0"/></ofd:Content></ofd:CompositeGraphicUnit>';
    expect(await faultOf(zipOf({ ...parts, "Doc_0/Res.xml": part("Res", circle) }))).toBeUndefined();
  });

  it("does not believe a repetition", async () => {
    expect(await shown(ofd(layer(text(20, 40, "正文", { step: "g 999999999999 4" }))))).toEqual(["正文"]);
    expect(await shown(ofd(layer(text(20, 40, "正文", { step: "g g g x 1e999 -1" }))))).toHaveLength(1);
  });

  it("throws nothing but faults, whatever its parts are", async () => {
    const parts = ofdParts(
      [`<ofd:Template TemplateID="2"/>${layer(...LINES.map((line) => stroke(...line)), ...WORDS)}`],
      '<ofd:TemplatePage ID="2" BaseLoc="T.xml"/><ofd:PublicRes>R.xml</ofd:PublicRes>',
    );
    const names = Object.keys(parts);
    const edit = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 12 }),
      put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("-1", "1e300", "NaN", "g 9", "M", '"', "<", "0 0 0 0")),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const changed = { ...parts };
        for (const { name, at, cut, put } of edits) {
          const before = changed[name]!;
          const from = Math.floor(at * before.length);
          changed[name] = before.slice(0, from) + put + before.slice(from + cut);
        }
        await faultOf(zipOf(changed));
      }),
      { numRuns: 300 },
    );
  });
});
