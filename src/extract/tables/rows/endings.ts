import { lineText, type TextLine } from "../text-lines.js";

/** How many characters names of one column end with alike: 产出指标, 效益指标; and how many lines do, at least. */
const ENDING = 2;
const LEAST_LINES = 2;
/** What speaks against a name that ends within a text, in the measure of what speaks against rows. */
const ENDED = 1;
const HAN = /^\p{Script=Han}+$/u;

/** What the names of a column end with: its last line, and several others that are not the same. */
export function endingsOf(lines: readonly TextLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const texts = [...new Set(lines.map(lineText))];
  const endings = texts.map((text) => text.slice(-ENDING)).filter((ending) => ending.length === ENDING && HAN.test(ending));
  for (const ending of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  const last = lines.map(lineText).join("").slice(-ENDING);
  return new Set([last, ...[...counts].flatMap(([ending, count]) => (count >= LEAST_LINES ? [ending] : []))]);
}

/** What speaks against `next` being the rest of `before` since that ends as names of the column do, and the other is more than what such a name may lack. */
export function endedCost(before: TextLine, next: TextLine, endings: ReadonlySet<string>): number {
  return endings.has(lineText(before).slice(-ENDING)) && lineText(next).length > ENDING ? ENDED : 0;
}
