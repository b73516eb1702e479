import { cellText } from "../../figures/cell-figure.js";
import { fundRole } from "../../lexicon/labels/head-words.js";
import { type Head, readHead } from "../../lexicon/writing/fold.js";
import { type Grid, headCell } from "../grid.js";
import type { FundRegion, IndicatorRegion, Region } from "../region.js";

const MARKS = ["weight", "score"] as const;

/** Fund tables with the columns of marks that no list knows, but under whose heads the report's indicators have theirs (分额 | 判得 in both). */
export function withSharedHeads<Told extends { readonly regions: readonly Region[] }>(tables: readonly Told[]): Told[] {
  const heads = tables.flatMap(({ regions }) => regions.flatMap((region) => (region.kind === "indicators" ? marksHeads(region) : [])));
  if (heads.length === 0) return [...tables];
  return tables.map((table) => {
    if (!table.regions.some(({ kind }) => kind === "funds")) return table;
    return { ...table, regions: table.regions.map((region) => (region.kind === "funds" ? withMarks(region, heads) : region)) };
  });
}

type MarksHead = readonly ["weight" | "score", Head];

function marksHeads({ grid, head, columns }: IndicatorRegion): MarksHead[] {
  return MARKS.flatMap((role): MarksHead[] => {
    const column = columns.of.get(role)?.[0];
    const words = column === undefined ? undefined : headAt(grid, head, column);
    return words ? [[role, words]] : [];
  });
}

function withMarks(region: FundRegion, heads: readonly MarksHead[]): FundRegion {
  const { grid, head, columns } = region;
  const taken = new Set([...columns.of.values()].flat());
  const found = heads.flatMap(([role, { name }]) => {
    if (columns.of.has(role)) return [];
    for (let column = 0; column < grid.columnCount; column++) {
      const words = taken.has(column) ? undefined : headAt(grid, head, column);
      if (words?.name === name && !fundRole(words.whole)) return [[role, [column]] as const];
    }
    return [];
  });
  return found.length === 0 ? region : { ...region, columns: { of: new Map([...columns.of, ...found]), heads: columns.heads } };
}

function headAt(grid: Grid, head: readonly number[], column: number): Head | undefined {
  const cell = headCell(grid, head, column);
  return cell && readHead(cellText(cell));
}
