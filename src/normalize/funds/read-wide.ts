import { sumOf } from "../../core/decimal.js";
import type { Cell } from "../../core/extracted.js";
import { FUND_AMOUNTS, type FundAmount, type FundSource, type MoneyUnit } from "../../core/record.js";
import { cellEvidence } from "../figures/cell-figure.js";
import { readMoney } from "../figures/money.js";
import { readPercent } from "../figures/percent.js";
import { readPoints } from "../figures/points.js";
import type { WideColumn, WideRegion } from "../tables/region.js";
import { expectedRate } from "./expected-rate.js";
import { emptyFund, type ToldFund } from "./told-fund.js";

/** Reads a fund table of one row, whose columns are sources and totals. */
export function readWide(region: WideRegion, inForce: MoneyUnit): ToldFund[] {
  const row = region.body[0]!;
  const place = { table: region.grid.table.index, row };
  const funds = new Map<string, ToldFund>();
  const cellOf = ({ column }: WideColumn): Cell => region.grid.at(row, column)!;
  const money = (column: WideColumn) => readMoney(cellOf(column), column.head.unit ?? region.unit ?? inForce);
  const put = (source: FundSource, label: string, field: FundAmount, column: WideColumn) => {
    const key = source === "total" ? "total" : label;
    const amount = money(column);
    if (!amount) return;
    const known = funds.get(key) ?? emptyFund(source, label, place);
    funds.set(key, { ...known, [field]: known[field] ?? amount, evidence: [...known.evidence, ...cellEvidence(cellOf(column))] });
  };
  for (const column of region.columns) {
    const field = FUND_AMOUNTS.find((name) => name === column.role);
    if (field) put(column.source ?? "total", column.label ?? "合计", field, column);
  }
  const ofNoAmount = region.columns.filter(({ source, role }) => source !== undefined && source !== "total" && role === undefined);
  const field = summedField(ofNoAmount.map(money), funds.get("total"));
  if (field) for (const column of ofNoAmount) put(column.source!, column.label!, field, column);
  const total = funds.get("total");
  if (!total) return [];
  const told = (role: "executionRate" | "weight" | "score") => {
    const column = region.columns.find((each) => each.role === role);
    return column && cellOf(column);
  };
  const rate = readPercent(told("executionRate"), expectedRate(total));
  const marks = { weight: readPoints(told("weight")), score: readPoints(told("score")) };
  funds.set("total", { ...total, label: "合计", executionRate: rate, ...marks });
  return [...funds.values()].sort((a, b) => (a.depth ?? 0) - (b.depth ?? 0));
}

/** The amount that sources without one of their own are of: the total that they sum to, the first where they sum to several. */
function summedField(parts: readonly ReturnType<typeof readMoney>[], total: ToldFund | undefined): FundAmount | undefined {
  const sum = sumOf(parts.map((part) => part?.yuan));
  return FUND_AMOUNTS.find((field) => total?.[field] && sum.eq(total[field].yuan));
}
