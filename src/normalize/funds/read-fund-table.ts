import { exact, sumOf } from "../../core/decimal.js";
import type { Evidence } from "../../core/evidence.js";
import type { Cell } from "../../core/extracted.js";
import { eachFundAmount, FUND_AMOUNTS, type Fund, type Money, type MoneyUnit, type Points } from "../../core/record.js";
import { unspaced } from "../../core/text.js";
import { cellEvidence, cellText } from "../figures/cell-figure.js";
import { isMasked } from "../figures/masked.js";
import { readAmount, readMoney } from "../figures/money.js";
import { readPercent } from "../figures/percent.js";
import { readPoints } from "../figures/points.js";
import { unglue } from "../figures/unglue.js";
import { unsure } from "../figures/unsure.js";
import { type Head, readHead } from "../lexicon/fold.js";
import { fundLabel, fundSource, OF_WHICH } from "../lexicon/fund-source.js";
import type { FundRole } from "../lexicon/head-words.js";
import { isBlank } from "../tables/grid.js";
import type { FundRegion } from "../tables/region.js";
import { settleAdjustments } from "./adjustment.js";
import { columnFormulas } from "./column-formulas.js";
import { doubtFund } from "./doubt-fund.js";
import { expectedRate } from "./expected-rate.js";
import { nestFunds } from "./nest-funds.js";
import type { ToldFund, ToldFunds } from "./told-fund.js";

/** 100% under 分值, and 10 under 执行率. */
const SHIFTED = unsure("a share stands under the marks and a bare figure under the rate: the row's cells are shifted");

/** How labels of wholes end. */
const WHOLE = /(?:合计|总计|总额)$/u;

/** Reads a fund table whose rows are sources. `inForce`: the unit that the table's surroundings name. */
export function readFundTable(region: FundRegion, inForce: MoneyUnit): ToldFunds {
  const side: Partial<Head> = region.side ? readHead(cellText(region.side)) : {};
  const ofTotal = totalLabel(region);
  // Sources are told in the unit of what they are parts of.
  const ofWhole = ofTotal ?? unnamedFirst(region);
  const around = side.unit ?? (ofWhole && readHead(cellText(ofWhole)).unit) ?? inForce;
  const read: { fund: ToldFund; adjustment: Money | null; label: string; group: Cell | undefined; ofWhich: boolean }[] = [];
  const unread = new Set<Cell>();
  for (const row of region.body) {
    const labels = labelsOf(region, row);
    const glued = gluedLabel(region, row);
    const own = labels.at(-1) ?? glued?.cell;
    const printed = glued?.label ?? (own ? cellText(own) : "");
    const place = { table: region.grid.table.index, row };
    const cell = (role: FundRole) => {
      const found = cellOf(region, row, role);
      return found && found === glued?.cell ? { ...found, text: glued.value } : found;
    };
    const unit = (role: FundRole) =>
      region.columns.heads.get(role)?.unit ?? (own ? readHead(printed).unit : undefined) ?? unitBeside(region, row) ?? around;
    const amounts = eachFundAmount((field) => readMoney(cell(field), unit(field)));
    const named = fundSource(printed);
    const isFirst = read.length === 0 && !ofTotal;
    // 债券资金合计 above all others is the whole.
    const source = isFirst && (named === undefined || (named === "other" && WHOLE.test(fundLabel(printed)))) ? "total" : (named ?? "other");
    const total = source === "total";
    // Marks in a cell over several rows are the total's.
    const ownMarks = (role: "weight" | "score") => {
      const found = cell(role);
      return found && found.rowSpan > 1 && !total && spansTotal(region, found) ? undefined : found;
    };
    const figures = {
      ...amounts,
      executionRate: readPercent(cell("executionRate"), expectedRate(amounts)),
      weight: readPoints(ownMarks("weight")),
      score: readPoints(ownMarks("score")),
    };
    for (const field of [...FUND_AMOUNTS, "executionRate", "weight", "score"] as const) {
      const found = field === "weight" || field === "score" ? ownMarks(field) : cell(field);
      if (found && figures[field] === null && /\d/u.test(cellText(found))) unread.add(found);
    }
    // Amounts that were masked leave the execution's marks.
    const masked = FUND_AMOUNTS.some((field) => cell(field) && isMasked(cellText(cell(field)!))) && readPoints(cell("score")) !== null;
    if (FUND_AMOUNTS.every((field) => amounts[field] === null) && !masked) continue;
    const label = fundLabel(printed) || (source === "total" && region.side ? fundLabel(cellText(region.side)) : "");
    const marks = total ? headMarks(region) : undefined;
    const fund: ToldFund = {
      source,
      label,
      ...figures,
      weight: figures.weight ?? marks ?? null,
      evidence: evidenceOf([own, ...FUND_AMOUNTS.map(cell), cell("executionRate"), cell("weight"), cell("score")]),
      told: "table",
      ...rateBase(region),
      place,
      ...(region.ofTasks ? { ofTasks: true } : {}),
    };
    read.push({
      label: printed,
      adjustment: readMoney(cell("adjustment"), unit("adjustment")),
      group: labels.length > 1 ? labels.at(-2) : undefined,
      ofWhich: OF_WHICH.test(unspaced(printed)),
      fund: isShare(cell("weight")) && isBare(cell("executionRate")) ? doubtFund(fund, SHIFTED) : fund,
    });
  }
  const settled = settleAdjustments(read);
  const rows = read.map((row, i) => ({ ...row, fund: settled[i]! }));
  if (region.ofTasks && !sumsUpTasks(withTotal(rows).map(({ fund }) => fund))) return { funds: [], formulas: [], unread: [] };
  if (!region.ofTasks && rows.length > 1 && namesNoSource(rows) && !marksTotal(rows)) return { funds: [], formulas: [], unread: [] };
  return { funds: nestFunds(withTotal(rows)), formulas: columnFormulas(region, rows, inForce), unread: [...unread].map(cellText) };
}

/** Whether tasks sum to a total: what is spent beside tasks (salaries, a running office) no list of tasks tells. */
function sumsUpTasks(rows: readonly ToldFund[]): boolean {
  const whole = rows.find(({ source }) => source === "total");
  const parts = rows.filter((fund) => fund !== whole);
  return whole !== undefined && parts.length > 1 && sumsUp(whole, parts);
}

/**
 * Rows of which most are no sources of money list something else: items of expenditure, projects, places. Parts of a total that stands
 * before them, or that is called the total of funds, may have names of their own.
 */
function namesNoSource(rows: readonly { readonly label: string }[]): boolean {
  const sources = rows.map(({ label }) => (label === "" ? "unnamed" : fundSource(label)));
  if (sources[0] === "total" || rows.some(({ label }, i) => sources[i] === "total" && /资金|预算|经费|金额/u.test(label))) return false;
  const parts = sources.filter((source) => source !== "total");
  return parts.length > 0 && parts.filter((source) => source !== undefined).length * 2 < parts.length;
}

function isShare(cell: Cell | undefined): boolean {
  return cell !== undefined && /[%％]/u.test(cellText(cell));
}

function isBare(cell: Cell | undefined): boolean {
  return cell !== undefined && /\d/u.test(cellText(cell)) && !isShare(cell);
}

/** Whether the execution's marks stand beside the row that all others sum to: what they are called, they are parts of the money that is scored. */
function marksTotal(rows: readonly { readonly fund: ToldFund }[]): boolean {
  const [whole, ...parts] = rows.map(({ fund }) => fund);
  return whole?.weight != null && whole.score !== null && parts.every(({ score }) => score === null) && sumsUp(whole, parts);
}

/** Where no label was read as the total's, the row of an unknown label that all others sum to is the total. */
function withTotal<Row extends { readonly fund: ToldFund; readonly label: string }>(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 3 || rows.some(({ fund }) => fund.source === "total")) return rows;
  const at = rows.findIndex(
    ({ fund, label }, i) =>
      fundSource(label) === undefined &&
      sumsUp(
        fund,
        rows.filter((_, k) => k !== i).map((row) => row.fund),
      ),
  );
  return rows.map((row, i) => (i === at ? { ...row, fund: { ...row.fund, source: "total" as const } } : row));
}

function sumsUp(whole: ToldFund, parts: readonly ToldFund[]): boolean {
  const told = FUND_AMOUNTS.filter((field) => whole[field] !== null);
  const held = told.filter((field) => sumOf(parts.map((part) => part[field]?.yuan)).eq(whole[field]!.yuan));
  return told.length > 1 && held.length === told.length && told.some((field) => !exact(whole[field]!.yuan).isZero());
}

/** The row's label cells, left to right, without the side label; a cell that spans rows names a group. */
function labelsOf(region: FundRegion, row: number): Cell[] {
  const cells = region.labels
    .map((column) => region.grid.at(row, column))
    .filter((cell): cell is Cell => cell !== undefined && !isBlank(cell) && cell !== region.side);
  // Columns of figures that have no role (总投资, 累计下达) stand before the amounts too.
  return [...new Set(cells)].filter((cell) => !/^(?:\d{1,2}|[万亿]?元)$/u.test(cellText(cell)) && readAmount(cellText(cell)) === null);
}

/** A unit in a column of its own: 年度资金总额 | 万元 | 120. */
function unitBeside(region: FundRegion, row: number): MoneyUnit | undefined {
  const text = region.labels.map((column) => region.grid.at(row, column)).find((cell) => cell && /^[万亿]?元$/u.test(cellText(cell)));
  return text && (cellText(text) as MoneyUnit);
}

/** Where no column was left for the labels, the label that ran into the row's first figure. */
function gluedLabel(region: FundRegion, row: number): { cell: Cell; label: string; value: string } | undefined {
  const cell = region.labels.length === 0 ? region.grid.at(row, 0) : undefined;
  const parts = cell && unglue(cell.text);
  return cell && parts && fundSource(parts.label) !== undefined ? { cell, ...parts } : undefined;
}

/** The label of the row that says that it is the total. */
function totalLabel(region: FundRegion): Cell | undefined {
  return region.body.map((row) => labelsOf(region, row).at(-1)).find((label) => label && fundSource(cellText(label)) === "total");
}

/** The first row's label where it is that of no known source. */
function unnamedFirst(region: FundRegion): Cell | undefined {
  const label = region.body[0] === undefined ? undefined : labelsOf(region, region.body[0]).at(-1);
  return label && fundSource(cellText(label)) === undefined ? label : undefined;
}

/** Whether a cell stands beside the total's row, too. */
function spansTotal(region: FundRegion, cell: Cell): boolean {
  return region.body.some(
    (row) =>
      row >= cell.row && row < cell.row + cell.rowSpan && labelsOf(region, row).some((label) => fundSource(cellText(label)) === "total"),
  );
}

function cellOf(region: FundRegion, row: number, role: FundRole): Cell | undefined {
  const columns = region.columns.of.get(role) ?? [];
  const cells = columns.map((column) => region.grid.at(row, column));
  return cells.find((cell) => cell && !isBlank(cell)) ?? cells[0];
}

/** Full marks of the execution score that a head tells: 得分（20分*执行率）, 预算执行情况（20分）. */
function headMarks(region: FundRegion): Points | undefined {
  const head = region.columns.heads;
  const told = region.side ? readHead(cellText(region.side)).marks : undefined;
  const value = told ?? head.get("score")?.marks ?? head.get("executionRate")?.marks;
  if (value === undefined) return undefined;
  const cell = told !== undefined ? region.side! : scoreHead(region);
  return { raw: cell ? cellText(cell) : value, value, evidence: cell ? cellEvidence(cell) : [] };
}

function scoreHead(region: FundRegion): Cell | undefined {
  const column = region.columns.of.get("score")?.[0];
  return column === undefined ? undefined : region.head.map((row) => region.grid.at(row, column)).find((cell) => !isBlank(cell));
}

/** `执行率(B/A)`: the amount whose head carries the divisor's letter. */
function rateBase(region: FundRegion): Pick<Fund, "rateBase"> {
  const { heads } = region.columns;
  const divisor = /\/([A-Z]\d?)/u.exec(heads.get("executionRate")?.letters ?? "")?.[1];
  const base = divisor && (["initialBudget", "adjustedBudget", "received"] as const).find((field) => heads.get(field)?.letters === divisor);
  return base ? { rateBase: base } : {};
}

function evidenceOf(cells: readonly (Cell | undefined)[]): Evidence[] {
  return [...new Set(cells.filter((cell): cell is Cell => cell !== undefined && !isBlank(cell)))].flatMap(cellEvidence);
}
