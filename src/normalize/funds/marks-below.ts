import { cellEvidence, cellText } from "../figures/cell-figure.js";
import { readPercent } from "../figures/percent.js";
import { readPoints } from "../figures/points.js";
import { type FundRole, fundRole } from "../lexicon/labels/head-words.js";
import { readHead } from "../lexicon/writing/fold.js";
import type { Grid } from "../tables/grid.js";
import { pairsOf } from "../tables/pairs.js";
import type { ToldFund } from "./told-fund.js";

const EXECUTION = /执行|支出/u;

/**
 * The execution's marks that a row below the fund table tells (预算执行得分（满分10分） | 9.7; 预算执行分值 | 10 | 得分 | 9.7), given to the total's row where that carries none.
 * `rows`: of the same table, that no head governs.
 */
export function withMarksBelow(funds: readonly ToldFund[], grid: Grid, rows: readonly number[]): readonly ToldFund[] {
  const total = funds.find(({ source }) => source === "total");
  if (!total || total.place.table !== grid.table.index || total.weight || total.score) return funds;
  for (const row of rows.filter((each) => each > total.place.row)) {
    const pairs = pairsOf(grid, row);
    const named = (role: FundRole) =>
      pairs.find(
        ({ label, value }) => EXECUTION.test(cellText(label)) && fundRole(cellText(label))?.role === role && readPoints(value) !== null,
      );
    const full = named("weight");
    // 预算执行分值 | 10 | 得分 | 9.7: the score beside the execution's marks is the execution's.
    // 预算执行情况（满分10分） | 得分 | 9.7.
    const headed = pairs.find(({ label }) => EXECUTION.test(cellText(label)) && readHead(cellText(label)).marks !== undefined);
    const pair = named("score") ?? ((full || headed) && pairs.find(({ label }) => fundRole(cellText(label))?.role === "score"));
    const score = readPoints(pair?.value);
    if (!pair || !score) continue;
    const head = [pair.label, headed?.label].find((label) => label && readHead(cellText(label)).marks !== undefined);
    const weight =
      readPoints(full?.value) ??
      (head ? { raw: cellText(head), value: readHead(cellText(head)).marks!, evidence: cellEvidence(head) } : null);
    return funds.map((fund) =>
      fund === total ? { ...fund, weight, score, evidence: [...fund.evidence, ...cellEvidence(pair.value!)] } : fund,
    );
  }
  return funds;
}

/** The execution rate that such a row tells (预算执行率 | 81.00%), given to the total's row where that carries none. */
export function withRateBelow(funds: readonly ToldFund[], grid: Grid, rows: readonly number[]): readonly ToldFund[] {
  const total = funds.find(({ source }) => source === "total");
  if (!total || total.place.table !== grid.table.index || total.executionRate) return funds;
  const isRate = (text: string) => EXECUTION.test(text) && fundRole(text)?.role === "executionRate";
  const below = rows.filter((row) => row > total.place.row).flatMap((row) => pairsOf(grid, row));
  const value = below.find((pair) => isRate(cellText(pair.label)) && pair.value && /[%％]/u.test(cellText(pair.value)))?.value;
  const executionRate = readPercent(value);
  if (!value || !executionRate) return funds;
  return funds.map((fund) => (fund === total ? { ...fund, executionRate, evidence: [...fund.evidence, ...cellEvidence(value)] } : fund));
}
