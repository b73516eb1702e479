import type { Block } from "../../../core/extracted.js";
import { isFundAmount } from "../../../core/record.js";
import { foldFigure } from "../../figures/find-numeral.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { type FundRole, fundRole } from "../../lexicon/labels/head-words.js";
import type { FoundTable } from "./indicator-columns.js";
import { entryAt, type Segment } from "./segments.js";
import { type Entry, writtenTable } from "./written-table.js";

interface Column extends Segment {
  readonly role: FundRole;
}

const LEAST_COLUMNS = 3;
const LEAST_AMOUNTS = 2;
const MOST_ROWS = 20;
/** Lines of a form's other columns that may stand between those of the money. */
const MOST_BETWEEN = 6;
const CONFIDENCE = 0.9;
export const FIGURE = /^(?:-?[\d.,]+[%％]?|[—–－-]{1,2}|\/)$/u;
const BESIDE = /^([^：:]{2,16})[：:](.{1,60})$/u;

/**
 * The money that a text tells column by column from its labels on, or from its first head where there is one row alone (年初预算数：165.00, or the figure below).
 * Lines of a form's other columns among them stand before the table.
 */
export function fundColumns(blocks: readonly Block[], from: number): (FoundTable & { readonly between: readonly Block[] }) | undefined {
  const labels = labelsFrom(blocks, from);
  const rows = Math.max(labels.values.length, 1);
  const columns: Column[] = [];
  const between: Block[] = [];
  let to = labels.to;
  for (let at = to; at < blocks.length && at - to <= MOST_BETWEEN; ) {
    const column = columnAt(blocks, at, rows);
    if (column) {
      if (columns.some(({ role }) => role === column.column.role)) return undefined;
      columns.push(column.column);
      between.push(...blocks.slice(to, at));
      to = column.to;
      at = to;
    } else if (labels.values.length > 0 && isOther(entryAt(blocks, at))) at++;
    else break;
  }
  const amounts = columns.filter(({ role }) => isFundAmount(role));
  const isWhole = amounts.every(({ values }) => values.length === rows && /\d/u.test(values[0]!.text));
  if (!isWhole || amounts.length < LEAST_AMOUNTS || columns.length < LEAST_COLUMNS) return undefined;
  const label = labels.values.length > 0 ? [labels] : [];
  const all: readonly { head: Entry | undefined; values: readonly Entry[] }[] = [...label, ...columns];
  const body = Array.from({ length: rows }, (_, row) => all.map(({ values }) => values[row]));
  return { table: writtenTable([all.map(({ head }) => head), ...body], CONFIDENCE), to, between };
}

interface Labels {
  readonly head: Entry | undefined;
  readonly values: readonly Entry[];
  readonly to: number;
}

/** What the rows are called, below any head or none; none for a single row without a label. */
function labelsFrom(blocks: readonly Block[], from: number): Labels {
  const first = entryAt(blocks, from);
  const beside = first && BESIDE.exec(first.text);
  if (beside && isSource(beside[2]!) && fundRole(beside[1]!)?.role === "label")
    return { head: { ...first, text: beside[1]! }, values: [{ ...first, text: beside[2]!.trim() }], to: from + 1 };
  const hasHead = first !== undefined && !isSource(first.text) && !isFundHead(first.text);
  const values: Entry[] = [];
  let at = from + (hasHead ? 1 : 0);
  for (let entry = entryAt(blocks, at); entry && isSource(entry.text) && values.length < MOST_ROWS; entry = entryAt(blocks, ++at))
    values.push(entry);
  return values.length > 0 ? { head: hasHead ? first : undefined, values, to: at } : { head: undefined, values, to: from };
}

/** The head of a column at a place with its figures: one for each row, or of marks and rates the first row's alone. */
function columnAt(blocks: readonly Block[], at: number, rows: number): { column: Column; to: number } | undefined {
  const head = entryAt(blocks, at);
  const beside = rows === 1 && head ? BESIDE.exec(head.text) : null;
  if (beside && isFundHead(beside[1]!) && FIGURE.test(foldFigure(beside[2]!))) {
    const values = [{ ...head!, text: beside[2]!.trim() }];
    return { column: { role: fundRole(beside[1]!)!.role, head: { ...head!, text: beside[1]! }, values }, to: at + 1 };
  }
  if (!head || !isFundHead(head.text)) return undefined;
  const { role } = fundRole(head.text)!;
  const values: Entry[] = [];
  for (let value = entryAt(blocks, at + 1); value && FIGURE.test(foldFigure(value.text)); value = entryAt(blocks, at + 1 + values.length))
    values.push(value);
  if (values.length !== rows && (values.length !== 1 || isFundAmount(role))) return undefined;
  return { column: { role, head, values }, to: at + 1 + values.length };
}

/** A line that is none of the money's. */
function isOther(entry: Entry | undefined): boolean {
  return entry !== undefined && !isSource(entry.text) && !FIGURE.test(foldFigure(entry.text));
}

/** Whether a text names a source of money, and heads no amounts. */
export function isSource(text: string): boolean {
  return fundSource(text) !== undefined && !isFundHead(text);
}

/** Whether a text is the head of an amount or rate word for word. */
export function isFundHead(text: string): boolean {
  const head = fundRole(text);
  return head?.exact === true && head.role !== "label";
}
