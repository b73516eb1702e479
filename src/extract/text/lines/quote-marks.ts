import { isBlankLine, type SourceLine } from "./source-lines.js";

/** Fewer lines may begin so by chance: > 95% is a target. */
const LEAST_LINES = 3;
/** > and >>, > >: how often a mail was answered. */
const QUOTED = /^(?:>[ \u00a0]?)+(?![=\d])/u;

/** The lines of a mail without the marks of what it quotes: of runs of lines that all have them. */
export function withoutQuoteMarks(lines: readonly SourceLine[]): readonly SourceLine[] {
  const marks = lines.map(({ text }) => QUOTED.exec(text)?.[0].length ?? 0);
  const kept: SourceLine[] = [...lines];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && marks[to]! > 0) to++;
    const isQuote =
      lines.slice(from, to).filter((line, i) => !isBlankLine({ ...line, text: line.text.slice(marks[from + i]!) })).length >= LEAST_LINES;
    if (isQuote) for (let at = from; at < to; at++) kept[at] = { ...lines[at]!, text: lines[at]!.text.slice(marks[at]!) };
    from = to + 1;
  }
  return kept;
}
