import { LETTER_NUMBER } from "../../../core/numbering.js";

/** A head's number in folded text. */
export const HEAD_NUMBER = `(?:[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}(?:\\.\\d{1,2}){1,3}[.、]?|\\d{1,2}[.、)]|${LETTER_NUMBER})`;

const NUMBERED = new RegExp(`^${HEAD_NUMBER}`, "u");

/** A head's words behind its number. */
export function unnumbered(folded: string): string {
  return folded.slice(NUMBERED.exec(folded)?.[0].length ?? 0).trim();
}

/** How a head is numbered: heads of one rank are numbered alike. */
export function rankOf(folded: string): string {
  return (NUMBERED.exec(folded)?.[0] ?? "").replace(/[一二三四五六七八九十\d]+|[A-ZⅠ-Ⅻ]/giu, (number) =>
    /\d/u.test(number) ? "1" : /[a-z]/iu.test(number) ? "A" : /[Ⅰ-Ⅻ]/u.test(number) ? "Ⅰ" : "一",
  );
}
