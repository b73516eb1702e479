import { type ColumnKind, kindOfHead } from "../column.js";
import type { Band } from "./column-bands.js";
import { laidRole } from "./find-laid-head.js";
import type { LaidLine } from "./laid-lines.js";

const TWICE: readonly ColumnKind[] = ["target", "actual"];

/**
 * The titles of an indicator table's columns with what stands above those of an earlier year: 上年度情况 over 目标值 and 完成值, where both stand once more
 * for the year told of. `upper`: the head's lines and the one above.
 */
export function withEarlierYears(titles: readonly string[], bands: readonly Band[], upper: readonly LaidLine[]): string[] {
  const kindOf = (title: string) => kindOfHead(title, laidRole(title, "indicators"), "indicators");
  const earlier = upper.flatMap(({ tokens }) => tokens).find(({ text }) => kindOf(text) === "earlier" && !titles.includes(text));
  const told = [...titles];
  if (!earlier) return told;
  for (const kind of TWICE) {
    const [first, second, third] = titles.flatMap((title, c) => (kindOf(title) === kind ? [c] : []));
    if (first === undefined || second === undefined || third !== undefined) continue;
    const own = (earlier.from + earlier.to) / 2 < bands[second]!.from ? first : second;
    told[own] = earlier.text + titles[own]!;
  }
  return told;
}
