import { strToU8, zipSync } from "fflate";

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** The parts of an OFD with the given page bodies (the content of `ofd:Page`). */
export function ofdParts(pages: readonly string[], commonData = ""): { [name: string]: string } {
  const list = pages.map((_, index) => `<ofd:Page ID="${100 + index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join("");
  return {
    "OFD.xml": `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${commonData}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((body, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, part("Page", body)])),
  };
}

export function part(root: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} ${NAMESPACE}>${body}</ofd:${root}>`;
}

export function zipOf(parts: { readonly [name: string]: string | Uint8Array }): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]);
  return zipSync(Object.fromEntries(files));
}

export function ofd(...pages: readonly string[]): Uint8Array {
  return zipOf(ofdParts(pages));
}

export function layer(...units: readonly string[]): string {
  return `<ofd:Content><ofd:Layer ID="1" Type="Body">${units.join("")}</ofd:Layer></ofd:Content>`;
}

/** A text whose baseline begins at (x, y); all its glyphs, wide ones, are `size` apart. Millimetres. */
export function text(
  x: number,
  y: number,
  content: string,
  { size = 4, more = "", step = `g ${content.length} ${size}` }: { size?: number; more?: string; step?: string } = {},
): string {
  return `<ofd:TextObject ID="9" Boundary="${x} ${y - size} ${size * content.length} ${size}" Font="3" Size="${size}" ${more}><ofd:TextCode X="0" Y="${size}" DeltaX="${step}">${content}</ofd:TextCode></ofd:TextObject>`;
}

/** A stroke from (x0, y0) to (x1, y1). */
export function stroke(x0: number, y0: number, x1: number, y1: number): string {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  return `<ofd:PathObject ID="8" Boundary="${x0} ${y0} ${width} ${height}" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** A line as a thin filled rectangle, the way word processors print borders. */
export function bar(x: number, y: number, width: number, height: number): string {
  return `<ofd:PathObject ID="8" Boundary="${x} ${y} ${width} ${height}" Stroke="false" Fill="true"><ofd:FillColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`;
}
