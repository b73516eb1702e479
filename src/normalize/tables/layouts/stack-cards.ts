import type { Cell, Table } from "../../../core/extracted.js";
import { POINT_NUMBER } from "../../../core/numbering.js";
import { cellText } from "../../figures/cell-figure.js";
import { type IndicatorRole, indicatorRole, NAMING_ROLES, RESULT_ROLES, TELLING_ROLES } from "../../lexicon/labels/head-words.js";
import { readLevelHeading, splitLevels } from "../../lexicon/labels/level.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { type Grid, isBlank } from "../grid.js";
import { type Field, fieldsBelow, fieldsIn, LEVELS_HEAD, labelRole, NAME_HEAD } from "./card-fields.js";

/** A name, a result and what it is held against at least. */
const FEWEST_FIELDS = 3;

/**
 * A card for each indicator, its labels beside its values (三级指标 | 巡查次数 over 年度指标值 | ≥20次 | 实际完成值 | 22次) or in rows above them, as a table with a
 * head and a row for each card. `rows`: those that are cards' own, from `start` on without a break. Undefined where no card begins there. Cells
 * keep their evidence.
 */
export function stackCards(grid: Grid, start: number): { readonly table: Table; readonly rows: readonly number[] } | undefined {
  const cards: Card[] = [];
  let card = new CardBuilder();
  let row = start;
  /** Behind the last row of the last whole card. */
  let end = start;
  const close = (): boolean => {
    const whole = card.whole();
    if (whole) {
      cards.push(whole);
      end = row;
    }
    card = new CardBuilder();
    return whole !== undefined;
  };
  while (row < grid.rowCount) {
    const numbered = numberedIn(grid, row);
    const title = numbered ?? titleIn(grid, row);
    if (title) {
      // Of two titles in a row the first heads no card.
      if (card.isEmpty ? card.title : !close()) break;
      card.title = title;
      card.isNumbered = numbered !== undefined;
      row++;
      continue;
    }
    const beside = fieldsIn(grid, row, card.isNumbered || card.title?.role === "levels" || !card.isEmpty);
    const fields = beside ?? fieldsBelow(grid, row);
    if (!fields) break;
    if (fields.some(({ role }) => card.has(role)) && !close()) break;
    card.add(fields, beside !== undefined);
    row += beside ? 1 : 2;
  }
  close();
  if (cards.length === 0) return undefined;
  return { table: tableOf(grid.table, cards), rows: Array.from({ length: end - start }, (_, i) => start + i) };
}

type Card = ReadonlyMap<IndicatorRole, Field>;

class CardBuilder {
  /** The name, where it heads the card. */
  title: Field | undefined;
  /** The title stands beside its number: a card's, and no section's. */
  isNumbered = false;
  readonly #fields = new Map<IndicatorRole, Field>();
  /** Rows of labels above their values. */
  #above = 0;

  get isEmpty(): boolean {
    return this.#fields.size === 0;
  }

  has(role: IndicatorRole): boolean {
    return this.#fields.has(role);
  }

  add(fields: readonly Field[], areBeside: boolean): void {
    for (const field of fields) this.#fields.set(field.role, field);
    if (!areBeside) this.#above++;
  }

  /** One row of labels over one of values is a table. */
  whole(): Card | undefined {
    // A section's heading stands above a form's lines too: only beside levels is it a name.
    const isLevelled = [...this.#fields.keys()].some((role) => NAMING_ROLES.has(role));
    if (this.title?.role === "levels") return this.#closed(new Map([["levels", this.title], ...this.#fields]));
    const named = this.has("level3") || this.has("level3?") || !(isLevelled || this.isNumbered) || !this.title;
    const card = new Map<IndicatorRole, Field>(named ? this.#fields : [["level3", this.title!], ...this.#fields]);
    return this.#closed(card);
  }

  #closed(card: Card): Card | undefined {
    return isWhole(card) && this.#above !== 1 ? card : undefined;
  }
}

/** 指标3：, 3. before the name that heads a card. */
const NUMBER = new RegExp(`^(?:指标\\s*\\d{1,2}\\s*[:：.、]?|${POINT_NUMBER})\\s*`, "u");

/** 3. 新增检测参数, alone in its row: what the card below is called. A caption (绩效指标（3）, 产出指标) is no name. */
function titleIn(grid: Grid, row: number): Field | undefined {
  const [title, ...others] = grid.spoken(row);
  if (!title || others.length > 0 || title.rowSpan > 1) return undefined;
  const name = cellText(title).replace(NUMBER, "");
  const path = PLACED.exec(name)?.[1];
  if (path && splitLevels(path)) return { role: "levels", label: { ...title, text: LEVELS_HEAD }, value: { ...title, text: path } };
  const isCaption = /指标$/u.test(readLevelHeading(name).name) || indicatorRole(name)?.exact || totalKind(name) !== undefined;
  if (isCaption || !/\p{Script=Han}{2}/u.test(name)) return undefined;
  return { role: "level3", label: { ...title, text: NAME_HEAD }, value: { ...title, text: name } };
}

/** 所属：产出指标—数量指标: the levels of the card below. */
const PLACED = /^[^:：]{2,8}[:：](.+)$/u;

/** 卡03, 指标3, 第3项: the label of a card's name. */
const NUMBER_LABEL =
  /^(?:(?:卡片?|指标|序号|编号|任务)(?:编号|序号)?\s*[:：]?\s*\d{1,3}|第\s*\d{1,3}\s*[项号张条]|(?:No\.?|№)\s*\d{1,3})$/iu;

/** 卡03 | 新增检测参数: what the card below is called, beside its number. */
function numberedIn(grid: Grid, row: number): Field | undefined {
  const [number, name, ...others] = grid.spoken(row);
  if (!number || !name || others.length > 0 || name.rowSpan > 1 || !NUMBER_LABEL.test(cellText(number))) return undefined;
  if (labelRole(name, true) !== undefined || !/\p{Script=Han}{2}/u.test(cellText(name))) return undefined;
  return { role: "level3", label: { ...number, text: NAME_HEAD }, value: name };
}

/** What tells of an indicator stands behind its name: where it does not, the values are those of the card before. */
function isWhole(card: Card): boolean {
  const roles = [...card.keys()];
  const name = roles.findIndex((role) => (role === "level3" || role === "level3?") && !isBlank(card.get(role)!.value));
  return (
    name >= 0 &&
    name < roles.findIndex((role) => TELLING_ROLES.has(role)) &&
    roles.length >= FEWEST_FIELDS &&
    roles.some((role) => RESULT_ROLES.has(role))
  );
}

/** One row for each card under the labels, levels first. */
function tableOf(table: Table, cards: readonly Card[]): Table {
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
