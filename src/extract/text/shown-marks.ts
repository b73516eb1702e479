import type { SourceLine } from "./source-lines.js";

/** Fewer lines may end so by chance. */
const LEAST_LINES = 3;
/** ¤ behind a cell and a row, ↵ and ¶ behind a line and a paragraph: what Word shows where it shows formatting marks. */
const SHOWN = /[¤↵¶]+\s*$/u;

/** The lines without the formatting marks that a program showed at their ends; a line of nothing else is blank. */
export function withoutShownMarks(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (lines.filter(({ text }) => SHOWN.test(text)).length < LEAST_LINES) return lines;
  return lines.map((line) => ({ ...line, text: line.text.replace(SHOWN, "") }));
}
