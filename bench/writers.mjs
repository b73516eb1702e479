// Reports in each format, written without any program but this one.
import { utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { formRows } from "./reports.mjs";

const mtime = new Date(2024, 0, 1);
const zip = (parts) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime }]])));
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const WRITERS = { pdf: (report) => pdf([report]), ofd, docx, xlsx, html, md, txt };

function html(report) {
  const rows = formRows(report).map(
    (row) => `<tr>${row.map(([text, columns]) => `<td colspan="${columns}">${escaped(text)}</td>`).join("")}</tr>`,
  );
  return strToU8(
    `<!doctype html><html><head><meta charset="utf-8"></head><body><h1>${report.title}</h1><table>${rows.join("")}</table></body></html>`,
  );
}

function md(report) {
  const rows = formRows(report).map((row) => `| ${row.flatMap(([text, columns]) => [text, ...Array(columns - 1).fill("")]).join(" | ")} |`);
  return strToU8(`# ${report.title}\n\n${[rows[0], `|${" --- |".repeat(8)}`, ...rows.slice(1)].join("\n")}\n`);
}

function txt(report) {
  return strToU8(
    `${report.title}\n${formRows(report)
      .map((row) => row.map(([text]) => text).join("\t"))
      .join("\n")}\n`,
  );
}

function xlsx(report) {
  const rows = formRows(report);
  const sheet = utils.aoa_to_sheet([
    [report.title],
    ...rows.map((row) => row.flatMap(([text, columns]) => [text, ...Array(columns - 1).fill(null)])),
  ]);
  sheet["!merges"] = rows.flatMap((row, r) => {
    let c = 0;
    return row.flatMap(([, columns]) => {
      const start = c;
      c += columns;
      return columns > 1 ? [{ s: { r: r + 1, c: start }, e: { r: r + 1, c: c - 1 } }] : [];
    });
  });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "自评表");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }));
}

function docx(report) {
  const paragraph = (text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const cell = ([text, columns]) =>
    `<w:tc><w:tcPr>${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ""}</w:tcPr>${paragraph(text)}</w:tc>`;
  const rows = formRows(report).map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`);
  const table = `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1100"/>'.repeat(8)}</w:tblGrid>${rows.join("")}</w:tbl>`;
  return zip({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(report.title)}${table}</w:body></w:document>`,
  });
}

const PAGE = { width: 842, height: 595, margin: 36, size: 9, line: 12 };
const COLUMNS = [80, 85, 110, 75, 75, 60, 60, 225];

/** Pages of { words: [text, x, baseline from the top, size], lines: [x0, y0, x1, y1] }, points; a page is full when its rows are. */
function laidOut(report) {
  const edges = COLUMNS.reduce((all, width) => all.concat(all.at(-1) + width), [PAGE.margin]);
  const pages = [];
  let page;
  let y = Number.POSITIVE_INFINITY;
  const open = () => {
    page = { words: [], lines: [] };
    pages.push(page);
    y = PAGE.margin + 24;
  };
  open();
  page.words.push([report.title, 280, PAGE.margin + 14, 14]);
  const rows = formRows(report);
  const head = rows[4];
  const draw = (row) => {
    let column = 0;
    const wrapped = row.map(([text, columns]) => {
      const left = edges[column];
      column += columns;
      const fit = Math.floor((edges[column] - left - 8) / PAGE.size);
      return { left, right: edges[column], lines: text.match(new RegExp(`.{1,${fit}}`, "gu")) ?? [] };
    });
    const height = Math.max(...wrapped.map(({ lines }) => lines.length), 1) * PAGE.line + 8;
    if (y + height > PAGE.height - PAGE.margin) {
      open();
      if (row !== head) draw(head);
    }
    for (const { left, right, lines } of wrapped) {
      const top = y + (height - lines.length * PAGE.line) / 2;
      for (const [i, line] of lines.entries()) page.words.push([line, left + 4, top + i * PAGE.line + PAGE.size]);
      page.lines.push(
        [left, y, right, y],
        [left, y + height, right, y + height],
        [left, y, left, y + height],
        [right, y, right, y + height],
      );
    }
    y += height;
  };
  for (const row of rows) draw(row);
  return pages;
}

function ofd(report) {
  const mm = (points) => ((points * 25.4) / 72).toFixed(3);
  const name = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const pages = laidOut(report).map(({ words, lines }) => {
    const strokes = lines.map(
      ([x0, y0, x1, y1], i) =>
        `<ofd:PathObject ID="${1000 + i}" Boundary="${mm(x0)} ${mm(y0)} ${mm(x1 - x0)} ${mm(y1 - y0)}" LineWidth="0.18"><ofd:AbbreviatedData>M 0 0 L ${mm(x1 - x0)} ${mm(y1 - y0)}</ofd:AbbreviatedData></ofd:PathObject>`,
    );
    const texts = words.map(
      ([text, x, y, size = PAGE.size], i) =>
        `<ofd:TextObject ID="${9000 + i}" Boundary="${mm(x)} ${mm(y - size)} ${mm(size * text.length)} ${mm(size)}" Font="1" Size="${mm(size)}"><ofd:TextCode X="0" Y="${mm(size)}" DeltaX="${[...text].map((glyph) => mm(advance(glyph) * size)).join(" ")}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`,
    );
    return `<ofd:Page ${name}><ofd:Content><ofd:Layer ID="2">${strokes.join("")}${texts.join("")}</ofd:Layer></ofd:Content></ofd:Page>`;
  });
  return zip({
    "OFD.xml": `<ofd:OFD ${name}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${name}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(PAGE.width)} ${mm(PAGE.height)}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="P_${i}.xml"/>`).join("")}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((page, i) => [`Doc_0/P_${i}.xml`, page])),
  });
}

const advance = (glyph) => (glyph > "\u2000" ? 1 : 0.5);

const stream = (content) => `<</Length ${content.length}>>\nstream\n${content}\nendstream`;

/** Each code is its character: for readers that lack the tables of Adobe-GB1. As programs write it, of the characters used; a block of a CMap has a hundred at most. */
function toUnicode(pages) {
  const used = [...new Set(pages.flatMap(({ words }) => words.map(([text]) => text)).join(""))].sort();
  const codes = used.map((glyph) => `<${codeOf(glyph)}> <${codeOf(glyph)}>`);
  const blocks = Array.from({ length: Math.ceil(codes.length / 100) }, (_, i) => codes.slice(100 * i, 100 * (i + 1)));
  const body = blocks.map((some) => `${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`).join("\n");
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Own def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${body}\nendcmap\nend\nend`;
}

const codeOf = (glyph) => glyph.charCodeAt(0).toString(16).padStart(4, "0");

/** Reports one after the other as one PDF. The font is one that readers of Chinese have (Adobe-GB1), so none is inside. */
export function pdf(reports) {
  const pages = reports.flatMap(laidOut);
  const objects = [
    "<</Type /Catalog /Pages 2 0 R>>",
    "",
    "<</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R>>",
    "<</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 4>> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R>>",
    "<</Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93>>",
    stream(toUnicode(pages)),
  ];
  const kids = pages.map(({ words, lines }) => {
    const strokes = lines.map(([x0, y0, x1, y1]) => `${x0} ${PAGE.height - y0} m ${x1} ${PAGE.height - y1} l S`).join("\n");
    const texts = words
      .map(
        ([text, x, y, size = PAGE.size]) =>
          `/F ${size} Tf 1 0 0 1 ${x} ${(PAGE.height - y).toFixed(1)} Tm <${[...text].map(codeOf).join("")}> Tj`,
      )
      .join("\n");
    const content = `0.5 w\n${strokes}\nBT\n${texts}\nET`;
    objects.push(stream(content));
    return objects.push(
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${objects.length} 0 R /Resources <</Font <</F 3 0 R>>>>>>`,
    );
  });
  objects[1] = `<</Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`;
  const parts = ["%PDF-1.7\n"];
  let length = parts[0].length;
  const offsets = objects.map((body, i) => {
    const at = length;
    const part = `${i + 1} 0 obj\n${body}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
  );
  return strToU8(parts.join(""), true);
}
