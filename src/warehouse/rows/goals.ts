import type { Evidence } from "../../core/evidence.js";
import type { RecordTable } from "../../core/record.js";
import heads from "./goal-heads.json" with { type: "json" };

/** The goal that a form sets for the year (年度总体目标) and what it says of its attainment, in the author's words. */
export interface Goal {
  readonly target: string;
  readonly actual: string;
  readonly evidence: readonly Evidence[];
}

/** A cell and where it stands in its table: row and first column, counted from 0. */
interface Placed {
  readonly text: string;
  readonly head: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

type Role = "label" | "target" | "actual";
const is = (cell: Placed | undefined, role: Role) => cell !== undefined && Object.hasOwn(heads[role], cell.head);
/** Characters of the longest head, with what may stand around it. */
const LONGEST_HEAD = 60;
/** Spans are the author's and may be absurd. */
const MOST_COLUMNS = 2_000;

/**
 * The goals that a report's tables tell. Cells alone are evidence: a head of goals (预期目标), beside it one of their attainment (实际完成情况),
 * and what stands below them; or, in one row, each head with its text behind it. Where cells do not stand so, no goal is told.
 */
export function goalsOf(tables: readonly RecordTable[]): Goal[] {
  const found = tables.flatMap((table, index) => goalsOfTable(table, index));
  // A form that is printed twice tells a goal once.
  return [...new Map(found.map((goal) => [`${goal.target}\n${goal.actual}`, goal])).values()];
}

function goalsOfTable({ page, rows }: RecordTable, table: number): Goal[] {
  const cells = place(rows);
  return cells.flatMap((row) =>
    (below(row, cells) ?? behind(row) ?? []).flatMap(([target, actual]) => {
      const texts = { target: target.text.trim(), actual: actual.text.trim() };
      if (texts.target === "" && texts.actual === "") return [];
      const evidence = [target, actual].map((cell) => ({ page, table, row: cell.row, column: cell.column, quote: cell.text }));
      return [{ ...texts, evidence }];
    }),
  );
}

type Pair = readonly [target: Placed, actual: Placed];

/** `年度总体目标 | 预期目标 | 实际完成情况`, and below the two the texts: as far as the label reaches, one row where none does. */
function below(row: readonly Placed[], cells: readonly (readonly Placed[])[]): Pair[] | undefined {
  const actual = row.at(-1);
  const target = row.at(-2);
  if (!is(target, "target") || !is(actual, "actual")) return undefined;
  // Heads of an indicator table have others beside them.
  const before = row.slice(0, -2).filter(({ head }) => head !== "");
  if (before.length > 1 || before.some((cell) => !is(cell, "label"))) return undefined;
  const [label] = before;
  const reach = label && label.rowSpan > 1 ? label.row + label.rowSpan : target!.row + 2;
  const pairs: Pair[] = [];
  for (const next of cells.slice(target!.row + 1, reach)) {
    const others = next.filter(({ column, head }) => column < target!.column && head !== "");
    const [first, second, ...more] = next.filter(({ column }) => column >= target!.column);
    if (others.length > 0 || first?.column !== target!.column || second?.column !== actual!.column || more.length > 0) break;
    if (is(first, "target")) break;
    pairs.push([first, second]);
  }
  return pairs;
}

/** `年度总体目标 | … | 完成情况 | …` in one row. */
function behind(row: readonly Placed[]): Pair[] | undefined {
  const [label, target, head, actual, ...more] = row;
  const fits = (is(label, "label") || is(label, "target")) && is(head, "actual") && actual !== undefined && more.length === 0;
  return fits ? [[target!, actual]] : undefined;
}

/** The cells of each row with their columns, which spans of cells above may have moved to the right. */
function place(rows: RecordTable["rows"]): Placed[][] {
  /** Of each column the first row that is free of what began above. */
  const free: number[] = [];
  return rows.map((row, index) => {
    let column = 0;
    return row.map(({ text, rowSpan, colSpan }) => {
      while ((free[column] ?? 0) > index) column++;
      const cell = { text, head: bare(text), row: index, column, rowSpan, colSpan };
      for (const end = Math.min(column + colSpan, MOST_COLUMNS); column < end; column++) free[column] = index + rowSpan;
      return cell;
    });
  });
}

/** A head without what layout and units put around it; a text too long to be one stays as it is. */
function bare(text: string): string {
  return text.length > LONGEST_HEAD ? text : text.replace(/\s+|[（(][^（()）]*[)）]|[:：]/gu, "");
}
