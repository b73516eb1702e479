import type { Evidence } from "../../../core/evidence.js";
import type { Block, Cell } from "../../../core/extracted.js";
import type { Grade, StatedScore } from "../../../core/record.js";
import { type Content, cellEvidence } from "../../figures/cell-figure.js";
import { readPoints } from "../../figures/points.js";
import { gradeBand } from "../../lexicon/labels/total-words.js";
import { isOfDepartment } from "../../prose/scores/whose-score.js";
import type { Names } from "../../prose/subject.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { readTotalText } from "./total-in-text.js";

export interface TotalsInTexts {
  readonly scores: readonly StatedScore[];
  readonly grades: readonly Grade[];
}

/** The whole's score where a line or a cell of a table holds nothing but its label and figures, and no other place has told it. */
export function totalsInTexts(
  blocks: readonly Block[],
  tables: readonly ReadTable[],
  told: readonly StatedScore[],
  names: Names,
): TotalsInTexts {
  const totals = told.filter(({ scope, score }) => scope === "total" && score);
  const known = new Set(totals.map(({ score }) => score!.value));
  const cited = new Set(totals.flatMap(({ evidence }) => evidence.map(cellKey)));
  // 满分50分，得分49.3分 below 产出指标 is the level's.
  const ofLevels = new Set(told.flatMap(({ scope, evidence }) => (scope === "total" ? [] : evidence.map(lineKey))));
  const lines = blocks.flatMap((block) =>
    block.type === "paragraph" &&
    !isSentence(block.text) &&
    isOfMarks(block.text) &&
    !block.evidence.some((place) => ofLevels.has(lineKey(place)))
      ? [block]
      : [],
  );
  const cells = tables.flatMap(cellsOfTotals).filter(({ evidence }) => !evidence.some((place) => cited.has(cellKey(place))));
  const read = (texts: readonly Content[]) =>
    texts.flatMap((text) => {
      const total = readTotalText(text.text);
      const score = total && !isOfDepartment(total.label, names) && readPoints({ ...text, text: total.score });
      return score ? [{ total, text, score }] : [];
    });
  const inLines = read(lines);
  const inCells = read(cells);
  const found = [...inLines.filter(({ score }) => !known.has(score.value)), ...inCells];
  return {
    scores: found.map(({ total, text, score }) => ({
      scope: "total",
      name: total.label,
      score,
      fullMarks: total.fullMarks === undefined ? null : readPoints({ ...text, text: total.fullMarks }),
      evidence: cellEvidence(text),
    })),
    grades: [...inLines, ...inCells].flatMap(({ total: { grade }, text }) =>
      grade === undefined ? [] : [{ raw: grade, band: gradeBand(grade), evidence: cellEvidence(text) }],
    ),
  };
}

/** The scores told in sentences without those totals, and those figures of a level, that a table's row tells in the same cell: a cell may be read as both. */
export function withoutCells(told: readonly StatedScore[], rows: readonly StatedScore[]): StatedScore[] {
  const keysOf = (score: StatedScore): string[] => score.evidence.filter(isCell).map((place) => `${cellKey(place)} ${figuresOf(score)}`);
  const cited = new Set(rows.flatMap(keysOf));
  return told.filter((score) => !keysOf(score).some((key) => cited.has(key)));
}

/** What a score says of whom; a total is the whole's, whatever its figures. */
function figuresOf({ scope, name, score, fullMarks }: StatedScore): string {
  return scope === "total" ? scope : [scope, name, score?.value, fullMarks?.value].join();
}

/** A label with one figure and no more is a sentence, and read as one: who gave the score is told around it. */
function isSentence(text: string): boolean {
  const total = readTotalText(text);
  return total !== undefined && total.labels === 1 && total.fullMarks === undefined && total.grade === undefined;
}

/** 合计 alone names anything, posts and persons too: marks are what it sums among indicators, or where it says 分 or the grade. */
function isOfMarks(text: string): boolean {
  return /分|总评/u.test(text) || readTotalText(text)?.grade !== undefined;
}

/** The cells that hold a total's label and its figures as one. What was recognised so ran together, and is doubted elsewhere. */
function cellsOfTotals({ table, regions }: ReadTable): Cell[] {
  const heads = new Set(regions.flatMap(({ head }) => head));
  const rows = (kinds: readonly string[]) => new Set(regions.flatMap(({ kind, body }) => (kinds.includes(kind) ? body : [])));
  const [ofIndicators, ofForms] = [rows(["indicators"]), rows(["indicators", "loose"])];
  return table.cells.filter(({ row, text, reading }) => {
    const total = reading || heads.has(row) ? undefined : readTotalText(text);
    return total !== undefined && (ofIndicators.has(row) || (ofForms.has(row) && isOfMarks(text)));
  });
}

function isCell({ table }: Evidence): boolean {
  return table !== undefined;
}

function cellKey({ table, row, column }: Evidence): string {
  return `${table}:${row}:${column}`;
}

function lineKey({ page, line, bbox }: Evidence): string {
  return JSON.stringify([page, line, bbox]);
}
