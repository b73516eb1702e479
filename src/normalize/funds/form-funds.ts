import type { Cell } from "../../core/extracted.js";
import { type FundAmount, type FundSource, isFundAmount, type Money, type MoneyUnit } from "../../core/record.js";
import { cellEvidence, cellText } from "../figures/cell-figure.js";
import { foldFigure } from "../figures/find-numeral.js";
import { readMoney } from "../figures/money.js";
import { readPercent } from "../figures/percent.js";
import { readPoints } from "../figures/points.js";
import { readHead } from "../lexicon/fold.js";
import { fundLabel, fundSource } from "../lexicon/fund-source.js";
import { type FundRole, fundRole } from "../lexicon/head-words.js";
import { LEAST_TOTAL, totalKind } from "../lexicon/total-words.js";
import { type Grid, isBlank } from "../tables/grid.js";
import { type Pair, pairsOf } from "../tables/pairs.js";
import { splitFormula } from "../tables/printed-formula.js";
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
  const funds = new Map<string, ToldFund>();
  /** Which amount the labels in a column speak of, as the last total there said. */
  const speaking = new Map<number, { field: FundAmount; unit: MoneyUnit }>();
  const put = (
    source: FundSource,
    label: string,
    row: number,
    field: FundAmount,
    money: Money | null,
    cells: readonly (Cell | undefined)[],
  ) => {
    if (!money) return;
    const key = source === "total" ? "total" : label;
    const known = funds.get(key) ?? emptyFund(source, label, { table: grid.table.index, row });
    const evidence = cells.flatMap((cell) => (cell && !isBlank(cell) ? cellEvidence(cell) : []));
    funds.set(key, { ...known, [field]: known[field] ?? money, evidence: [...known.evidence, ...evidence] });
  };
  /** 执行数 | 90 | 90%: a percentage right behind the amount spent is its rate. */
  const rateBehind = (key: string, { rest }: Pair) => {
    const known = funds.get(key);
    const rate = rest[0] && /%/u.test(foldFigure(rest[0].text)) ? readPercent(rest[0]) : null;
    if (known && rate) funds.set(key, { ...known, executionRate: known.executionRate ?? rate });
  };
  const totals: number[] = [];
  /** Full marks told above the amounts. */
  const ahead: { readonly row: number; readonly value: Cell | undefined }[] = [];
  const putTotal = (row: number, field: FundAmount, money: Money | null, label: string, cells: readonly (Cell | undefined)[]) => {
    put("total", label, row, field, money, cells);
    if (money) totals.push(row);
  };
  const tell = (row: number, role: FundRole, label: string, value: Cell | undefined) => {
    const total = funds.get("total");
    // 自评得分 96 among the money is the whole's.
    if (role === "score" && totalKind(label) === "total" && Number(readPoints(value)?.value ?? 0) >= LEAST_TOTAL) return;
    if (!total && role === "weight") ahead.push({ row, value });
    if (!total || row - (totals.at(-1) ?? Number.NEGATIVE_INFINITY) > REACH) return;
    if (role === "executionRate") funds.set("total", { ...total, executionRate: total.executionRate ?? readPercent(value) });
    if (role === "weight" || role === "score") funds.set("total", { ...total, [role]: total[role] ?? readPoints(value) });
  };
  for (const row of rows) {
    for (const pair of pairsOf(grid, row)) {
      const text = splitFormula(cellText(pair.label)).label;
      const told = toldCell(pair.label);
      const role = told ? undefined : fundRole(text);
      if (told && isFundAmount(told.role)) {
        putTotal(
          row,
          told.role as FundAmount,
          readMoney(told.value, speaking.get(pair.label.column)?.unit ?? inForce),
          fundLabel(told.label),
          [pair.label],
        );
        continue;
      }
      if (told) {
        tell(row, told.role, told.label, told.value);
        continue;
      }
      const unit = readHead(text).unit;
      const isWhole = role !== undefined && isFundAmount(role.role) && (role.exact || OF_THE_WHOLE.test(readHead(text).name));
      if (isWhole && (unit || readMoney(pair.value, inForce))) {
        const field = role.role as FundAmount;
        speaking.set(pair.label.column, { field, unit: unit ?? inForce });
        putTotal(row, field, readMoney(pair.value, unit ?? inForce), sideLabel(grid, pair.label) ?? fundLabel(text), [
          pair.label,
          pair.value,
        ]);
        if (field === "executed") rateBehind("total", pair);
      } else if (role && (role.exact || /执行|支出/u.test(text)) && ["executionRate", "weight", "score"].includes(role.role)) {
        tell(row, role.role, text, pair.value);
        const marks = role.role === "score" ? readHead(text).marks : undefined;
        if (marks !== undefined) tell(row, "weight", text, { ...pair.label, text: marks });
      } else {
        const source = fundSource(text);
        const above = speaking.get(pair.label.column);
        if (!above || !source || source === "total") continue;
        put(source, fundLabel(text), row, above.field, readMoney(pair.value, unit ?? above.unit), [pair.label, pair.value]);
        if (above.field === "executed") rateBehind(fundLabel(text), pair);
      }
    }
  }
  const total = funds.get("total");
  if (!total || [total.initialBudget, total.adjustedBudget, total.received, total.executed].filter(Boolean).length < 2) return [];
  const first = totals[0]!;
  for (const role of ["weight", "score"] as const) tell(first, role, "", marksUnder(grid, first, role));
  tell(first, "weight", "", marksBeside(grid, first));
  for (const { row, value } of ahead) if (first - row === 1) tell(first, "weight", "", value);
  return [...funds.values()].sort((a, b) => (a.depth ?? 0) - (b.depth ?? 0));
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
