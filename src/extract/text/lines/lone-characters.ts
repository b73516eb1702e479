import { isBlankLine, type SourceLine } from "./source-lines.js";

/** Fewer lines of a character may be marks, serials or a title set upright. */
const LEAST_LINES = 40;
/** The share of lines that hold a single character in a text that was broken behind each. */
const LEAST_SHARE = 0.9;

/**
 * The lines of a text that was broken behind every character, joined again: 项 / 目 / (blank) / 6 / . / 5. What stands no further apart than neighbours do
 * anywhere is one line, with the number of its first.
 */
export function joinLoneCharacters(lines: readonly SourceLine[]): readonly SourceLine[] {
  const told = lines.flatMap((line, at) => (isBlankLine(line) ? [] : [{ at, text: line.text.trim() }]));
  const lone = told.filter(({ text }) => [...text].length === 1);
  if (told.length < LEAST_LINES || lone.length < told.length * LEAST_SHARE) return lines;
  const gaps = told.slice(1).map(({ at }, index) => at - told[index]!.at);
  const least = gaps.reduce((a, b) => Math.min(a, b));
  const joined: SourceLine[] = [];
  for (const [index, { at, text }] of told.entries()) {
    const gap = index === 0 ? at : gaps[index - 1]!;
    const before = joined.at(-1);
    if (before && gap === least && !lines[at]!.newPage) joined[joined.length - 1] = { ...before, text: before.text + text };
    else joined.push(...lines.slice(at - gap, at).filter(isBlankLine), { ...lines[at]!, text });
  }
  return joined;
}
