import type { Evidence } from "../../core/evidence.js";
import type { Cell } from "../../core/extracted.js";
import { eachFundAmount, FUND_AMOUNTS, type Fund, type FundSource, type Money, type MoneyUnit, type Points } from "../../core/record.js";
import { unspaced } from "../../core/text.js";
import { cellEvidence, cellText } from "../figures/cell-figure.js";
import { isMasked } from "../figures/masked.js";
import { readMoney } from "../figures/money.js";
import { readPercent } from "../figures/percent.js";
import { readPoints } from "../figures/points.js";
import { unsure } from "../figures/unsure.js";
import { fundLabel, fundSource, OF_WHICH } from "../lexicon/labels/fund-source.js";
import type { FundRole } from "../lexicon/labels/head-words.js";
import { readHead } from "../lexicon/writing/fold.js";
import { isBlank } from "../tables/grid.js";
import type { FundRegion } from "../tables/region.js";
import { doubtFund } from "./doubt-fund.js";
import { expectedRate } from "./expected-rate.js";
import { gluedLabel, labelsOf, unitBeside } from "./label-cells.js";
import type { ToldFund } from "./told-fund.js";

/** 100% under 分值, and 10 under 执行率. */
const SHIFTED = unsure("a share stands under the marks and a bare figure under the rate: the row's cells are shifted");

/** How labels of wholes end. */
const WHOLE = /(?:合计|总计|总额)$/u;

/** A row of a fund table as read, without regard to the others. */
export interface FundRow {
  readonly fund: ToldFund;
  /** What the column 调整数 holds. */
  readonly adjustment: Money | null;
  /** As printed. */
  readonly label: string;
  /** The cell over several rows that the label stands beside. */
  readonly group: Cell | undefined;
  /** The label says that it is a part of the row above: 其中. */
  readonly ofWhich: boolean;
}

/** How a row is read. */
interface Setting {
  /** The unit of amounts that neither their head nor their row names. */
  readonly unit: MoneyUnit;
  /** Nothing else tells the total: a row of an unknown label is it. */
  readonly mayBeTotal: boolean;
}

/** Reads a row of a fund table; `row` is undefined where it holds no amount. `unread`: cells with digits of which no figure could be made. */
export function readFundRow(region: FundRegion, row: number, setting: Setting): { row: FundRow | undefined; unread: readonly Cell[] } {
  const labels = labelsOf(region, row);
  const glued = gluedLabel(region, row);
  const own = labels.at(-1) ?? glued?.cell;
  const printed = glued?.label ?? (own ? cellText(own) : "");
  const source = sourceOf(printed, setting.mayBeTotal);
  const cell = (role: FundRole) => {
    const found = cellOf(region, row, role);
    return found && found === glued?.cell ? { ...found, text: glued.value } : found;
  };
  const unitOfRow = (own ? readHead(printed).unit : undefined) ?? unitBeside(region, row) ?? setting.unit;
  const money = (role: FundRole) => readMoney(cell(role), region.columns.heads.get(role)?.unit ?? unitOfRow);
  // Marks in a cell over several rows are the total's.
  const ownMarks = (role: "weight" | "score") => {
    const found = cell(role);
    return found && found.rowSpan > 1 && source !== "total" && spansTotal(region, found) ? undefined : found;
  };
  const amounts = eachFundAmount(money);
  const figures = {
    ...amounts,
    executionRate: readPercent(cell("executionRate"), expectedRate(amounts)),
    weight: readPoints(ownMarks("weight")),
    score: readPoints(ownMarks("score")),
  };
  const unread = ([...FUND_AMOUNTS, "executionRate", "weight", "score"] as const).flatMap((field) => {
    const found = field === "weight" || field === "score" ? ownMarks(field) : cell(field);
    return found && figures[field] === null && /\d/u.test(cellText(found)) ? [found] : [];
  });
  // Amounts that were masked leave the execution's marks.
  const masked = FUND_AMOUNTS.some((field) => cell(field) && isMasked(cellText(cell(field)!))) && readPoints(cell("score")) !== null;
  if (FUND_AMOUNTS.every((field) => amounts[field] === null) && !masked) return { row: undefined, unread };
  const fund: ToldFund = {
    source,
    label: fundLabel(printed) || (source === "total" && region.side ? fundLabel(cellText(region.side)) : ""),
    ...figures,
    weight: figures.weight ?? (source === "total" ? headMarks(region) : undefined) ?? null,
    evidence: evidenceOf([own, ...FUND_AMOUNTS.map(cell), cell("executionRate"), cell("weight"), cell("score")]),
    told: "table",
    ...rateBase(region),
    place: { table: region.grid.table.index, row },
    ...(region.ofTasks ? { ofTasks: true } : {}),
  };
  const isShifted = isShare(cell("weight")) && isBare(cell("executionRate"));
  return {
    row: {
      fund: isShifted ? doubtFund(fund, SHIFTED) : fund,
      adjustment: money("adjustment"),
      label: printed,
      group: labels.length > 1 ? labels.at(-2) : undefined,
      ofWhich: OF_WHICH.test(unspaced(printed)),
    },
    unread,
  };
}

/** 债券资金合计 above all others is the whole. */
function sourceOf(printed: string, mayBeTotal: boolean): FundSource {
  const named = fundSource(printed);
  if (mayBeTotal && (named === undefined || (named === "other" && WHOLE.test(fundLabel(printed))))) return "total";
  return named ?? "other";
}

function isShare(cell: Cell | undefined): boolean {
  return cell !== undefined && /[%％]/u.test(cellText(cell));
}

function isBare(cell: Cell | undefined): boolean {
  return cell !== undefined && /\d/u.test(cellText(cell)) && !isShare(cell);
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
