import type { SourceLine } from "./source-lines.js";

/** Fewer lines may be numbered by their author. */
const LEAST_LINES = 6;
const NUMBERED = /^([ \u00a0]*)(\d{1,5})(?:([:|│┃])(?=\s|$))?([ \u00a0\t]*)(.*)$/su;

/**
 * The lines without the numbers that an editor or a viewer showed before them: every line has one, each by one higher than the line before. Blanks that
 * all lines have behind their numbers go with these; what is indented stays so.
 */
export function withoutLineNumbers(lines: readonly SourceLine[]): readonly SourceLine[] {
  const last = lines.findLastIndex(({ text }) => text.trim() !== "");
  const parts = lines.slice(0, last + 1).map(({ text }) => NUMBERED.exec(text));
  if (parts.length < LEAST_LINES || !parts.every((part, at) => part && Number(part[2]) === Number(parts[0]![2]) + at)) return lines;
  const told = parts.filter((part) => part![5] !== "");
  if (told.some((part) => part![4] === "" && !part![3])) return lines;
  const gap = Math.min(...told.map((part) => part![4]!.length));
  return lines.map((line, at) => {
    const part = parts[at];
    if (!part) return line;
    const [, , , , blanks = "", text = ""] = part;
    return { ...line, text: blanks.startsWith("\t") ? blanks.slice(1) + text : blanks.slice(gap) + text };
  });
}
