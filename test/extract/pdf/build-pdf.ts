/** A page of a PDF written by hand: its content stream, and what its resources name beside the font F (Helvetica). */
export interface MadePage {
  readonly content: string;
  readonly rotate?: number;
  /** Draws the image I: grey, one byte a pixel. */
  readonly image?: { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
  /** Further entries of the page's dictionary, and of its resources. */
  readonly entries?: string;
  readonly resources?: string;
}

/** What else a PDF holds: objects whose numbers begin with 4, and entries of its catalogue. */
export interface MadeParts {
  readonly objects?: readonly string[];
  readonly catalogue?: string;
}

/** A stream object, its dictionary's entries given. */
export function stream(dictionary: string, data: string): string {
  return `<<${dictionary} /Length ${data.length}>>\nstream\n${data}\nendstream`;
}

/** A form that draws `content` with the font F, in the page's own space. */
export function form(content: string, entries = ""): string {
  return stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <</Font <</F 3 0 R>>>> ${entries}`, content);
}

/** A whole PDF, Latin-1. Pages are A4. */
export function buildPdf(pages: readonly MadePage[], { objects: parts = [], catalogue = "" }: MadeParts = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add(`<</Type /Catalog /Pages 2 0 R ${catalogue}>>`);
  add("");
  add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>");
  objects.push(...parts);
  const kids = pages.map(({ content, rotate = 0, image, entries = "", resources = "" }) => {
    const drawn = image
      ? ` /XObject <</I ${add(
          stream(
            `/Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
            Buffer.from(image.pixels).toString("latin1"),
          ),
        )} 0 R>>`
      : "";
    const stream_ = add(stream("", content));
    return add(
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Contents ${stream_} 0 R /Resources <</Font <</F 3 0 R>>${drawn} ${resources}>> ${entries}>>`,
    );
  });
  objects[1] = `<</Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}]>>`;
  let text = "%PDF-1.7\n";
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** Text whose baseline begins at (x, y), y up. */
export function show(text: string, x: number, y: number, { size = 12, mode = 0 } = {}): string {
  return `BT /F ${size} Tf ${mode} Tr 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
}

/** A grid of strokes with a text in each cell, from (x, top) downwards. */
export function grid(rows: readonly (readonly string[])[], x: number, top: number, width = 90, height = 20): string {
  const right = x + width * rows[0]!.length;
  const bottom = top - height * rows.length;
  const levels = Array.from({ length: rows.length + 1 }, (_, i) => `${x} ${top - height * i} m ${right} ${top - height * i} l S\n`);
  const sides = Array.from({ length: rows[0]!.length + 1 }, (_, i) => `${x + width * i} ${top} m ${x + width * i} ${bottom} l S\n`);
  const texts = rows.flatMap((row, r) => row.map((text, c) => show(text, x + width * c + 6, top - height * r - 14)));
  return [...levels, ...sides, ...texts].join("");
}
