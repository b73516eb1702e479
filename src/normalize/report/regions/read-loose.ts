import type { Cell } from "../../../core/extracted.js";
import { UNIT_NOTE } from "../../../core/unit-note.js";
import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { pointsOf } from "../../figures/points.js";
import { toldCell } from "../../funds/told-cell.js";
import type { ToldGrade, ToldScore } from "../../indicators/told.js";
import { fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { bareLabels, labelledValues, type MetaField, metaField, NAME, ORGANISATIONS, shortField } from "../../lexicon/labels/meta-label.js";
import { tickedWord } from "../../lexicon/labels/ticked-word.js";
import { gradeBand, namesOutcome, totalKind } from "../../lexicon/labels/total-words.js";
import { readHead } from "../../lexicon/writing/fold.js";
import { begunAt, type Grid } from "../../tables/grid.js";
import { type Pair, pairsBelow, pairsOf, valueText } from "../../tables/pairs.js";
import { saysKind } from "../../title/kind.js";
import { headYear } from "../../title/years.js";
import { isDateLine, readDate } from "../head/dates.js";
import { fitsField } from "../head/fits-field.js";
import { type HeadFacts, type LooseFacts, mergeHeads, NO_HEAD, yearClaim, yearHead } from "../head/head-facts.js";
import { explainsScale } from "../totals/grade-scale.js";
import { readTotalText } from "../totals/total-in-text.js";
import { totalsOfPairs } from "../totals/totals-of-pairs.js";

const LONGEST_NAME = 120;
/** 51000021R000000012345-2023年某项目, 219001-某局, [219]某局: a code before a name; 2022-2023年 is none. */
const CODE =
  /^(?:(?=\d+[A-Z])[\dA-Z]{10,}\s*[-—–_]\s*|(?:(?:\d{3,}|[\dA-Z]{6,})\s*[-—–_]|[[【〔](?:\d{3,}|[\dA-Z]{6,})[\]】〕])\s*(?!\d))/u;

const UNIT_LINE = new RegExp(`^${UNIT_NOTE}.{1,6}$`, "u");

/** Reads rows that no head governs: labels beside values, `label：value` cells, title and year rows, totals and grades. */
export function readLoose(grid: Grid, rows: readonly number[]): LooseFacts {
  const heads: HeadFacts[] = [];
  /** What is department and unit at once, unless a row tells a unit of its own. */
  const both: HeadFacts[] = [];
  const scores: ToldScore[] = [];
  const grades: ToldGrade[] = [];
  for (const row of rows) {
    if (headsList(grid, row)) continue;
    const pairs = pairsBelow(grid, row) ?? pairsOf(grid, row);
    scores.push(...totalsOfPairs(grid, pairs));
    for (const pair of pairs) {
      const short = shortField(cellText(pair.label));
      const fits = short && (fitsField(short, wholeValue(pair)) || (short === "projectName" && isAmongLabels(grid, pair)));
      const field = metaField(cellText(pair.label)) ?? (fits ? short : undefined);
      if (field) (field === "both" ? both : heads).push(headOf(field, cellText(pair.label), wholeValue(pair), pair));
      else for (const { field: told, label, value } of valuesWithin(pair)) heads.push(headOf(told, label, value, pair));
      const grade = gradeOf(grid, pair);
      if (grade) grades.push(grade);
    }
    // A year alone, or beside the unit of the amounts: 2024年 | 单位：万元.
    const alone = grid.spoken(row).filter((cell) => !UNIT_LINE.test(cellText(cell)));
    if (alone.length === 1) {
      const text = cellText(alone[0]!);
      const year = headYear(text);
      if (year !== null) heads.push({ ...NO_HEAD, years: [yearClaim(year, "head", cellEvidence(alone[0]!))] });
      if (isDateLine(text)) heads.push({ ...NO_HEAD, reportDate: readDate(text) });
    }
  }
  return { head: mergeHeads([...heads, ...both]), scores, grades };
}

/** The labels that a cell holds with their values: behind a colon, or 实施单位 某站 beside nothing. */
function valuesWithin(pair: Pair) {
  const text = cellText(pair.label);
  const labelled = labelledValues(text, fitsField);
  if (labelled.length > 0 || valueText(pair) !== "") return labelled;
  return bareLabels(text, fitsField).filter(({ field, value }) => ORGANISATIONS.has(field) && fitsField(field, value));
}

/** 项目 | 某项目 above or below 主管部门 | 某局: a name under a label that means much else, in a column of the form's labels. */
function isAmongLabels(grid: Grid, { label, value, row }: Pair): boolean {
  const beside = [grid.at(row - 1, label.column), grid.at(row + label.rowSpan, label.column)];
  return value !== undefined && NAME.test(cellText(value)) && beside.some((cell) => cell && metaField(cellText(cell)) !== undefined);
}

const NOTHING = { text: "" };
/** A count, at most with its measure word. */
const COUNT = /^\d[\d,，.]*\p{Script=Han}?$/u;

/** 单位名称 | 编制数 | 实有人数 over 局机关 | 30 | 22 and further rows like it: every column but the first counts something. */
function headsCounts(grid: Grid, row: number): boolean {
  const [first, ...counted] = grid.own(row);
  if (first === undefined || counted.length < 2) return false;
  // One value across the form (评价年度 | 2023年) counts nothing under any of the columns.
  const counts = (at: number, column: number) => COUNT.test(cellText(begunAt(grid, at, column) ?? NOTHING));
  return [row + first.rowSpan, row + first.rowSpan + 1].every(
    (below) => !counts(below, first.column) && counted.every((cell) => !counts(row, cell.column) && counts(below, cell.column)),
  );
}

/** 编号 | 项目名称 | 所在工作表 over 1 | 某项目 | 表1: what stands beside a label is another column's. */
function headsList(grid: Grid, row: number): boolean {
  if (headsCounts(grid, row)) return true;
  return grid.own(row).some((cell) => {
    const below = grid.at(row + cell.rowSpan, cell.column);
    return below !== undefined && indicatorRole(cellText(cell))?.role === "serial" && /^0*1[.、]?$/u.test(cellText(below));
  });
}

/** What a label of the form tells with the value beside it; nothing where the value is none. */
export function headOf(field: MetaField, label: string, value: string, pair: Pick<Pair, "label" | "value">): HeadFacts {
  const text = value.replace(CODE, "").trim();
  if (text === "" || text.length > LONGEST_NAME || isHead(text)) return NO_HEAD;
  switch (field) {
    case "projectName":
      return {
        ...NO_HEAD,
        projectName: text,
        kind: /转移支付/u.test(label) ? "transfer" : /政策/u.test(label) && !/项目/u.test(label) ? "policy" : null,
      };
    case "department":
      return { ...NO_HEAD, department: text };
    case "unit":
      return { ...NO_HEAD, unit: text };
    case "filler":
      return { ...NO_HEAD, filler: text };
    case "both":
      return { ...NO_HEAD, department: text, unit: text, kind: saysKind(label) === "department" ? "department" : null };
    case "reportDate":
      return { ...NO_HEAD, reportDate: readDate(text) };
    case "period":
    case "selfEvaluationYear":
      return yearHead(field, text, pair.value ? cellEvidence(pair.value) : cellEvidence(pair.label));
    default:
      return NO_HEAD;
  }
}

/** A recognised value that a line in the scan cut in two: all cells up to the next label. */
function wholeValue(pair: Pair): string {
  const text = valueText(pair).replace(CODE, "");
  if (!pair.value?.reading || isHead(text)) return text;
  const next = pair.rest.findIndex(
    (cell) =>
      isHead(cellText(cell)) ||
      totalKind(cellText(cell)) !== undefined ||
      readHead(cellText(cell)).unit !== undefined ||
      toldCell(cell) !== undefined,
  );
  return [text, ...(next < 0 ? pair.rest : pair.rest.slice(0, next)).map(cellText)].join("");
}

/** A head beside a head is no value: 项目名称 | 预算数 | … begins a list. */
export function isHead(text: string): boolean {
  return metaField(text) !== undefined || fundRole(text)?.exact === true || indicatorRole(text)?.exact === true;
}

function gradeOf(grid: Grid, pair: Pair): ToldGrade | undefined {
  const label = cellText(pair.label);
  const kind = totalKind(label);
  if (!pair.value || (kind !== "grade" && kind !== "total" && !namesOutcome(label)) || explainsScale(grid, pair.label)) return undefined;
  const behind = kind === "total" ? gradeBehind(pair) : undefined;
  if (behind) return { raw: cellText(behind), evidence: cellEvidence(behind), place: { table: grid.table.index, row: pair.row } };
  const text = valueText(pair);
  const ticked = tickedWord(text);
  const raw = kind === "total" ? readTotalText(`${label}：${text}`)?.grade : (ticked?.word ?? text);
  if (raw === undefined || raw === "" || ticked === null || totalKind(raw) !== undefined) return undefined;
  if (kind !== "grade" && gradeBand(raw) === null) return undefined;
  return { raw, evidence: cellEvidence(pair.value), place: { table: grid.table.index, row: pair.row } };
}

/** 总分 | 100 | 96.86 | 优: a grade behind the marks of the total's row, and nothing behind it. */
function gradeBehind({ value, rest }: Pair): Cell | undefined {
  const told = [value, ...rest].filter((cell) => cell !== undefined).filter((cell) => cellText(cell) !== "");
  const last = told.at(-1);
  const areMarks = told.length > 1 && told.slice(0, -1).every((cell) => pointsOf(cellText(cell)) !== undefined);
  return last && areMarks && gradeBand(cellText(last)) !== null ? last : undefined;
}
