import type { Evidence } from "../../../core/evidence.js";
import type { Cell } from "../../../core/extracted.js";
import { type Indicator, isCounted, type RowDoubt } from "../../../core/record.js";
import { cellDoubt, cellEvidence, cellText, garbledFigureDoubt, lostFigureDoubt } from "../../figures/cell-figure.js";
import { readPercent } from "../../figures/percent.js";
import { readPoints } from "../../figures/points.js";
import { unsure } from "../../figures/unsure.js";
import { categoryOf } from "../../lexicon/labels/level.js";
import type { Levels } from "../levels/levels.js";
import { directionOf } from "../targets/direction.js";
import { kindOf } from "../targets/kind.js";
import { readActual, readTarget, withSentences } from "../targets/target.js";
import type { ToldIndicator } from "../told.js";
import { printedStandard } from "./printed-standard.js";
import { type RowCells, VALUE_ROLES } from "./row-cells.js";

const HALF = unsure("its row may be the rest of the row above: it has a score and no weight");
/** 929件 as a name: the row lacks cells that others have, and each figure may be another column's. */
const NO_NAME = unsure("a figure stands where the indicator's name should");
/** One name over rows with marks of their own is on a scan rather several, with a ruling between them that was not seen. */
const ONE_NAME = unsure("its name stands over several rows: a ruling between their names may not have been seen");
const BARE_FIGURE = /^[≥≤<>=＝]?\d[\d.,]*(?:[%％]|\p{Script=Han}{0,2})$/u;
const OF_WHICH = /^[★☆▲△*]*\s*其中[:：]?\s*/u;
/** What stands before an indicator's name and is no part of it: a core one's star, 其中. */
const MARKED = /^[★☆▲△*]*\s*(?:其中[:：]?\s*)?/u;

export interface RowContext {
  readonly place: { readonly table: number; readonly row: number };
  readonly columns: Indicator["columns"];
  readonly confidence: number;
  readonly parent: readonly ToldIndicator[];
}

/** One row of an indicator table, under the levels in force. */
export function readRow(cells: RowCells, levels: Levels, { place, columns, confidence, parent }: RowContext): ToldIndicator {
  const partOf = OF_WHICH.test(levels.level3) ? parent.findLast(isCounted)?.level3 : undefined;
  const { level3 } = levels;
  const bare = level3.replace(MARKED, "");
  const category = categoryOf(levels.level1, levels.level2, bare);
  const printed = readTarget(cells, bare);
  const { target, actual } = withSentences(cells, printed, readActual(cells, printed.quantity), bare);
  // 第 of 第5名 tells of nothing.
  const subject = target.lead !== undefined && target.lead.length > 1 ? target.lead : bare;
  const side = directionOf(target.quantity, { level2: levels.level2, level3: subject, category }, target.sign);
  const direction = isDecline(bare + target.text) && actual.quantity?.value.startsWith("-") ? "none" : side;
  const { weight, score, apart } = marksOf(cells, levels);
  const standard = printedStandard(cells);
  const used = [levels.name, ...VALUE_ROLES.flatMap((role) => cells.cells(role)), cells.cell("reason")].filter(
    (cell): cell is Cell => cell !== undefined && cellText(cell) !== "",
  );
  const unread = { weight: weight === null, score: score === null, target: !target.quantity, actual: !actual.quantity };
  const doubt =
    apart ??
    (BARE_FIGURE.test(level3) ? NO_NAME : figureDoubt(cells, unread)) ??
    textDoubt({
      level3: [levels.name],
      target: [cells.cell("target")],
      actual: [cells.cell("actual")],
      standard: standard.cells,
      deviationReason: [],
    });
  return {
    level1: levels.level1,
    level2: levels.level2,
    level3,
    category,
    target: target.text,
    actual: actual.text,
    targetValue: target.quantity,
    actualValue: actual.quantity,
    kind: kindOf(target.text, target.quantity, actual.quantity, target.sign),
    direction,
    weight,
    score,
    completionRate: readPercent(cells.cell("completionRate"), expectedRate(target.quantity?.value, actual.quantity?.value)),
    deviationReason: cells.text("reason"),
    evidence: evidenceFor(used),
    confidence: Math.min(confidence, ...used.map((cell) => cell.reading?.confidence ?? 1)),
    columns,
    ...(partOf === undefined ? {} : { partOf }),
    ...(standard.text === "" ? {} : { standard: standard.text }),
    ...(doubt ? { doubt } : {}),
    place,
    evidenceOf: evidenceByRole(cells),
  };
}

/** A row's full marks and its score, and why they may be another row's. */
function marksOf(cells: RowCells, levels: Levels) {
  const weight = weightOf(cells, levels);
  const read = cells.begins("score") ? readPoints(cells.cell("score")) : null;
  const half = read !== null && weight === null && isHalf(cells) ? HALF : undefined;
  const apart = half ?? (isOverRows(levels.name, cells) ? ONE_NAME : undefined);
  const score = read && apart ? { ...read, doubt: read.doubt ?? apart } : read;
  return { weight, score, apart };
}

/** Marks that span several rows are stated once, for all of them. */
function weightOf(cells: RowCells, levels: Levels): Indicator["weight"] {
  if (!cells.has("weight")) return levels.ownMarks ?? null;
  return cells.begins("weight") && !cells.sharesWeight() ? readPoints(cells.cell("weight")) : null;
}

/** The doubt of a row in whose cells figures stand that could not be read. */
function figureDoubt(cells: RowCells, unread: { readonly [role in "weight" | "score" | "target" | "actual"]: boolean }) {
  const doubts = (["weight", "score", "target", "actual"] as const).map((role) => {
    const cell = unread[role] ? cells.cell(role) : undefined;
    return cell && (role === "weight" || role === "score" ? lostFigureDoubt(cell) : garbledFigureDoubt(cell));
  });
  return doubts.find((found) => found !== undefined);
}

/** 下降2% told as -2.3%: a fall is as large as its figure without the sign. */
function isDecline(text: string): boolean {
  return /下降|降低|减少|压减|降幅/u.test(text);
}

/** Whether a recognised row leaves the column for weights blank by itself: wrapped cells without a ruling between rows come apart so. */
function isHalf(cells: RowCells): boolean {
  const weight = cells.cell("weight");
  return cells.cell("score")?.reading !== undefined && cells.begins("weight") && weight?.rowSpan === 1 && cellText(weight) === "";
}

/** Whether a recognised name stands over several rows with marks. */
function isOverRows(name: Cell | undefined, cells: RowCells): boolean {
  const marks = (["weight", "score"] as const).map((role) => cells.cell(role));
  return name?.reading !== undefined && marks.every((cell) => cell !== undefined && cell.row === cells.row && cell.rowSpan < name.rowSpan);
}

/** Actual ÷ target in percent, for telling a fraction from a percentage. */
function expectedRate(target: string | undefined, actual: string | undefined): number | undefined {
  const rate = (Number(actual) / Number(target)) * 100;
  return Number.isFinite(rate) && !target?.includes("..") ? rate : undefined;
}

/** The doubt of the first of a row's texts that has one, with all that have one. */
function textDoubt(texts: Readonly<Record<NonNullable<RowDoubt["on"]>[number], readonly (Cell | undefined)[]>>): RowDoubt | undefined {
  const doubts = (Object.keys(texts) as (keyof typeof texts)[]).flatMap((field) => {
    const doubt = texts[field].map((cell) => cell && cellDoubt(cell)).find((found) => found !== undefined);
    return doubt ? [{ field, doubt }] : [];
  });
  return doubts[0] && { ...doubts[0].doubt, on: doubts.map(({ field }) => field) };
}

/** The row's cells as evidence, the name's first. */
function evidenceFor(cells: readonly Cell[]): Evidence[] {
  return [...new Set(cells)].flatMap(cellEvidence);
}

/** Where each of a row's values stands. */
function evidenceByRole(cells: RowCells): ToldIndicator["evidenceOf"] {
  const roles = ["target", "actual", "weight", "score", "completionRate"] as const;
  return Object.fromEntries(
    roles.flatMap((role) => {
      const cell = cells.cell(role);
      return cell ? [[role, cellEvidence(cell)]] : [];
    }),
  );
}
