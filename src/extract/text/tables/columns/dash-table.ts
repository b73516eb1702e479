import { isWide } from "../../../../core/display-width.js";
import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";
import { delimitedTable, type TextCell } from "../delimited-table.js";
import type { TableFinder } from "../find-table.js";

/** Runs of dashes or equals signs, one over each column. */
const COLUMNS_RULE = /^ *(?:-{2,}|={2,})(?: +(?:-{2,}|={2,}))+ *$/u;
/** One run over the whole table. */
const WHOLE_RULE = /^ *(?:-{5,}|={5,}) *$/u;
/** A head of more lines, or a table of more, is none. */
const MOST_HEAD_LINES = 12;
const MOST_LINES = 5000;

/**
 * Tables whose columns are marked by runs of dashes, with or without a head above: one row a line, or rows of several lines parted by blank ones.
 * As Pandoc (simple and multiline tables), reStructuredText and database shells write them.
 */
export const dashTable: TableFinder = (lines, from, context) => {
  const at = columnsRuleFrom(lines, from);
  if (at === undefined) return undefined;
  const starts = columnStarts(lines[at]!.text);
  const head = lines.slice(from, at).filter((line) => !isRule(line));
  const body = bodyBelow(lines, at, head.length > 0);
  if (!body) return undefined;
  const isSpaced = body.lines.some(isBlankLine);
  const rows = isSpaced ? groups(body.lines) : body.lines.map((line) => [line]);
  const all = [...(head.length > 0 ? [head] : []), ...rows];
  return {
    to: body.to,
    blocks: [
      delimitedTable(
        all.map((row) => toCells(row, starts)),
        0.9,
        context,
      ),
    ],
  };
};

function isRule({ text }: SourceLine): boolean {
  return COLUMNS_RULE.test(text) || WHOLE_RULE.test(text);
}

/** Index of the rule that marks the columns of a table beginning at `from`: that line, or below a head. */
function columnsRuleFrom(lines: readonly SourceLine[], from: number): number | undefined {
  if (COLUMNS_RULE.test(lines[from]!.text)) {
    // A rule above the head marks the columns as well as the one below it.
    const next = from + 1 + lines.slice(from + 1, from + 1 + MOST_HEAD_LINES).findIndex((line) => isBlankLine(line) || isRule(line));
    return next > from + 1 &&
      COLUMNS_RULE.test(lines[next]!.text) &&
      sameColumns(lines[from]!.text, lines[next]!.text) &&
      closingRule(lines, next) !== undefined
      ? next
      : from;
  }
  if (WHOLE_RULE.test(lines[from]!.text)) {
    for (let at = from + 1; at < Math.min(lines.length, from + MOST_HEAD_LINES) && !isBlankLine(lines[at]!); at++)
      if (COLUMNS_RULE.test(lines[at]!.text)) return at > from + 1 ? at : undefined;
    return undefined;
  }
  return lines[from + 1] && COLUMNS_RULE.test(lines[from + 1]!.text) && !isBlankLine(lines[from]!) ? from + 1 : undefined;
}

function sameColumns(a: string, b: string): boolean {
  return columnStarts(a).join() === columnStarts(b).join();
}

/** The lines down to the rule that closes the table; without one, down to a blank line, if there is a head to prove a table. */
function bodyBelow(lines: readonly SourceLine[], rule: number, hasHead: boolean): { lines: SourceLine[]; to: number } | undefined {
  const closing = closingRule(lines, rule);
  if (closing !== undefined) return { lines: trimmed(lines.slice(rule + 1, closing)), to: closing + 1 };
  let end = rule + 1;
  while (end < Math.min(lines.length, rule + MOST_LINES) && !isBlankLine(lines[end]!) && !isRule(lines[end]!)) end++;
  return hasHead && end > rule + 1 ? { lines: lines.slice(rule + 1, end), to: end } : undefined;
}

/** Where the table closes: with the same runs again, or with one run as wide as all of them. */
function closingRule(lines: readonly SourceLine[], rule: number): number | undefined {
  const text = lines[rule]!.text.trimEnd();
  const whole = text.replace(/(?<=\S) +(?=\S)/gu, (gap) => text.trimStart()[0]!.repeat(gap.length));
  for (let at = rule + 2; at < Math.min(lines.length, rule + MOST_LINES); at++) {
    const each = lines[at]!.text.trimEnd();
    if (each === text || each === whole) return at;
  }
  return undefined;
}

function trimmed(lines: readonly SourceLine[]): SourceLine[] {
  let end = lines.length;
  while (end > 0 && isBlankLine(lines[end - 1]!)) end--;
  return lines.slice(0, end);
}

function groups(lines: readonly SourceLine[]): SourceLine[][] {
  const found: SourceLine[][] = [[]];
  for (const line of lines) {
    if (!isBlankLine(line)) found.at(-1)!.push(line);
    else if (found.at(-1)!.length > 0) found.push([]);
  }
  return found.filter((group) => group.length > 0);
}

/** Display columns at which the runs begin. */
function columnStarts(rule: string): number[] {
  return Array.from(rule.matchAll(/\S+/gu), (run) => run.index);
}

function toCells(row: readonly SourceLine[], starts: readonly number[]): TextCell[] {
  const pieces = starts.map(() => [] as string[]);
  for (const { text } of row)
    for (const [column, piece] of slices(text, starts).entries())
      if (piece.trim() !== "") pieces[column]!.push(piece.trim().replace(/\\$/u, ""));
  return pieces.map((lines) => ({ text: lines.join("\n"), line: row[0]!.number }));
}

/** The text cut before each start but the first. */
function slices(text: string, starts: readonly number[]): string[] {
  const parts: string[] = [""];
  let column = 0;
  for (const character of text) {
    if (parts.length < starts.length && column >= starts[parts.length]!) parts.push("");
    parts[parts.length - 1] += character;
    column += isWide(character.codePointAt(0)!) ? 2 : 1;
  }
  return parts;
}
