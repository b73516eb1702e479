import { exact } from "../../../../core/decimal.js";
import { range } from "../../../../core/range.js";
import { cleanText } from "../../../../core/text.js";
import type { TextCell } from "../delimited-table.js";

/** A head has so many cells at least, and so many rows below it show how they stand. */
const LEAST_COLUMNS = 4;
const LEAST_ROWS = 2;
/** How pure the columns must be, of figures or of words, of bare marks or of all else, and how much purer than with the rows' cells from the left. */
const PURE = 0.9;
const PURER = 0.05;
/** Cells that may be merged with those above, at most: a label beside the table and the levels. */
const MOST_ABOVE = 4;
/** A total's row lacks the cells before its label too. */
const MOST_LACKING = 6;

const FIGURE = /^[≥≤<>=＝]?-?[\d,]+(?:\.\d+)?(?:[%％]|[^\d，。；]{1,4})?$/u;
const BARE = /^-?\d+(?:\.\d+)?$/u;
/** A head over rates: 执行率, 占比. */
const RATE = /(?:率|比|比例|比重)(?:[（(].*[)）])?$|%/u;
/** What rounding to two decimals leaves out, percent. */
const HALF_A_HUNDREDTH = "0.005";
/** 1, 01 or 1、 before a row. */
const SERIAL = /^0?(\d{1,3})[.、．]?$/u;
const NOTHING = /^(?:[-—–/]+|无)?$/u;

/**
 * Rows below a head that lack their first cells, because these are merged with the cells above and the dump leaves them out: they are filled up from the
 * left where only so figures stand below figures, and words below words, or marks below marks.
 */
export function completeShortRows(rows: readonly (readonly TextCell[])[]): (readonly TextCell[])[] {
  const completed: (readonly TextCell[])[] = [];
  for (let at = 0; at < rows.length; ) {
    const head = completeHead(rows[at]!, rows[at + 1]);
    completed.push(head);
    at++;
    if (head.length < LEAST_COLUMNS || head.some(isFigure)) continue;
    let to = at;
    while (to < rows.length && isBelow(rows, to, head)) to++;
    const block = rows.slice(at, to);
    const told = block.filter((row) => !isLabel(row));
    if (told.length > 0 && lackFirst(told, head)) {
      const first = numbered(told);
      completed.push(...block.map((row) => (isLabel(row) ? row : filledUp(row, head.length, told.indexOf(row) < first ? 1 : 0))));
    } else completed.push(...block);
    at = to;
  }
  return completed;
}

/** A head that lacks its first cells itself: filled up to the row below it where only so the rates of that row stand below 率. */
function completeHead(head: readonly TextCell[], below: readonly TextCell[] | undefined): readonly TextCell[] {
  const gap = (below?.length ?? 0) - head.length;
  if (!below || gap <= 0 || gap > MOST_ABOVE || head.length < LEAST_COLUMNS || head.some(isFigure)) return head;
  const rates = range(0, below.length).filter((column) => /\d[%％]$/u.test(cleanText(below[column]!.text)));
  const areBelow = (by: number) => rates.length > 0 && rates.every((column) => RATE.test(cleanText(head[column - by]?.text ?? "")));
  return areBelow(gap) && !areBelow(0) ? filledUp(head, below.length, 0) : head;
}

/** Whether a row may be one of a head's: no longer than it, with figures, or with words between such rows. */
function isBelow(rows: readonly (readonly TextCell[])[], at: number, head: readonly TextCell[]): boolean {
  if (isLabel(rows[at]!)) return at + 1 < rows.length && !isLabel(rows[at + 1]!) && isBelow(rows, at + 1, head);
  const { length } = rows[at]!;
  if (length > head.length || head.length - length > MOST_LACKING) return false;
  return rows[at]!.some(isFigure) || (length < head.length && rows.slice(at + 1, at + 3).some((row) => row.some(isFigure)));
}

/** 按收入性质分, alone in its row: it names the rows below. */
function isLabel(row: readonly TextCell[]): boolean {
  return !row.some(isFigure) && row.filter(({ text }) => cleanText(text) !== "").length === 1;
}

/** How many of a block's rows, from the first on, begin with their number: nothing is merged with the cells above before it. */
function numbered(block: readonly (readonly TextCell[])[]): number {
  const own = block.findIndex((row, index) => SERIAL.exec(cleanText(row[0]!.text))?.[1] !== String(index + 1));
  const count = own < 0 ? block.length : own;
  return count < LEAST_ROWS ? 0 : count;
}

/** A row with empty cells behind its first `kept` ones, so that it has as many as its head. */
function filledUp(row: readonly TextCell[], length: number, kept: number): readonly TextCell[] {
  const lacking = Array.from({ length: length - row.length }, () => ({ text: "", line: row[0]!.line }));
  return [...row.slice(0, kept), ...lacking, ...row.slice(kept)];
}

function lackFirst(block: readonly (readonly TextCell[])[], head: readonly TextCell[]): boolean {
  const missing = new Set(block.map((row) => head.length - row.length));
  if (missing.size === 1) {
    // Rows of one length: a head without words shows where their first cells stand, also of a row alone.
    const [gap = 0] = missing;
    if (gap === 0 || gap > MOST_ABOVE) return false;
    return head.slice(1, gap + 1).every(({ text }) => cleanText(text) === "") || ratesLack(block, head, gap);
  }
  if (block.length < LEAST_ROWS) return false;
  // What says nothing at a row's end stands there: nothing was left out behind it.
  const purer = block.some((row) => row.length < head.length && cleanText(row.at(-1)!.text) === "") ? 0 : PURER;
  return [isFigure, isBare].some((isOf) => {
    const right = purity(block, (row, c) => row[row.length - 1 - c], isOf);
    return right >= PURE && right >= purity(block, (row, c) => row[c], isOf) + purer;
  });
}

/** Whether what is printed with %, or is the quotient of two figures before it, stands below 率 only where the rows lack their first cells. */
function ratesLack(block: readonly (readonly TextCell[])[], head: readonly TextCell[], gap: number): boolean {
  const rates = range(0, block[0]!.length).filter((column) => {
    const told = block.filter((row) => BARE.test(cleanText(row[column]!.text).replace(/[%％]$/u, "")) && !isNought(row[column]!));
    return told.length > 0 && told.every((row) => isRate(row, column));
  });
  const areBelow = (by: number) => rates.length > 0 && rates.every((column) => RATE.test(cleanText(head[column + by]!.text)));
  return areBelow(gap) && !areBelow(0);
}

function isRate(row: readonly TextCell[], column: number): boolean {
  const text = cleanText(row[column]!.text);
  if (/[%％]$/u.test(text)) return true;
  const before = row.slice(0, column).flatMap(({ text: amount }) => {
    const plain = cleanText(amount).replaceAll(",", "");
    return BARE.test(plain) ? [exact(plain)] : [];
  });
  return before.some(
    (whole, i) => !whole.isZero() && before.slice(i + 1).some((part) => part.div(whole).times(100).minus(text).abs().lte(HALF_A_HUNDREDTH)),
  );
}

function isNought({ text }: TextCell): boolean {
  return Number.parseFloat(cleanText(text)) === 0;
}

/** The share of cells that are of their column's kind, or are not. */
function purity(
  block: readonly (readonly TextCell[])[],
  cellAt: (row: readonly TextCell[], column: number) => TextCell | undefined,
  isOf: (cell: TextCell) => boolean,
): number {
  let pure = 0;
  let all = 0;
  for (let c = 0; c < Math.max(...block.map(({ length }) => length)); c++) {
    const told = block.flatMap((row) => cellAt(row, c) ?? []).filter(({ text }) => !NOTHING.test(cleanText(text)));
    const figures = told.filter(isOf).length;
    pure += Math.max(figures, told.length - figures);
    all += told.length;
  }
  return all === 0 ? 0 : pure / all;
}

/** A mark, told without a unit: what was aimed at is told in words or with one. */
function isBare({ text }: TextCell): boolean {
  return BARE.test(cleanText(text));
}

function isFigure({ text }: TextCell): boolean {
  return FIGURE.test(cleanText(text));
}
