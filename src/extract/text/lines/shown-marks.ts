import type { SourceLine } from "./source-lines.js";

/** Fewer lines may end so by chance. */
const LEAST_LINES = 3;
/** ¤ behind a cell and a row, ↵ and ¶ behind a line and a paragraph: what Word shows where it shows formatting marks. */
const SHOWN = "¤↵¶";

/** The lines without the formatting marks that a program showed at their ends; a line of nothing else is blank. */
export function withoutShownMarks(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (lines.filter(({ text }) => withoutMarks(text) !== text).length < LEAST_LINES) return lines;
  return lines.map((line) => ({ ...line, text: withoutMarks(line.text) }));
}

function withoutMarks(text: string): string {
  let end = text.trimEnd().length;
  if (!SHOWN.includes(text[end - 1] ?? " ")) return text;
  while (end > 0 && SHOWN.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
