import { isSymbolFont, symbolRun } from "../word/symbol-font.js";
import { codePageOf, decodeCodePage } from "./code-page.js";

interface Font {
  name: string;
  codePage: number | undefined;
}

/** The document's fonts: they decide what its bytes mean. */
export class FontList {
  readonly #fonts = new Map<number, Font>();
  /** The code page where a font does not say. */
  codePage = 1252;

  begin(number: number): void {
    this.#fonts.set(number, { name: "", codePage: undefined });
  }

  characterSet(number: number, set: number): void {
    const font = this.#fonts.get(number);
    if (font) font.codePage = codePageOf(set);
  }

  name(number: number, text: string): void {
    const font = this.#fonts.get(number);
    if (font && font.name.length < 100) font.name = (font.name + text).split(";")[0]!.trim();
  }

  /** Text in the given font, of bytes or of characters. */
  decode(number: number, content: Uint8Array | string): string {
    const font = this.#fonts.get(number);
    if (font && isSymbolFont(font.name)) return symbolRun(font.name, typeof content === "string" ? content : latin1(content));
    return typeof content === "string" ? content : decodeCodePage(content, font?.codePage ?? this.codePage);
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
