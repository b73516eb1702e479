import { strToU8, zipSync } from "fflate";

const TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const NAMESPACES = (w: string) =>
  [
    ["w", w],
    ["r", RELATIONS],
    ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
    ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
    ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
    ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
    ["a", "http://schemas.openxmlformats.org/drawingml/2006/main"],
    ["pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"],
    ["v", "urn:schemas-microsoft-com:vml"],
    ["o", "urn:schemas-microsoft-com:office:office"],
    ["m", "http://schemas.openxmlformats.org/officeDocument/2006/math"],
  ]
    .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
    .join(" ");

export interface DocxParts {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  /** Files beside the usual ones: relationship id → name and content. */
  chunks?: { [id: string]: { name: string; content: Uint8Array } };
  namespace?: string;
}

/** A DOCX whose body is the given XML, with the usual prefixes bound. */
export function buildDocx(body: string, parts: DocxParts = {}): Uint8Array {
  const names = NAMESPACES(parts.namespace ?? TRANSITIONAL);
  const root = (element: string, content: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${element} ${names}>${content}</w:${element}>`);
  const usual = (["styles", "numbering", "footnotes", "endnotes"] as const).flatMap((kind) => {
    const content = parts[kind];
    return content === undefined ? [] : [{ kind, content }];
  });
  const relations = [
    ...usual.map(({ kind }) => `<Relationship Id="${kind}" Type="${RELATIONS}/${kind}" Target="${kind}.xml"/>`),
    ...Object.entries(parts.chunks ?? {}).map(
      ([id, { name }]) => `<Relationship Id="${id}" Type="${RELATIONS}/aFChunk" Target="/${name}"/>`,
    ),
  ];
  const relationships = (content: string) =>
    strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`);
  const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const override = (part: string, kind: string) => `<Override PartName="/word/${part}.xml" ContentType="${word}.${kind}+xml"/>`;
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("document", "document.main")}${usual.map(({ kind }) => override(kind, kind)).join("")}</Types>`,
    ),
    "_rels/.rels": relationships(`<Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`),
    "word/_rels/document.xml.rels": relationships(relations.join("")),
    "word/document.xml": root("document", `<w:body>${body}<w:sectPr/></w:body>`),
    ...Object.fromEntries(usual.map(({ kind, content }) => [`word/${kind}.xml`, root(kind, content)])),
    ...Object.fromEntries(Object.values(parts.chunks ?? {}).map(({ name, content }) => [name, content])),
  });
}

export const r = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of runs given as XML, or of one run of plain text. */
export const p = (content: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") || content === "" ? content : r(content)}</w:p>`;
export const tc = (content: string, properties = "") =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith("<") ? content : p(content)}</w:tc>`;
export const tr = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
export const tbl = (widths: readonly number[], ...rows: string[]) =>
  `<w:tbl><w:tblPr/>${widths.length > 0 ? `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join("")}</w:tblGrid>` : ""}${rows.join("")}</w:tbl>`;
