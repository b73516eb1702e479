import type { Cell, Table } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { type IndicatorRole, indicatorRole, NAMING_ROLES, RESULT_ROLES, TELLING_ROLES } from "../lexicon/head-words.js";
import { isLevel1, isLevel2 } from "../lexicon/level.js";
import { type Grid, isBlank } from "./grid.js";

/** A name, a result and what it is held against at least. */
const FEWEST_FIELDS = 3;

/** A label of a card, and the cell behind it. */
interface Field {
  readonly role: IndicatorRole;
  readonly label: Cell;
  readonly value: Cell;
}

/**
 * A card for each indicator, its labels beside its values (三级指标 | 巡查次数 over 年度指标值 | ≥20次 | 实际完成值 | 22次), as a table with a head and a row for
 * each card. `rows`: those that are cards' own, from `start` on without a break. Undefined where no card begins there. Cells keep their evidence.
 */
export function stackCards(grid: Grid, start: number): { readonly table: Table; readonly rows: readonly number[] } | undefined {
  const cards: Map<IndicatorRole, Field>[] = [];
  let card = new Map<IndicatorRole, Field>();
  let row = start;
  /** Behind the last row of the last whole card. */
  let end = start;
  const close = () => {
    if (isWhole(card)) {
      cards.push(card);
      end = row;
    }
    card = new Map();
  };
  for (; row < grid.rowCount; row++) {
    const fields = fieldsIn(grid, row);
    if (!fields) break;
    if (fields.some(({ role }) => card.has(role))) {
      if (!isWhole(card)) break;
      close();
    }
    for (const field of fields) card.set(field.role, field);
  }
  close();
  if (cards.length === 0) return undefined;
  return { table: tableOf(grid.table, cards), rows: Array.from({ length: end - start }, (_, i) => start + i) };
}

/** What tells of an indicator stands behind its name: where it does not, the values are those of the card before. */
function isWhole(card: ReadonlyMap<IndicatorRole, Field>): boolean {
  const roles = [...card.keys()];
  const name = roles.findIndex((role) => (role === "level3" || role === "level3?") && !isBlank(card.get(role)!.value));
  return (
    name >= 0 &&
    name < roles.findIndex((role) => TELLING_ROLES.has(role)) &&
    roles.length >= FEWEST_FIELDS &&
    roles.some((role) => RESULT_ROLES.has(role))
  );
}

/** The fields of a row that holds nothing else but a number or a caption beside the card; undefined for any other row. */
function fieldsIn(grid: Grid, row: number): readonly Field[] | undefined {
  const cells = grid.own(row);
  const labels = cells.flatMap((label, at) => {
    const role = labelRole(label);
    return role === undefined ? [] : [{ role, label, at }];
  });
  const first = labels[0];
  if (!first) return undefined;
  const before = cells.slice(0, first.at).filter((cell) => !isBlank(cell));
  if (before.length > 1 || before.some(({ rowSpan }) => rowSpan === 1)) return undefined;
  const fields: Field[] = [];
  for (const [i, { role, label, at }] of labels.entries()) {
    const behind = cells.slice(at + 1, labels[i + 1]?.at);
    const told = behind.filter((cell) => !isBlank(cell));
    const value = told[0] ?? behind[0];
    // A head beside a head is a table's, and so are two values behind one.
    if (!value || told.length > 1 || fields.some((field) => field.role === role)) return undefined;
    fields.push({ role, label, value });
  }
  return fields;
}

/** A level's own name (时效指标) is like a head's (绩效指标), and a value. */
function labelRole(cell: Cell): IndicatorRole | undefined {
  const text = cellText(cell);
  if (text === "" || cell.rowSpan > 1 || isLevel1(text) || isLevel2(text)) return undefined;
  const found = indicatorRole(text);
  return found?.exact ? found.role : undefined;
}

/** One row for each card under the labels, levels first. */
function tableOf(table: Table, cards: readonly ReadonlyMap<IndicatorRole, Field>[]): Table {
  const roles = [...new Set(cards.flatMap((card) => [...card.keys()]))];
  const columns = [...roles.filter((role) => NAMING_ROLES.has(role)), ...roles.filter((role) => !NAMING_ROLES.has(role))];
  const place = (cell: Cell, row: number, column: number): Cell => ({ ...cell, row, column, rowSpan: 1, colSpan: 1 });
  const heads = columns.map((role, column) => place(cards.find((card) => card.has(role))!.get(role)!.label, 0, column));
  const values = cards.flatMap((card, i) =>
    columns.flatMap((role, column) => {
      const field = card.get(role);
      return field ? [place(field.value, i + 1, column)] : [];
    }),
  );
  return { ...table, rowCount: cards.length + 1, columnCount: columns.length, cells: [...heads, ...values] };
}
