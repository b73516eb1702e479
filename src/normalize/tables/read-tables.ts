import type { Block, Table } from "../../core/extracted.js";
import { UNIT_NOTE } from "../../core/unit-note.js";
import { isLevel1, readTableHeading } from "../lexicon/labels/level.js";
import { yearInTitle } from "../title/title.js";
import { withSharedHeads } from "./columns/shared-heads.js";
import { cutRegions } from "./cut-regions.js";
import { withNested } from "./grid.js";
import type { Region } from "./region.js";

/** A table of the report with its regions, and the block it stands in. */
export interface ReadTable {
  readonly table: Table;
  readonly block: number;
  readonly regions: readonly Region[];
  /** The table stands right behind one whose last rows are indicators: it may go on with these. */
  readonly isBehindIndicators: boolean;
}

/** Short lines that may stand between the parts of a table cut by a page: page numbers, 续表, a repeated unit line. */
const FURNITURE = new RegExp(
  `^(?:第?\\s*[-—–]*\\s*\\d{1,4}\\s*[-—–]*\\s*页?(?:\\s*共\\s*\\d+\\s*页)?|[(（]?续(?:上)?表?[)）]?|[(（]?${UNIT_NOTE}.{1,6}[)）]?)?$`,
  "u",
);

/** A heading is no longer. */
const LONGEST_HEADING = 24;

/** Whether a table behind the line may go on with the one before it: furniture, or the level whose indicators the table goes on with. */
function mayPartTable(line: string): boolean {
  const text = line.trim();
  return FURNITURE.test(text) || (text.length <= LONGEST_HEADING && isLevel1(readTableHeading(text).name));
}

/** Every table of the blocks cut into its regions, nested ones behind their holders; a headless table right behind another goes on with its head. */
export function readTables(blocks: readonly Block[]): ReadTable[] {
  const tables: ReadTable[] = [];
  let before: Region | undefined;
  let titled: number | undefined;
  blocks.forEach((block, index) => {
    if (block.type === "paragraph") {
      titled = yearInTitle(block.text) ?? titled;
      if (!mayPartTable(block.text)) before = undefined;
      return;
    }
    for (const table of withNested(block)) {
      const regions = cutRegions(table, before, titled);
      tables.push({ table, block: index, regions, isBehindIndicators: before?.kind === "indicators" });
      before = regions.findLast(({ kind }) => kind !== "loose");
    }
  });
  return withSharedHeads(tables);
}
