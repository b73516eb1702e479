import type { Cell } from "../../core/extracted.js";
import { type Claims, eachFundAmount, type Fund, type FundSource, type Money, type MoneyUnit } from "../../core/record.js";
import { cellEvidence } from "../figures/cell-figure.js";
import { readMoney } from "../figures/money.js";
import { readPercent } from "../figures/percent.js";
import { readPoints } from "../figures/points.js";
import { isBlank } from "../tables/grid.js";
import { termsOf } from "../tables/heads/printed-formula.js";
import type { FieldRow, SourceColumn, TransposedRegion } from "../tables/region.js";
import { settleAdjustments } from "./adjustment.js";
import { expectedRate } from "./expected-rate.js";
import { formulaClaim } from "./formula-claim.js";
import type { ToldFund, ToldFunds } from "./told-fund.js";

/** Reads a fund table whose columns are sources and whose rows are amounts. A source with no amount in its column is not stated. */
export function readTransposed(region: TransposedRegion, inForce: MoneyUnit): ToldFunds {
  const told: { fund: ToldFund; adjustment: Money | null }[] = [];
  // 项目资金合计（元） | 中央补助 | 省级补助: the unit beside the total is that of its parts.
  const ofTotal = region.sources.find(({ source }) => source === "total")?.head.unit;
  for (const source of region.sources) {
    const cell = (role: FieldRow["role"]) =>
      cellOf(
        region,
        source,
        region.rows.find((row) => row.role === role),
      );
    const unit = (role: FieldRow["role"]) =>
      source.head.unit ?? region.rows.find((row) => row.role === role)?.head.unit ?? ofTotal ?? inForce;
    const amounts = eachFundAmount((field) => readMoney(cell(field), unit(field)));
    if (!amounts.initialBudget && !amounts.adjustedBudget && !amounts.received && !amounts.executed) continue;
    const cells = region.rows
      .map((row) => cellOf(region, source, row))
      .filter((found): found is Cell => found !== undefined && !isBlank(found));
    const fund: ToldFund = {
      source: source.source,
      label: source.label,
      ...amounts,
      executionRate: readPercent(cell("executionRate"), expectedRate(amounts)),
      ...marksOf(source.source, cell),
      evidence: cells.flatMap(cellEvidence),
      depth: source.depth,
      told: "table",
      ...rateBase(region),
      place: { table: region.grid.table.index, row: region.head[0] ?? 0 },
    };
    told.push({ fund, adjustment: readMoney(cell("adjustment"), unit("adjustment")) });
  }
  const funds = settleAdjustments(told);
  return { funds, formulas: region.rows.flatMap((row) => formulasOf(region, row, funds.length > 0)), unread: [] };
}

/** The execution's marks are the total's, also in a cell across all sources. */
function marksOf(source: FundSource, cell: (role: FieldRow["role"]) => Cell | undefined): Pick<ToldFund, "weight" | "score"> {
  return source === "total" ? { weight: readPoints(cell("weight")), score: readPoints(cell("score")) } : { weight: null, score: null };
}

function cellOf(region: TransposedRegion, source: SourceColumn, row: FieldRow | undefined): Cell | undefined {
  return row && region.grid.at(row.row, source.column);
}

/** `(7)=(4)/(2)`: the rate's divisor is what row (2) holds. */
function rateBase(region: TransposedRegion): Pick<Fund, "rateBase"> {
  const terms = termsOf(region.rows.find(({ role }) => role === "executionRate")?.formula);
  const base = terms?.operator === "/" ? region.rows.find(({ serial }) => serial === terms.operands[1])?.role : undefined;
  return base === "initialBudget" || base === "adjustedBudget" || base === "received" ? { rateBase: base } : {};
}

/**
 * A printed row formula, once for each column in which it and its operands stand. A zero in a row of quotients, where the form also
 * prints zeros over blank operands, is the form's filling and states nothing.
 */
function formulasOf(region: TransposedRegion, row: FieldRow, readable: boolean): Claims["formulas"] {
  const terms = termsOf(row.formula);
  if (!terms || !readable) return [];
  const rowOf = (serial: string) => region.rows.find((other) => other.serial === serial);
  const rate = row.role === "executionRate" || row.role === "receivedRate";
  const filling = region.sources.some(
    (source) => isZero(cellOf(region, source, row)) && terms.operands.some((serial) => isBlank(cellOf(region, source, rowOf(serial)))),
  );
  return region.sources.flatMap((source) => {
    const cell = cellOf(region, source, row);
    if (!cell || (rate && filling && isZero(cell))) return [];
    const stated = rate ? readPercent(cell) : readMoney(cell, "万元");
    const operand = (serial: string) => readMoney(cellOf(region, source, rowOf(serial)), "万元");
    const claim = formulaClaim(row, source.label, stated, operand);
    return claim ? [{ ...claim, percent: rate && terms.operator === "/" }] : [];
  });
}

function isZero(cell: Cell | undefined): boolean {
  return cell !== undefined && Number(readPoints(cell)?.value) === 0 && !isBlank(cell);
}
