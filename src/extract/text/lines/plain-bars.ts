import type { SourceLine } from "./source-lines.js";

/** What a drawn table has at the corners of its cells: its bars are as wide as they are drawn. */
const CORNER = /[┌┬┐├┼┤└┴┘]|\+[-=]{2}/u;
/** Lines one behind the other that each end with their only tab, at least. */
const LEAST_CLOSED = 12;
const CLOSED = /^[^\t|]*\t *$/u;

/** The lines with a plain bar behind each cell where a text writes a full-width one, or has each cell on a line of its own that a tab ends. */
export function withPlainBars(lines: readonly SourceLine[]): SourceLine[] {
  const isDrawn = lines.some(({ text }) => CORNER.test(text));
  const plain = lines.map((line) => (isDrawn || line.text.includes("|") ? line : { ...line, text: line.text.replaceAll("｜", "|") }));
  for (let from = 0; from < plain.length; ) {
    let to = from;
    while (to < plain.length && CLOSED.test(plain[to]!.text)) to++;
    if (to - from >= LEAST_CLOSED)
      for (let at = from; at < to; at++) plain[at] = { ...plain[at]!, text: plain[at]!.text.replace(/\t *$/u, "|") };
    from = to + 1;
  }
  return plain;
}
