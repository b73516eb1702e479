import { exact } from "../../../core/decimal.js";
import { cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { begunAt, type Grid } from "../grid.js";
import { isTotalRow } from "../is-total-row.js";
import type { Columns } from "../region.js";
import { columnsWithoutRole } from "./columns-without-role.js";

/**
 * The reasons under a head that no list knows (情况, 没办到是咋回事): the only column behind the scores that speaks in each row that lost marks, and in no
 * other. Undecided where no row lost any.
 */
export function withReasonsByContent(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const { of, heads } = columns;
  const [weight, score] = [of.get("weight")?.[0], of.get("score")?.[0]];
  if (of.has("reason") || weight === undefined || score === undefined) return columns;
  const rows = body.flatMap((row) => {
    const [full, given] = [weight, score].map((column) => pointsOf(begunAt(grid, row, column)?.text ?? ""));
    return full === undefined || given === undefined || isTotalRow(grid, row) ? [] : [{ row, lost: exact(given).lt(full) }];
  });
  if (!rows.some(({ lost }) => lost) || rows.every(({ lost }) => lost)) return columns;
  const speaks = (row: number, column: number) => {
    const cell = begunAt(grid, row, column);
    const text = cell ? cellText(cell) : "";
    return !saysNothing(text) && /\p{Script=Han}{2}/u.test(text);
  };
  const [column, ...others] = columnsWithoutRole(grid, body, columns).filter(
    (column) => column > score && rows.every(({ row, lost }) => speaks(row, column) === lost),
  );
  return column === undefined || others.length > 0 ? columns : { of: new Map([...of, ["reason", [column]]]), heads };
}
