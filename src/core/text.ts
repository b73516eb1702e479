import { plainCharacters } from "./plain-characters.js";

/** CJK ideographs, kana, fullwidth forms and CJK punctuation: between two of these a space is layout, not writing. */
const CJK = "\\u2e80-\\u303f\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef“”‘’…—·□☑√×≥≤①-⑳";
const SPACE_BETWEEN_CJK = new RegExp(`(?<=[${CJK}])[\\s\\u3000]+(?=[${CJK}])`, "gu");
const SPACES = /[\s\u00a0\u3000]+/gu;
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}]/gu;

/** Printable ASCII, ideographs, CJK punctuation and fullwidth forms, without any space: nothing below changes these, and most texts are such. */
const SETTLED = /^[!-~\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*$/u;

/** One run of text with the layout undone: NFC, ideographs for radicals, no invisible characters, spaces folded, none between CJK characters. */
export function cleanText(text: string): string {
  if (SETTLED.test(text)) return text;
  return plainCharacters(text.normalize("NFC")).replace(INVISIBLE, "").replace(SPACES, " ").trim().replace(SPACE_BETWEEN_CJK, "");
}

/** The text without white space. */
export function unspaced(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** A text as comparison sees it: NFKC, without white space. */
export function squeezed(text: string): string {
  return unspaced(text.normalize("NFKC"));
}

const ENDS_OPEN = /[A-Za-z,;:]$/u;
const STARTS_LATIN = /^[A-Za-z]/u;

/** Whether a line's end between two pieces of text was a space: only between Latin words is it writing. */
export function isSpaced(before: string, after: string): boolean {
  return ENDS_OPEN.test(before) && STARTS_LATIN.test(after);
}

/** Lines that the page or a narrow column broke, as the author wrote them: a space returns only between Latin words. */
export function joinLines(lines: readonly string[]): string {
  let text = "";
  for (const raw of lines) {
    const line = cleanText(raw);
    if (line === "") continue;
    text += isSpaced(text, line) ? ` ${line}` : line;
  }
  return cleanText(text);
}
