import { windowsLatin } from "../word/windows-latin.js";

/** Windows code pages by their number, and by the character set that a font names. */
const BY_NUMBER: ReadonlyMap<number, string> = new Map([
  [932, "shift_jis"],
  [936, "gb18030"],
  [949, "euc-kr"],
  [950, "big5"],
  [1250, "windows-1250"],
  [1251, "windows-1251"],
  [1253, "windows-1253"],
  [1254, "windows-1254"],
  [54936, "gb18030"],
  [65001, "utf-8"],
]);
const BY_CHARACTER_SET: ReadonlyMap<number, number> = new Map([
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [204, 1251],
  [238, 1250],
]);

/** The code page of a font's character set, undefined where that is the document's own. */
export function codePageOf(characterSet: number | undefined): number | undefined {
  return characterSet === undefined ? undefined : BY_CHARACTER_SET.get(characterSet);
}

/** Bytes in a Windows code page; Windows Latin where the code page is not known. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  const encoding = BY_NUMBER.get(codePage);
  return encoding === undefined ? windowsLatin(bytes) : new TextDecoder(encoding).decode(bytes);
}
