import type { Passage } from "./passage.js";
import { readYears } from "./read-years.js";

/**
 * The year whose figures the sentences tell: the title's; where they name one other as the year evaluated, that of the two of which more of them speak. Of
 * which the author is wrong, the finding on the years leaves open; the figures are the report's own.
 */
export function yearInForce(passages: readonly Passage[], titles: readonly string[]): number | null {
  const titled = titleYear(titles);
  const others = new Set(passages.flatMap((passage) => readYears(passage, false)).flatMap(({ year }) => (year === titled ? [] : [year])));
  const [other] = others;
  if (titled === null || other === undefined || others.size > 1) return titled;
  const speaking = (year: number) => passages.filter(({ folded }) => folded.includes(`${year}年`)).length;
  return speaking(other) > speaking(titled) ? other : titled;
}

/** The year that a title names; the day on a cover is when it was written. */
function titleYear(titles: readonly string[]): number | null {
  for (const title of titles) {
    const year = /((?:19|20)\d\d)年(?![\d一二三四五六七八九十]{1,2}月)/u.exec(title)?.[1];
    if (year) return Number(year);
  }
  return null;
}
