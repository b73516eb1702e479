import type { Cell, Table } from "../../core/extracted.js";
import { range } from "../../core/range.js";
import { FUND_AMOUNTS } from "../../core/record.js";
import { unspaced } from "../../core/text.js";
import { cellText } from "../figures/cell-figure.js";
import { withDigits } from "../figures/confusable.js";
import { isMasked } from "../figures/masked.js";
import { readAmount } from "../figures/money.js";
import { unglue } from "../figures/unglue.js";
import { fundSource } from "../lexicon/labels/fund-source.js";
import { fundRole, indicatorRole } from "../lexicon/labels/head-words.js";
import { yearInTitle } from "../title/title.js";
import { withAmountsByRate } from "./columns/amounts-by-rate.js";
import { inferColumns, inferFundColumns, withLevelsUnderName, withResults } from "./columns/infer-columns.js";
import { withLevelsByContent } from "./columns/levels-by-content.js";
import { withLevelsByPlace } from "./columns/levels-by-place.js";
import { withMarksByContent } from "./columns/marks-by-content.js";
import { withMarksByRate } from "./columns/marks-by-rate.js";
import { withNaturesByContent } from "./columns/natures-by-content.js";
import { onOwnColumns, ownColumns } from "./columns/own-columns.js";
import { withReasonsByContent } from "./columns/reasons-by-content.js";
import { withSignsByContent } from "./columns/signs-by-content.js";
import { withValuesByUnits } from "./columns/values-by-units.js";
import type { Grid } from "./grid.js";
import { isBlank, toGrid } from "./grid.js";
import { breakdownRegion } from "./heads/breakdown-head.js";
import { withDisplacedHead } from "./heads/displaced-head.js";
import { fundHead } from "./heads/fund-head.js";
import { indicatorHead } from "./heads/indicator-head.js";
import { transposedRegion } from "./heads/transposed-head.js";
import { wideRegion } from "./heads/wide-head.js";
import { partBeside } from "./layouts/part-beside.js";
import { partColumns } from "./layouts/part-columns.js";
import { partLevels } from "./layouts/part-levels.js";
import { partPanels } from "./layouts/part-panels.js";
import { spreadFields } from "./layouts/spread-fields.js";
import { stackCards } from "./layouts/stack-cards.js";
import { tickedScale } from "./layouts/ticked-scale.js";
import { turnRows } from "./layouts/turn-rows.js";
import { unstackRows } from "./layouts/unstack-rows.js";
import type { FundRegion, IndicatorRegion, Region } from "./region.js";

/**
 * Cuts a table into its blocks by the rows that head them. Rows that no head governs come out as loose ones. `before`: the last region
 * of the table before, when this one may be its continuation over a page break (no head of its own, as many columns as the region has). `titled`: the year
 * that the title above tells.
 */
export function cutRegions(table: Table, before?: Region, titled?: number): readonly Region[] {
  const grid = toGrid(table);
  if (!grid) return [];
  const parted = partPanels(grid) ?? partBeside(grid) ?? partColumns(grid) ?? partLevels(grid) ?? spreadFields(grid) ?? tickedScale(grid);
  if (parted) return cutRegions(parted, before, titled);
  const regions: Region[] = [];
  let loose: number[] = [];
  const flush = () => {
    if (loose.length > 0) regions.push({ kind: "loose", grid, head: [], body: loose });
    loose = [];
  };
  let row = 0;
  let year = titled;
  /** The row below cards that make no table of indicators: they are not stacked again from each of their rows. */
  let below = 0;
  while (row < grid.rowCount) {
    const cards = row < below ? undefined : stackCards(grid, row);
    if (cards) below = row + cards.rows.length;
    const stack = cards && toGrid(cards.table);
    const stacked = stack && regionAt(stack, 0, year);
    if (stacked?.kind === "indicators") {
      flush();
      regions.push(stacked);
      row += cards!.rows.length;
      continue;
    }
    const region = regionAt(grid, row, year);
    if (!region) {
      year = yearInTitle(grid.spoken(row).length === 1 ? cellText(grid.spoken(row)[0]!) : "") ?? year;
      loose.push(row++);
      continue;
    }
    flush();
    const previous = regions.at(-1);
    regions.push(region);
    row = Math.max(row, ...region.head, ...region.body) + 1;
    // A head repeated by a page break opens no new block.
    if (previous && sameColumns(previous, region))
      regions.splice(-2, 2, { ...region, head: previous.head, body: [...previous.body, ...region.body] } as Region);
  }
  flush();
  const unstacked = unstackRows(
    table,
    regions.filter((region) => region.kind === "indicators"),
  );
  if (unstacked) return cutRegions(unstacked, before, titled);
  const found = regions.flatMap((region) => (region.kind === "loose" ? withTurned(grid, region.body, year) : [region]));
  if (before && found.every(({ kind }) => kind === "loose")) return continued(grid, before) ?? found;
  return found;
}

/** Rows that no head above governs, and among them the block whose heads stand before it. */
function withTurned(grid: Grid, rows: readonly number[], titled: number | undefined): readonly Region[] {
  const turned = turnRows(grid, rows);
  const own = turned && toGrid(turned.table);
  const region = own && regionAt(own, 0, titled);
  const loose = (body: readonly number[]): Region[] => (body.length > 0 ? [{ kind: "loose", grid, head: [], body }] : []);
  if (!turned || region?.kind !== "indicators") return loose(rows);
  return [...loose(rows.filter((row) => row < turned.rows[0]!)), region, ...loose(rows.filter((row) => row > turned.rows.at(-1)!))];
}

function regionAt(grid: Grid, row: number, titled: number | undefined): Region | undefined {
  const transposed = transposedRegion(grid, row);
  if (transposed) return transposed;
  const indicators = indicatorHead(grid, row, titled);
  if (indicators) {
    const body: number[] = [];
    for (let at = row + indicators.height; at < grid.rowCount && !startsBlock(grid, at); at++)
      if (at > row + indicators.height || !numbersColumns(grid, at)) body.push(at);
    const head = range(row, row + indicators.height);
    const named = withNaturesByContent(grid, body, indicators.columns);
    const placed = withMarksByContent(grid, body, withLevelsByContent(grid, body, named));
    const levelled = withLevelsByPlace(grid, body, withLevelsUnderName(grid, body, inferColumns(grid, head, body, placed)));
    const valued = withSignsByContent(grid, body, withValuesByUnits(grid, head, body, withResults(grid, body, levelled)));
    const columns = withReasonsByContent(grid, body, valued);
    return { kind: "indicators", grid, head, body, columns };
  }
  const breakdown = breakdownRegion(grid, row);
  if (breakdown) return breakdown;
  const wide = wideRegion(grid, row);
  if (wide) return wide;
  const funds = fundHead(grid, row, titled);
  if (!funds) return undefined;
  const { height, ...rest } = funds;
  const body: number[] = [];
  const isOwn = (at: number) => at < grid.rowCount && isFundRow(grid, at, rest) && !startsBlock(grid, at);
  for (let at = row + height; isOwn(at) || (isDivision(grid, at) && isOwn(at + 1)); at++) if (isOwn(at)) body.push(at);
  const head = range(row, row + height);
  if (body.length === 0) return undefined;
  const amounts = withDisplacedHead(grid, head, body, withAmountsByRate(grid, body, inferFundColumns(grid, head, body, rest.columns)));
  const columns = withMarksByRate(grid, body, amounts);
  return { kind: "funds", grid, head, body, ...rest, columns };
}

/** 1 | 2 | 3 | … below a head: the form's numbers of its columns. */
function numbersColumns(grid: Grid, row: number): boolean {
  const cells = grid.spoken(row);
  return cells.length >= FEWEST_HEADS && cells.every((cell, i) => cellText(cell) === String(i + 1));
}

function startsBlock(grid: Grid, row: number): boolean {
  return (
    indicatorHead(grid, row) !== undefined ||
    breakdownRegion(grid, row) !== undefined ||
    fundHead(grid, row) !== undefined ||
    transposedRegion(grid, row) !== undefined ||
    wideRegion(grid, row) !== undefined
  );
}

/** A row of a fund block: figures, dashes or blanks where the amounts stand, and a label or a figure at all. */
function isFundRow(grid: Grid, row: number, { columns, labels }: Pick<FundRegion, "columns" | "labels">): boolean {
  const amounts = FUND_AMOUNTS.flatMap((role) => columns.of.get(role) ?? []).map((column) => grid.at(row, column));
  const first = labels.length === 0 ? grid.at(row, 0) : undefined;
  if (first && amounts[0] === first && fundSource(unglue(first.text)?.label ?? "") !== undefined)
    return amounts.slice(1).every((cell) => cell && isFigure(cell));
  if (amounts.some((cell) => cell && !isFigure(cell))) return false;
  const label = labels.map((column) => grid.at(row, column)).find((cell) => cell && cell.row === row && !isBlank(cell));
  const figures = amounts.filter((cell) => cell && cell.row === row && (readAmount(cellText(cell)) !== null || isMasked(cellText(cell))));
  if (figures.length > 0) return new Set(amounts).size > 1 || amounts.length === 1;
  return label !== undefined
    ? fundSource(cellText(label)) !== undefined && grid.spoken(row).filter((cell) => !isDash(cellText(cell))).length <= 1 + amounts.length
    : grid.spoken(row).length === 0;
}

/** 按收入性质分：, alone in a row of a fund block: the sources below part the total once more. */
function isDivision(grid: Grid, row: number): boolean {
  const cells = row < grid.rowCount ? grid.spoken(row) : [];
  return new Set(cells).size === 1 && /^按.{2,10}(?:分|划分|分类|区分)[:：]?$/u.test(unspaced(cellText(cells[0]!)));
}

function isFigure(cell: Cell): boolean {
  return (
    isBlank(cell) ||
    readAmount(cellText(cell)) !== null ||
    isDash(cellText(cell)) ||
    isMasked(cellText(cell)) ||
    withDigits(cellText(cell)) !== undefined
  );
}

function isDash(text: string): boolean {
  return /^[\s—–－\-/／无*]*$/u.test(text);
}

function sameColumns(a: Region, b: Region): boolean {
  if (a.kind !== b.kind || (a.kind !== "indicators" && a.kind !== "funds")) return false;
  const keys = (region: Region) => JSON.stringify([...(region as IndicatorRegion).columns.of].sort());
  return keys(a) === keys(b);
}

/** So many words of heads make a row a head. */
const FEWEST_HEADS = 3;

/** The rows of a headless table under the head of the one before it. */
function continued(grid: Grid, before: Region): readonly Region[] | undefined {
  if (before.kind !== "indicators" && before.kind !== "funds") return undefined;
  const rows = range(0, grid.rowCount);
  // The rows of a form's block may use fewer columns than its other blocks: without these the rest of the block has no more.
  const own = before.grid.columnCount === grid.columnCount ? undefined : ownColumns(before.grid, [...before.head, ...before.body]);
  if (own && (own.count !== grid.columnCount || before.kind === "funds")) return undefined;
  // A head that no region begins with is one all the same.
  if (grid.spoken(0).filter((cell) => (fundRole(cellText(cell)) ?? indicatorRole(cellText(cell)))?.exact).length >= FEWEST_HEADS)
    return undefined;
  if (before.kind === "indicators") {
    const columns = own ? onOwnColumns(before.columns, own) : before.columns;
    return [{ ...before, grid, head: [], body: rows, columns }];
  }
  const body: number[] = [];
  for (const row of rows) {
    if (!isFundRow(grid, row, before)) break;
    body.push(row);
  }
  const loose = rows.slice(body.length);
  if (body.length === 0) return undefined;
  return [{ ...before, grid, head: [], body }, ...(loose.length > 0 ? [{ kind: "loose", grid, head: [], body: loose } as const] : [])];
}
