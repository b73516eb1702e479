import type { Cell, Table } from "../../../core/extracted.js";
import { groupBy } from "../../../core/group-by.js";
import { unspaced } from "../../../core/text.js";
import { cellText } from "../../figures/cell-figure.js";
import { type IndicatorRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { isLevel1, isLevel2, levelsRunTogether, readLevel } from "../../lexicon/labels/level.js";
import type { Grid } from "../grid.js";

/** Fewer names do not show that a column holds both levels. */
const FEWEST_NAMES = 3;
/** 产出数量, 产出成本, 产出时效指标: second levels by themselves, too. */
const OWN_NAME = /^产出(?:数量|质量|时效|进度|成本)(?:指标)?$/u;
const BETWEEN = "-";
/** The heads below which stand names as the author wrote them. */
const NAMES: ReadonlySet<IndicatorRole> = new Set(["level3", "level3?", "level4"]);

/**
 * A table with a dash between the two levels that a column's cells tell one below the other (效益 / 社会效益, run together 效益社会效益): 产出数量 stands for
 * two in a column where other names can only be two. Undefined where no column is such. Cells keep their evidence.
 */
export function partLevels(grid: Grid): Table | undefined {
  const parted = new Map<Cell, string>();
  // A form's blocks have columns of their own, of other widths.
  const columns = groupBy(grid.table.cells, ({ column, colSpan }) => `${column} ${colSpan}`).values();
  const hasNames = grid.table.cells.some(isNameHead);
  for (const cells of columns) {
    const own = cells.filter((cell) => cellText(cell) !== "");
    if (own.some((cell) => isNameHead(cell) || (!hasNames && isSecondHead(cell)))) continue;
    const both = own.flatMap((cell) => {
      const levels = levelsRunTogether(cellText(cell));
      return levels ? [{ cell, levels }] : [];
    });
    const names = new Set(both.map(({ levels }) => levels.join("")));
    const isTold = both.some(({ levels }) => !OWN_NAME.test(levels.join("")));
    const stands = own.some((cell) => !both.some((each) => each.cell === cell) && namesOne(cellText(cell)));
    if (names.size < FEWEST_NAMES || !isTold || stands) continue;
    for (const { cell, levels } of both) parted.set(cell, levels.join(BETWEEN));
  }
  if (parted.size === 0) return undefined;
  return { ...grid.table, cells: grid.table.cells.map((cell) => ({ ...cell, text: parted.get(cell) ?? cell.text })) };
}

/** 三级指标, 绩效指标: below it stand names as the author wrote them. */
function isNameHead(cell: Cell): boolean {
  const head = indicatorRole(cellText(cell));
  return head?.exact === true && NAMES.has(head.role);
}

/** 二级指标: where no column of names stands beside it, those below it are names. */
function isSecondHead(cell: Cell): boolean {
  const head = indicatorRole(cellText(cell));
  return head?.exact === true && head.role === "level2";
}

/** Whether a text is the name of one level: the column then tells them one by one. */
function namesOne(text: string): boolean {
  const { name } = readLevel(unspaced(text));
  return isLevel1(name) || isLevel2(name);
}
