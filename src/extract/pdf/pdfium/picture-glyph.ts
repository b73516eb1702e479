import { symbolText } from "../../word/symbol-font.js";
import type { Pdfium } from "./pdfium.js";

/** Longer names of fonts are none that draws pictures. */
const LONGEST_NAME = 64;

/**
 * What a code of the range in which picture fonts keep their glyphs (F000–F0FF) shows: a bullet, a tick. Undefined where the font does not say.
 * `handle` is PDFium's for the font.
 */
export function pictureGlyph({ FPDFFont_GetBaseFontName, pdfium }: Pdfium, handle: number, code: number): string | undefined {
  if (code < 0xf000 || code > 0xf0ff || !handle) return undefined;
  const { malloc, free } = pdfium.wasmExports;
  const at = malloc(LONGEST_NAME);
  const length = FPDFFont_GetBaseFontName(handle, at, LONGEST_NAME);
  const name = length > LONGEST_NAME ? "" : Buffer.from(pdfium.HEAPU8.slice(at, at + Math.max(0, length - 1))).toString("latin1");
  free(at);
  return symbolText(faceOf(name), code);
}

/** ABCDEF+Wingdings2-Regular → Wingdings 2, SymbolMT → Symbol; the Symbol of LibreOffice has a name of its own. */
function faceOf(name: string): string {
  const plain = name.replace(/^[A-Z]{6}\+/, "").replace(/(?:MT|PS)*(?:[-,].*)?$/, "");
  return plain === "OpenSymbol" ? "Symbol" : plain.replace(/(?<=[a-z])(\d)$/, " $1");
}
