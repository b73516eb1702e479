import type { Cell } from "../../core/extracted.js";
import { type FundAmount, type FundSource, isFundAmount, type Money, type MoneyUnit } from "../../core/record.js";
import { cellEvidence, cellText } from "../figures/cell-figure.js";
import { foldFigure } from "../figures/find-numeral.js";
import { readMoney } from "../figures/money.js";
import { readPercent } from "../figures/percent.js";
import { marksBehind, readPoints } from "../figures/points.js";
import { ADJUSTED_BUDGET } from "../lexicon/labels/adjusted-budget.js";
import { fundLabel, fundSource } from "../lexicon/labels/fund-source.js";
import { type FundRole, fundRole } from "../lexicon/labels/head-words.js";
import { LEAST_TOTAL, totalKind } from "../lexicon/labels/total-words.js";
import { readHead } from "../lexicon/writing/fold.js";
import { type Grid, isBlank } from "../tables/grid.js";
import { splitFormula } from "../tables/heads/printed-formula.js";
import { type Pair, pairsOf } from "../tables/pairs.js";
import { toldCell } from "./told-cell.js";
import { emptyFund, type ToldFund } from "./told-fund.js";

/** A form's rows on the execution stand together: its rate and marks are told no further below its amounts. */
const REACH = 3;

/** Words that name the whole's money without saying what for. */
const OF_THE_WHOLE =
  /^(?:项目|资金|预算|全年|年初|年度|本年度?|当年|期初|实际|调整后?|变动后|变更后|最终|累计|计划|批复|核定|安排|执行|支出|使用|支付|到位|下达|拨付|决算|总|数|额|金额)+$/u;

/**
 * Funds of a form whose labels stand beside their amounts: 计划安排资金 20 | 实际到位资金 20, and below each the sources of it; rate, full marks
 * and score beside them. Rows come out once for each source, the total first.
 */
export function readFormFunds(grid: Grid, rows: readonly number[], inForce: MoneyUnit): ToldFund[] {
  const pairs = rows.flatMap((row) => pairsOf(grid, row));
  const form = new FormFunds(
    grid,
    inForce,
    pairs.some((pair) => tellsInitial(pair, inForce)),
  );
  for (const pair of pairs) form.take(pair.row, pair);
  return form.finish();
}

class FormFunds {
  readonly #grid: Grid;
  /** The unit of amounts whose label tells none. */
  readonly #inForce: MoneyUnit;
  /** Whether the form tells an initial budget under a name of its own. */
  readonly #tellsInitial: boolean;
  readonly #funds = new Map<string, ToldFund>();
  /** Which amount the labels in a column speak of, as the last total there said, or the head over them and their amounts, which tells none itself. */
  readonly #speaking = new Map<number, { field: FundAmount; unit: MoneyUnit; isHead?: true }>();
  /** The rows that tell an amount of the whole's. */
  readonly #totals: number[] = [];
  /** Full marks told above the amounts. */
  readonly #ahead: { readonly row: number; readonly value: Cell | undefined }[] = [];

  constructor(grid: Grid, inForce: MoneyUnit, tellsInitial: boolean) {
    this.#grid = grid;
    this.#inForce = inForce;
    this.#tellsInitial = tellsInitial;
  }

  /** A label with what stands beside it. */
  take(row: number, pair: Pair): void {
    const { label, value } = pair;
    const { label: text, serial } = splitFormula(cellText(label));
    const beside = toldCell(label);
    // 支出数 5 | 391.40: the row's number, not what was spent.
    const told = beside && isFundAmount(beside.role) && serial && readMoney(value, this.#inForce) ? undefined : beside;
    const role = told ? undefined : fundRole(text);
    const { unit, name, marks } = readHead(text);
    const above = this.#speaking.get(label.column);
    const isHead = role && isFundAmount(role.role) && label.colSpan > 1 && !readMoney(value, this.#inForce);
    if (isHead && (role.exact || OF_THE_WHOLE.test(name)))
      this.#speaking.set(label.column, { field: role.role as FundAmount, unit: unit ?? this.#inForce, isHead: true });
    else if (told && isFundAmount(told.role))
      this.#putTotal(row, told.role, readMoney(told.value, above?.unit ?? this.#inForce), fundLabel(told.label), [label]);
    else if (told) this.#tell(row, told.role, told.label, told.value);
    else if (role && isFundAmount(role.role) && (role.exact || OF_THE_WHOLE.test(name)) && (unit || readMoney(value, this.#inForce))) {
      const inUnit = unit ?? this.#inForce;
      const field = role.role === "adjustedBudget" && this.#isPlan(row, name) ? "initialBudget" : role.role;
      this.#speaking.set(label.column, { field, unit: inUnit });
      this.#putTotal(row, field, readMoney(value, inUnit), sideLabel(this.#grid, label) ?? fundLabel(text), [label, value]);
      if (role.role === "executed") this.#rateBehind("total", pair);
    } else if (role && (role.exact || /执行|支出/u.test(text)) && ["executionRate", "weight", "score"].includes(role.role)) {
      this.#tell(row, role.role, text, value);
      if (role.role === "score" && marks !== undefined) this.#tell(row, "weight", text, { ...label, text: marks });
      const behind = role.role === "score" && value ? marksBehind(cellText(value)) : undefined;
      if (value && behind !== undefined) this.#tell(row, "weight", text, { ...value, text: behind });
    } else this.#takeSource(row, text, pair);
  }

  /** The rows, the total first; none where the whole has not two amounts. */
  finish(): ToldFund[] {
    const total = this.#funds.get("total");
    if (!total || [total.initialBudget, total.adjustedBudget, total.received, total.executed].filter(Boolean).length < 2) return [];
    const first = this.#totals[0]!;
    for (const role of ["weight", "score"] as const) this.#tell(first, role, "", marksUnder(this.#grid, first, role));
    this.#tell(first, "weight", "", marksBeside(this.#grid, first));
    for (const { row, value } of this.#ahead) if (first - row === 1) this.#tell(first, "weight", "", value);
    return [...this.#funds.values()].sort((a, b) => (a.depth ?? 0) - (b.depth ?? 0));
  }

  /**
   * 预算安排资金 beside 实际到位资金: what was arranged before anything was paid out, as 计划安排资金 is, unless it says that it was adjusted (全年预算安排资金)
   * or the form tells an initial budget of its own.
   */
  #isPlan(row: number, name: string): boolean {
    if (!name.includes("安排") || ADJUSTED_BUDGET.test(name) || this.#tellsInitial) return false;
    return pairsOf(this.#grid, row).some(({ label }) => fundRole(cellText(label))?.role === "received");
  }

  /** A source of the money below an amount of the whole's: its part of that amount. */
  #takeSource(row: number, text: string, pair: Pair): void {
    const { label, value } = pair;
    const source = fundSource(text);
    const above = this.#speaking.get(label.column);
    if (above?.isHead && source === "total")
      this.#putTotal(row, above.field, readMoney(value, readHead(text).unit ?? above.unit), fundLabel(text), [label, value]);
    if (!above || !source || source === "total") return;
    this.#put(source, fundLabel(text), row, above.field, readMoney(value, readHead(text).unit ?? above.unit), [label, value]);
    if (above.field === "executed") this.#rateBehind(fundLabel(text), pair);
  }

  #putTotal(row: number, field: FundAmount, money: Money | null, label: string, cells: readonly (Cell | undefined)[]): void {
    this.#put("total", label, row, field, money, cells);
    if (money) this.#totals.push(row);
  }

  #put(source: FundSource, label: string, row: number, field: FundAmount, money: Money | null, cells: readonly (Cell | undefined)[]): void {
    if (!money) return;
    const key = source === "total" ? "total" : label;
    const known = this.#funds.get(key) ?? emptyFund(source, label, { table: this.#grid.table.index, row });
    const evidence = cells.flatMap((cell) => (cell && !isBlank(cell) ? cellEvidence(cell) : []));
    this.#funds.set(key, { ...known, [field]: known[field] ?? money, evidence: [...known.evidence, ...evidence] });
  }

  /** The whole's rate or marks, as far as they stand near its amounts. */
  #tell(row: number, role: FundRole, label: string, value: Cell | undefined): void {
    const total = this.#funds.get("total");
    // 自评得分 96 among the money is the whole's.
    if (role === "score" && totalKind(label) === "total" && Number(readPoints(value)?.value ?? 0) >= LEAST_TOTAL) return;
    if (!total && role === "weight") this.#ahead.push({ row, value });
    if (!total || row - (this.#totals.at(-1) ?? Number.NEGATIVE_INFINITY) > REACH) return;
    if (role === "executionRate") this.#funds.set("total", { ...total, executionRate: total.executionRate ?? readPercent(value) });
    if (role === "weight" || role === "score") this.#funds.set("total", { ...total, [role]: total[role] ?? readPoints(value) });
  }

  /** 执行数 | 90 | 90%: a percentage right behind the amount spent is its rate. */
  #rateBehind(key: string, { rest }: Pair): void {
    const known = this.#funds.get(key);
    const rate = rest[0] && /%/u.test(foldFigure(rest[0].text)) ? readPercent(rest[0]) : null;
    if (known && rate) this.#funds.set(key, { ...known, executionRate: known.executionRate ?? rate });
  }
}

/** 年初预算 | 120, or both in one cell. */
function tellsInitial({ label, value }: Pair, unit: MoneyUnit): boolean {
  const told = toldCell(label);
  return told ? told.role === "initialBudget" : fundRole(cellText(label))?.role === "initialBudget" && readMoney(value, unit) !== null;
}

/** The cell that stands beside the total's rows and names it: 年度资金总额 over 全年预算数, 全年执行数. */
function sideLabel(grid: Grid, label: Cell): string | undefined {
  const beside = label.column > 0 ? grid.at(label.row, label.column - 1) : undefined;
  return beside && beside.rowSpan > 1 && fundSource(cellText(beside)) === "total" ? fundLabel(cellText(beside)) : undefined;
}

/** Marks in a column of their own: the cell of the row under a head 分值 or 得分. */
function marksUnder(grid: Grid, row: number, role: "weight" | "score"): Cell | undefined {
  for (let at = row - 1; at >= Math.max(0, row - REACH); at--) {
    const head = grid.own(at).find((cell) => fundRole(cellText(cell))?.exact && fundRole(cellText(cell))?.role === role);
    const found = head && grid.at(row, head.column);
    if (found && found !== head) return found;
  }
  return undefined;
}

/** 预算执行情况（5分）: full marks that the cell naming the block tells. */
function marksBeside(grid: Grid, row: number): Cell | undefined {
  const named = grid.row(row).find((cell) => readHead(cellText(cell)).marks !== undefined && /预算|资金|执行/u.test(cellText(cell)));
  return named && { ...named, text: readHead(cellText(named)).marks! };
}
