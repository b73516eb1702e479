import type { Cell } from "../../../core/extracted.js";
import type { Points } from "../../../core/record.js";
import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { pointsOf, readPoints } from "../../figures/points.js";
import type { ToldScore } from "../../indicators/told.js";
import { indicatorRole } from "../../lexicon/labels/head-words.js";
import { isPartsScore, isRoundMarks, LEAST_TOTAL, namesFullMarks, totalKind } from "../../lexicon/labels/total-words.js";
import { foldLabel, readHead } from "../../lexicon/writing/fold.js";
import type { Grid } from "../../tables/grid.js";
import type { Pair } from "../../tables/pairs.js";
import { readTotalText } from "./total-in-text.js";

/** The scores of the whole that a form's labels and values state, each with the full marks that stand behind it or under a label of their own. */
export function totalsOfPairs(grid: Grid, pairs: readonly Pair[]): ToldScore[] {
  const marks = pairs.filter(({ label, value }) => namesFullMarks(cellText(label)) && isRoundMarks(readTold(value)));
  const isOfWhole = marks.some(({ value }) => readTold(value) === "100");
  const told = pairs.flatMap((pair) => {
    const score = totalOf(grid, pair, isOfWhole);
    return score ? [{ pair, score }] : [];
  });
  const used = new Set<Pair>();
  const scores = told.map(({ pair, score }) => {
    if (score.fullMarks || namesFullMarks(cellText(pair.label))) return { pair, score };
    const full = marks.findLast(({ value }) => Number(readTold(value)) >= Number(score.score?.value));
    if (!full) return { pair, score };
    used.add(full);
    return { pair, score: { ...score, fullMarks: readPoints(full.value) } };
  });
  return scores.flatMap(({ pair, score }) => (used.has(pair) ? [] : [score]));
}

/** 综合得分 | 98: a label that names the score of the whole, with one figure behind it. 合计 alone names anything. */
function totalOf(grid: Grid, pair: Pair, ofWhole: boolean): ToldScore | undefined {
  const label = cellText(pair.label);
  const isTotal = totalKind(label) === "total" && /分|总评/u.test(readHead(label).name);
  if (!isTotal && !(ofWhole && indicatorRole(label)?.role === "score")) return undefined;
  const figures = [pair.value, ...pair.rest].filter((cell) => cell !== undefined && cellText(cell) !== "");
  const value = figures[0] && alone(pair.label, figures[0]);
  const told = readTold(value);
  if (!value || told === undefined) return undefined;
  const second = figures[1];
  const marks = Number(readTold(second)) <= Number(told) ? second : undefined;
  if (!marks && isPartsScore(label, told)) return undefined;
  return {
    scope: "total",
    name: foldLabel(label).replace(/[(（].*$/u, ""),
    score: readPoints(marks ?? value),
    fullMarks: marks ? readPoints(value) : marksOf(pair.label),
    evidence: cellEvidence(marks ?? value),
    place: { table: grid.table.index, row: pair.row },
  };
}

/** A score with its grade in one cell (98.5（优）) as the score alone; any other cell as it is. */
function alone(label: Cell, value: Cell): Cell {
  const told = value.reading ? undefined : readTotalText(`${cellText(label)}：${cellText(value)}`);
  return told?.grade !== undefined && told.fullMarks === undefined ? { ...value, text: told.score } : value;
}

/** 总分（100分）: the full marks that a label tells. */
function marksOf(label: Cell): Points | null {
  const { marks } = readHead(cellText(label));
  return marks === undefined || Number(marks) < LEAST_TOTAL ? null : { raw: cellText(label), value: marks, evidence: cellEvidence(label) };
}

/** A cell's score; of one that was recognised also with specks beside it, or without what stood behind its point. */
function readTold(cell: Cell | undefined): string | undefined {
  if (!cell) return undefined;
  return cell.reading ? readPoints(cell)?.value : pointsOf(cellText(cell));
}
