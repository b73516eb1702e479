import { decimalPlaces, exact } from "../../../core/decimal.js";
import type { Column } from "../column.js";

/** The figures of one row of funds: the text of each column behind the label, "" for those that the row ends before. */
export type Parted = readonly string[];

/** Ways to part a run that are looked at. */
const MOST = 4000;
const AMOUNT = /^(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:[,，]\d{3}){1,3})(?:\.\d{1,6})?$/u;
const SEPARATORS = /[,，]/gu;
const RATE = /^(?:0|[1-9]\d{0,3})(?:\.\d{1,4})?[%％]$/u;
const MARKS = /^(?:0|[1-9]\d?)(?:\.\d{1,4})?$/u;
/** What stands for no figure: one dash or stroke, or in some texts two dashes. */
const DASHES = [/^[—–－/-]$/u, /^[—–－-]{2}$/u];
const LONGEST_FIGURE = 17;
/** Budgets of one year differ by no more than this. */
const MOST_APART = 5;

/** All ways to part figures that ran together into cells of the columns, in order: amounts have as many decimals as each other, 0 apart. */
export function partingsOf(run: string, columns: readonly Column[]): Parted[] {
  const [single, double] = DASHES.map((dashes) => partingsWith(run, columns, dashes));
  return single!.length > 0 ? single! : double!;
}

function partingsWith(run: string, columns: readonly Column[], dashes: RegExp): Parted[] {
  const found: Parted[] = [];
  const part = (at: number, cells: readonly string[]) => {
    if (found.length >= MOST) return;
    if (at === run.length) {
      found.push([...cells, ...columns.slice(cells.length).map(() => "")]);
      return;
    }
    const column = columns[cells.length];
    if (!column) return;
    for (let to = at + 1; to <= Math.min(run.length, at + LONGEST_FIGURE); to++) {
      const text = run.slice(at, to);
      if (isCell(text, column, dashes) && /^(?![.%％])/u.test(run.slice(to)) && isAlike(text, column, cells, columns))
        part(to, [...cells, text]);
    }
  };
  part(0, []);
  return found;
}

function isCell(text: string, { kind }: Column, dashes: RegExp): boolean {
  if (dashes.test(text)) return true;
  return (kind === "amount" ? AMOUNT : kind === "rate" ? RATE : MARKS).test(text);
}

function isAlike(text: string, { kind }: Column, cells: readonly string[], columns: readonly Column[]): boolean {
  if (kind !== "amount" || !isFigure(text) || text === "0") return true;
  const beside = cells.find((cell, c) => columns[c]!.kind === "amount" && isFigure(cell) && cell !== "0");
  return beside === undefined || decimalPlaces(beside) === decimalPlaces(text);
}

function isFigure(text: string): boolean {
  return /\d/u.test(text);
}

/** Whether what was carried out is the row's rate of a budget, and the rate gives its marks: only a row that tells them can say so. */
export function isProvenByRate(cells: Parted, columns: readonly Column[]): boolean {
  const at = (role: string) => cells[columns.findIndex((column) => column.role === role)] ?? "";
  const [executed, rate, weight, score] = ["executed", "executionRate", "weight", "score"].map(at) as [string, string, string, string];
  const budgets = ["adjustedBudget", "initialBudget", "received"].map((role) => plainOf(at(role))).filter((text) => Number(text) > 0);
  if (!isFigure(executed) || !isFigure(rate) || budgets.length === 0) return false;
  const printed = rate.replace(/[%％]$/u, "");
  const gives = (budget: string) => exact(plainOf(executed)).div(budget).times(100).toDecimalPlaces(decimalPlaces(printed)).equals(printed);
  if (!budgets.some(gives) || Math.max(...budgets.map(Number)) > MOST_APART * Math.min(...budgets.map(Number))) return false;
  if (!isFigure(weight) || !isFigure(score)) return weight === "" && score === "";
  return exact(weight).times(printed).div(100).minus(score).abs().lt("0.06");
}

/** Whether two of the budgets are one figure: mostly nothing is changed during the year. */
export function isUnchanged(cells: Parted, columns: readonly Column[]): boolean {
  const budgets = cells.filter((_, c) => ["initialBudget", "adjustedBudget", "received"].includes(columns[c]!.role));
  return budgets.length > 1 && new Set(budgets).size === 1;
}

/** Whether a source's amounts are no more than the whole's. */
export function isWithin(cells: Parted, whole: Parted, columns: readonly Column[]): boolean {
  return cells.every((cell, c) => columns[c]!.kind !== "amount" || !isFigure(cell) || amountOf(cell).lte(amountOf(whole[c]!)));
}

/** Whether the sources' amounts add up to the whole's in each column. */
export function addUp(sources: readonly Parted[], whole: Parted, columns: readonly Column[]): boolean {
  return columns.every(
    ({ kind }, c) =>
      kind !== "amount" || sources.reduce((sum, cells) => sum.plus(amountOf(cells[c]!)), exact(0)).equals(amountOf(whole[c]!)),
  );
}

function amountOf(text: string) {
  return exact(isFigure(text) ? plainOf(text) : 0);
}

function plainOf(text: string): string {
  return text.replace(SEPARATORS, "");
}
