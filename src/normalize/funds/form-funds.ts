import type { Cell } from "../../core/extracted.js";
import type { Fund, FundAmount, FundSource, Money, MoneyUnit } from "../../core/record.js";
import { cellEvidence, cellText } from "../figures/cell-figure.js";
import { foldFigure } from "../figures/find-numeral.js";
import { readMoney } from "../figures/money.js";
import { readPercent } from "../figures/percent.js";
import { readHead } from "../lexicon/fold.js";
import { fundLabel, fundSource } from "../lexicon/fund-source.js";
import { type FundRole, fundRole } from "../lexicon/head-words.js";
import { type Pair, pairsOf } from "../report/pairs.js";
import { type Grid, isBlank } from "../tables/grid.js";
import { NO_AMOUNTS, type ToldFund } from "./told-fund.js";

const AMOUNTS: ReadonlySet<FundRole> = new Set(["initialBudget", "adjustedBudget", "received", "executed", "balance"]);

/**
 * Funds of a form whose labels stand beside their amounts: 计划安排资金 20 | 实际到位资金 20, and below each the sources of it. Rows come out
 * once for each source, the total first.
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
  for (const row of rows) {
    for (const pair of pairsOf(grid, row)) {
      const text = cellText(pair.label);
      const role = fundRole(text);
      const unit = readHead(text).unit;
      if (role?.exact && AMOUNTS.has(role.role) && (unit || readMoney(pair.value, inForce))) {
        const field = role.role as FundAmount;
        speaking.set(pair.label.column, { field, unit: unit ?? inForce });
        put("total", fundLabel(text), row, field, readMoney(pair.value, unit ?? inForce), [pair.label, pair.value]);
        if (field === "executed") rateBehind("total", pair);
      } else if (role?.exact && role.role === "executionRate") {
        const rate = readPercent(pair.value);
        const total = funds.get("total");
        if (rate && total) funds.set("total", { ...total, executionRate: total.executionRate ?? rate });
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
  return [...funds.values()].sort((a, b) => (a.depth ?? 0) - (b.depth ?? 0));
}

function emptyFund(source: FundSource, label: string, place: ToldFund["place"]): ToldFund {
  const blank: Omit<Fund, "source" | "label"> = {
    ...NO_AMOUNTS,
    executionRate: null,
    weight: null,
    score: null,
    evidence: [],
    depth: source === "total" ? 0 : 1,
    told: "table",
  };
  return { source, label, ...blank, place };
}
