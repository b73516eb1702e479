import { groupBy } from "../../../core/group-by.js";
import type { Message } from "../../../core/messages/messages.js";
import { range } from "../../../core/range.js";
import { isLevel1, isLevel2, readLevel } from "../../lexicon/labels/level.js";
import { begunAt } from "../../tables/grid.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { reasonIf } from "./reason-if.js";

/** Fewer names in another column may be anything. */
const FEWEST = 2;

/**
 * The tables whose second levels (数量指标, 质量指标) stand in one column here and in another there: in some of the rows cells were left out, and all
 * that stands behind them is under another's head.
 */
export function levelsShifted(tables: readonly ReadTable[]): Message[] {
  return tables.flatMap(({ table, regions }) => {
    const isShifted = regions.some((region) => {
      if (region.kind !== "indicators") return false;
      const { grid, body } = region;
      const columns = body.flatMap((row) => range(0, grid.columnCount).filter((column) => isSecond(begunAt(grid, row, column)?.text)));
      return [...groupBy(columns, (column) => column).values()].filter((same) => same.length >= FEWEST).length > 1;
    });
    return reasonIf(isShifted, `table ${table.index}: levels of one kind stand in several columns, as where cells were left out of rows`);
  });
}

function isSecond(text: string | undefined): boolean {
  const name = text === undefined ? "" : readLevel(text).name;
  return /指标$/u.test(name) && isLevel2(name) && !isLevel1(name);
}
