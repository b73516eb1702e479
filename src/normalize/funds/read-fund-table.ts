import type { Cell } from "../../core/extracted.js";
import type { MoneyUnit } from "../../core/record.js";
import { cellText } from "../figures/cell-figure.js";
import { fundSource } from "../lexicon/labels/fund-source.js";
import { type Head, readHead } from "../lexicon/writing/fold.js";
import type { FundRegion } from "../tables/region.js";
import { settleAdjustments } from "./adjustment.js";
import { columnFormulas } from "./column-formulas.js";
import { type FundRow, readFundRow } from "./fund-row.js";
import { labelsOf, totalLabel } from "./label-cells.js";
import { nestFunds } from "./nest-funds.js";
import type { ToldFunds } from "./told-fund.js";
import { marksTotal, namesNoSource, sumsUpTasks, withTotal } from "./whole-of-rows.js";

const NO_FUNDS: ToldFunds = { funds: [], formulas: [], unread: [] };

/** Reads a fund table whose rows are sources. `inForce`: the unit that the table's surroundings name. */
export function readFundTable(region: FundRegion, inForce: MoneyUnit): ToldFunds {
  const side: Partial<Head> = region.side ? readHead(cellText(region.side)) : {};
  const ofTotal = totalLabel(region);
  // Sources are told in the unit of what they are parts of.
  const ofWhole = ofTotal ?? unnamedFirst(region);
  const unit = side.unit ?? (ofWhole && readHead(cellText(ofWhole)).unit) ?? inForce;
  const read: FundRow[] = [];
  const unread = new Set<Cell>();
  for (const at of region.body) {
    const told = readFundRow(region, at, { unit, mayBeTotal: read.length === 0 && !ofTotal });
    for (const cell of told.unread) unread.add(cell);
    if (told.row) read.push(told.row);
  }
  const settled = settleAdjustments(read);
  const rows = withTotal(read.map((row, i) => ({ ...row, fund: settled[i]! })));
  if (region.ofTasks && !sumsUpTasks(rows.map(({ fund }) => fund))) return NO_FUNDS;
  if (!region.ofTasks && read.length > 1 && namesNoSource(read) && !marksTotal(rows)) return NO_FUNDS;
  return { funds: nestFunds(rows), formulas: columnFormulas(region, rows, inForce), unread: [...unread].map(cellText) };
}

/** The first row's label where it is that of no known source. */
function unnamedFirst(region: FundRegion): Cell | undefined {
  const label = region.body[0] === undefined ? undefined : labelsOf(region, region.body[0]).at(-1);
  return label && fundSource(cellText(label)) === undefined ? label : undefined;
}
