import type { ReadLine } from "./recognised-word.js";

/** What the reader makes of dust or the bit of a ruling beside a text: no Chinese text begins or ends with these; 一. is a number. */
const AT_START = /^[.·'`!！]+(?=\p{Script=Han})/u;
const AT_END = /(?<=(?![一二三四五六七八九十])[\p{Script=Han}%％‰])[.·‘`]+$/u;
const ALONE = /^[.·'`]+$/u;

/** The lines without the specks of dust that were read as points before or behind their ideographs, or behind a percent sign, or as lines of their own. */
export function withoutSpecks(lines: readonly ReadLine[]): ReadLine[] {
  const strip = (text: string) => text.replace(AT_START, "").replace(AT_END, "");
  return lines.flatMap((line) => {
    if (ALONE.test(line.text)) return [];
    if (strip(line.text) === line.text) return [line];
    return [
      {
        ...line,
        text: strip(line.text),
        alternatives: [...new Set(line.alternatives.map(strip))].filter((text) => text !== strip(line.text)),
      },
    ];
  });
}
