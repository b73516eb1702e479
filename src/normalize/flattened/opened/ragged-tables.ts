import type { Block, Table } from "../../../core/extracted.js";
import { groupBy } from "../../../core/group-by.js";
import { type IndicatorRole, indicatorRole } from "../../lexicon/head-words.js";
import { totalKind } from "../../lexicon/total-words.js";
import { foldCell, scoreCell } from "../cells/cell-score.js";
import { IMPOSSIBLE } from "../cells/cell-words.js";
import { NOTHING_KNOWN } from "../cells/word-cells.js";
import { tableLines, withLines } from "./table-lines.js";

/** Heads that are known by their words, at least. */
const LEAST_HEADS = 4;

/**
 * The blocks with those tables as lines again whose rows were parted by tabs and left out merged and empty cells alike, so that marks stand below other
 * heads: as far as the lines tell more (`isTold`). The very same array where there is none.
 */
export function withoutRaggedTables(blocks: readonly Block[], isTold: (lines: readonly Block[]) => boolean): readonly Block[] {
  return withLines(blocks, (table) => {
    const head = table.origin === "delimited" ? raggedHead(table) : undefined;
    return head !== undefined && isTold(tableLines(table, head));
  });
}

/** The row of the head below which, up to a total, marks are missing or words stand in their place; undefined where there is none. */
function raggedHead(table: Table): number | undefined {
  const byRow = groupBy(table.cells, ({ row }) => row);
  const rows = Array.from({ length: table.rowCount }, (_, row) => byRow.get(row) ?? []);
  const head = rows.findIndex(isHead);
  if (head < 0) return undefined;
  const marks = rows[head]!.filter(({ text }) => MARKS.has(indicatorRole(text)?.role)).map(({ column }) => column);
  const below = rows.slice(head + 1);
  const total = below.findIndex((cells) => cells.some(({ text }) => totalKind(text) !== undefined));
  const own = below.slice(0, total < 0 ? below.length : total).filter((cells) => !isHead(cells));
  const isRagged = own.some((cells) => {
    const told = cells.filter(({ column, text }) => marks.includes(column) && text !== "");
    return told.length < marks.length || told.some(({ text }) => scoreCell("points", foldCell(text), NOTHING_KNOWN) <= IMPOSSIBLE);
  });
  return isRagged ? head : undefined;
}

const MARKS: ReadonlySet<IndicatorRole | undefined> = new Set<IndicatorRole | undefined>(["weight", "score"]);

function isHead(cells: Table["cells"]): boolean {
  return cells.filter(({ text }) => indicatorRole(text)?.exact).length >= LEAST_HEADS;
}
