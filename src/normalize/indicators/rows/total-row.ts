import { exact } from "../../../core/decimal.js";
import type { Cell } from "../../../core/extracted.js";
import type { Points } from "../../../core/record.js";
import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { pointsIn, pointsOf, readPoints } from "../../figures/points.js";
import { unsure } from "../../figures/unsure.js";
import { indicatorRole } from "../../lexicon/labels/head-words.js";
import { isLevel1, isLevel2, level1Of, readLevel, readLevelHeading } from "../../lexicon/labels/level.js";
import { isPartsScore, LEAST_TOTAL, namesFullMarks, totalKind } from "../../lexicon/labels/total-words.js";
import { foldLabel, readHead } from "../../lexicon/writing/fold.js";
import { chineseInteger } from "../../numeral.js";
import type { IndicatorRegion } from "../../tables/region.js";
import type { LevelRows } from "../levels/level-rows.js";
import type { Levels } from "../levels/levels.js";
import type { ToldGrade, ToldScore } from "../told.js";
import { readPathRow } from "./path-row.js";
import type { RowCells } from "./row-cells.js";
import { type Marks, namedLevel, namesPart, partOf, type Sums, sumsPart } from "./subtotal.js";
import { gradesIn } from "./total-grades.js";

export interface TotalRow {
  readonly scores: readonly ToldScore[];
  readonly grades: readonly ToldGrade[];
  /** The second level that the row names for those below. */
  readonly level2?: string;
  /** The first level that the row names for those below, without marks of its own. */
  readonly level1?: string;
}

const NO_MARKS: Marks = { score: null, fullMarks: null };
const OF_A_PART = unsure("a score under a total's name that is smaller than any whole's");
const GRADE_LABEL = /^(?:自评|评价|绩效|综合)*(?:等级|等次|评级|级别)$/u;

/** A total, subtotal or level row of an indicator table; undefined when the row is none of these. */
export function readTotalRow(
  region: IndicatorRegion,
  cells: RowCells,
  levels: Levels,
  { summed, levelRows }: { readonly summed: Sums; readonly levelRows: LevelRows },
): TotalRow | undefined {
  const own = region.grid.spoken(cells.row);
  const words = own.filter((cell) => pointsOf(cellText(cell)) === undefined && !(isSerial(region, cell) && isNumbering(cellText(cell))));
  // 自评等级 of the row below may reach up beside the total's label.
  const label = words.find((cell) => !GRADE_LABEL.test(cellText(cell)) || words.at(-1) === cell);
  if (!label) return undefined;
  const text = cellText(label);
  const path = readPathRow(region, cells.row);
  if (path) return path;
  const alone = levelRows.alone(cells.row);
  if (alone) return { scores: [], grades: [], [alone]: readLevelHeading(text).name };
  const called =
    totalKind(text) ??
    (namesPart(text, levels) ? "subtotal" : undefined) ??
    (isGarbledTotal(region, cells, own, label, summed) ? "total" : undefined);
  const place = { table: region.grid.table.index, row: cells.row };
  const figures = called === undefined ? NO_MARKS : figuresOf(region, own, label);
  const isPart = called === "total" && levels.level1 !== "" && sumsPart(figures, summed, () => totalsBelow(region, cells.row));
  if (called === "total" && !isPart) return total(region, own, { label, figures, place }, summed);
  if (isPart || called === "subtotal") return subtotal(region, { label, figures, place }, levels, summed);
  const second = secondLevelRow(region, cells, label, levels);
  if (second) return second;
  const level = levelRow(region, cells, own, label);
  return level?.scores.some(({ name }) => !levelRows.heads(cells.row, name)) ? undefined : level;
}

/** What a total's or a part's row tells: its label, the marks beside it, and where it stands. */
interface Labelled {
  readonly label: Cell;
  readonly figures: Marks;
  readonly place: ToldScore["place"];
}

function total(region: IndicatorRegion, own: readonly Cell[], { label, figures, place }: Labelled, summed: Sums): TotalRow {
  const text = cellText(label);
  const score: ToldScore = {
    scope: "total",
    name: foldLabel(text)
      .replace(/[(（].*$/u, "")
      .replace(/(\d+(?:\.\d+)?)分$/u, ""),
    score: figures.score,
    fullMarks: figures.fullMarks ?? pointsIn(label, readHead(text).marks),
    evidence: evidenceOf(label, figures),
    place,
  };
  const grades = gradesIn(region, own, label, figures).map((grade) => ({ ...grade, place }));
  const told = grades.length === 0 && isOfPart(score, summed) ? { ...score, score: { ...score.score, doubt: OF_A_PART } } : score;
  return { scores: figures.score || figures.fullMarks ? [told] : [], grades };
}

function subtotal(region: IndicatorRegion, { label, figures, place }: Labelled, levels: Levels, summed: Sums): TotalRow {
  const text = cellText(label);
  const { score, fullMarks } = figures;
  if (!score && !fullMarks) return { scores: [], grades: [] };
  // 小计 where the first levels stand that sums all rows above (the execution's marks stand elsewhere), or levels alone, is no level's.
  const { all, level1 } = summed;
  const ofAll = fullMarks && (all.weight.isZero() || (all.weight.eq(fullMarks.value) && !level1.weight.eq(fullMarks.value)));
  const isLeftOfLevels = label.column <= (region.columns.of.get("level1")?.[0] ?? 0);
  const isBeside = label.column < (region.columns.of.get("level3")?.[0] ?? Number.POSITIVE_INFINITY);
  const summing =
    ofAll && isLeftOfLevels && namedLevel(text, levels) === undefined
      ? { scope: "section" as const, name: foldLabel(text) }
      : partOf(text, isBeside, figures, levels, summed);
  return { scores: summing ? [{ ...summing, ...figures, evidence: evidenceOf(label, figures), place }] : [], grades: [] };
}

/** Whether a score alone is a part's, by its size, and not what the rows above sum to. */
function isOfPart(told: ToldScore, { all }: Sums): told is ToldScore & { readonly score: Points } {
  const { name, score, fullMarks } = told;
  return score !== null && fullMarks === null && isPartsScore(name, score.value) && !all.score.eq(score.value);
}

/** Marks that no two rows of one table have: a row with more, which the rows above sum to, is no indicator among them. */
const HALF = 50;

/** A row without a name whose figures are the sums of the columns above, or full marks, is their total, however its label was read. */
function isGarbledTotal(region: IndicatorRegion, cells: RowCells, own: readonly Cell[], label: Cell, summed: Sums): boolean {
  if (own[0] !== label || isLevel1(readLevel(cellText(label)).name)) return false;
  if ((["target", "actual"] as const).some((role) => cells.text(role) !== "" && cells.cell(role) !== label)) return false;
  // 合 | 计 in two cells, however the second was read: no name is one character.
  if (cells.begins("level3") && cells.text("level3").length > 1 && cells.cell("level3") !== label) return false;
  const { score, fullMarks } = figuresOf(region, own, label);
  if (!score || !fullMarks || summed.all.weight.isZero()) return false;
  const marks = exact(fullMarks.value);
  return marks.eq(100) || (marks.gt(HALF) && (marks.eq(summed.all.weight) || exact(score.value).eq(summed.all.score)));
}

/** A row that only names a first level, with its marks and perhaps its score, above the rows that it sums. */
function levelRow(region: IndicatorRegion, cells: RowCells, own: readonly Cell[], label: Cell): TotalRow | undefined {
  const { name, fullMarks, score } = readLevelHeading(cellText(label));
  // A group's name may begin where the rows have their numbers.
  const numbered = own.filter((cell) => cell !== label && isSerial(region, cell));
  const isTold = (["target", "actual"] as const).some((role) => cells.text(role) !== "" && cells.cell(role) !== label);
  if (own.find((cell) => !numbered.includes(cell)) !== label || isTold) return undefined;
  if (!isLevel1(name) && !isHeading(region, own, label)) return undefined;
  const values = own.filter((cell) => cell !== label && !numbered.includes(cell));
  if (values.some((cell) => readPoints(cell) === null)) return undefined;
  if (label.rowSpan > 1) return undefined;
  const figures = figuresOf(region, own, label);
  const told = { score: figures.score ?? pointsIn(label, score), fullMarks: figures.fullMarks ?? pointsIn(label, fullMarks) };
  if (!told.score && !told.fullMarks) {
    if (values.length > 0) return undefined;
    return { scores: [], grades: [], ...(label.colSpan > 1 && region.grid.spoken(cells.row).length === 1 ? { level1: name } : {}) };
  }
  const place = { table: region.grid.table.index, row: cells.row };
  return { scores: [{ scope: "level1", name, ...told, evidence: evidenceOf(label, told), place }], grades: [] };
}

/** Whether a row is one text with its marks, or across the table, and no column holds the first levels: 共性指标（30分） above the rows under it. */
function isHeading({ grid, columns }: IndicatorRegion, own: readonly Cell[], label: Cell): boolean {
  const { name, fullMarks } = readLevel(cellText(label));
  if (own.length > 1 || columns.of.has("level1") || columns.of.has("levels") || isLevel2(name)) return false;
  const isCalled = /指标$/u.test(name);
  return fullMarks !== undefined ? label.column === 0 || isCalled : label.colSpan === grid.columnCount && isCalled;
}

/** A row that only names a second level (数量指标; 成本指标 under 产出指标) above its indicators, in a table without a column for it. */
function secondLevelRow({ grid, columns }: IndicatorRegion, cells: RowCells, label: Cell, levels: Levels): TotalRow | undefined {
  const { name } = readLevel(cellText(label));
  const above = level1Of(name);
  const isAlone =
    grid.spoken(cells.row).length === 1 && label === cells.cell("level3") && !columns.of.has("level2") && !columns.of.has("levels");
  if (!isAlone || above === undefined || !/指标$/u.test(name)) return undefined;
  return isLevel1(name) && !levels.level1.endsWith(above) ? undefined : { scores: [], grades: [], level2: name };
}

/** 一, （二）, 3、: what numbers a row. */
function isNumbering(text: string): boolean {
  return chineseInteger(text.replace(/^[(（]|[)）、.．]+$/gu, "")) !== null;
}

/** 1, 1.1 before a name: the row's number. */
function isSerial({ columns }: IndicatorRegion, cell: Cell): boolean {
  return cell.colSpan === 1 && (columns.of.get("serial")?.includes(cell.column) ?? false);
}

/**
 * The row's marks and score by the labels right before them (总分值 | 100 | 总得分 | 96), else by their columns. A cell that spans several columns, or stands in none of the two, is told by order: of two
 * figures the full marks come first; a lone one is the score, unless it stands in the weight column alone.
 */
function figuresOf(region: IndicatorRegion, own: readonly Cell[], label: Cell): Marks {
  const { of } = region.columns;
  const covers = (cell: Cell, role: "weight" | "score" | "review" | "deduction") =>
    (of.get(role) ?? []).some((column) => column >= cell.column && column < cell.column + cell.colSpan);
  // What others gave, and what was taken off, unless it is as much as a whole's score (自评总分 | 97).
  const isOther = (cell: Cell) =>
    !covers(cell, "score") && (covers(cell, "review") || (covers(cell, "deduction") && Number(readPoints(cell)?.value) < LEAST_TOTAL));
  const figures = own.filter((cell) => cell !== label && !isSerial(region, cell) && !isOther(cell) && readPoints(cell) !== null);
  const behind = (role: "weight" | "score") =>
    figures.find((cell) => {
      const before = own[own.indexOf(cell) - 1];
      // A merged label that a converter repeats is still the row's own.
      const isLabel = before !== undefined && cellText(before) === cellText(label);
      return before !== undefined && !isLabel && !figures.includes(before) && indicatorRole(cellText(before))?.role === role;
    });
  const told = behind("score");
  const first =
    told && namesFullMarks(cellText(label)) ? figures.find((cell) => cell !== told && own[own.indexOf(cell) - 1] === label) : undefined;
  const weight = behind("weight") ?? first ?? figures.find((cell) => cell !== told && covers(cell, "weight") && !covers(cell, "score"));
  const score = told ?? figures.find((cell) => cell !== weight && covers(cell, "score") && !covers(cell, "weight"));
  if (score || (weight && figures.length === 1)) return { score: readPoints(score), fullMarks: readPoints(weight) };
  const [one, other] = figures;
  if (one && other && Number(readPoints(one)!.value) >= Number(readPoints(other)!.value))
    return { score: readPoints(other), fullMarks: readPoints(one) };
  return { score: readPoints(figures.find((cell) => cell !== weight)), fullMarks: readPoints(weight) };
}

/** What the rows below that are called totals tell. */
function totalsBelow(region: IndicatorRegion, row: number): Marks[] {
  return region.body.flatMap((below) => {
    const own = below > row ? region.grid.spoken(below) : [];
    const label = own.find((cell) => totalKind(cellText(cell)) === "total");
    return label ? [figuresOf(region, own, label)] : [];
  });
}

function evidenceOf(label: Cell, { score, fullMarks }: Marks) {
  return score?.evidence ?? fullMarks?.evidence ?? cellEvidence(label);
}
