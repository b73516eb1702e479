import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { gradeBand } from "../../lexicon/labels/total-words.js";
import { begunAt } from "../grid.js";
import type { IndicatorRegion } from "../region.js";

/** 优 | 良 | 中 over what each asks: so many grades side by side in a head. */
const FEWEST_GRADES = 3;

/** A column under a grade's name: what an indicator must reach for that grade. */
export interface GradeColumn {
  readonly column: number;
  readonly grade: string;
}

/** The columns by which a table grades each of its indicators, from the left: 优 | 良 | 中 | 差. Empty where its head names no such scale. */
export function gradeColumns({ grid, head }: IndicatorRegion): readonly GradeColumn[] {
  return (
    head.map((row) => gradesOf(grid, row)).find((grades) => new Set(grades.map(({ grade }) => gradeBand(grade))).size >= FEWEST_GRADES) ??
    []
  );
}

function gradesOf(grid: IndicatorRegion["grid"], row: number): GradeColumn[] {
  return range(0, grid.columnCount).flatMap((column) => {
    const cell = begunAt(grid, row, column);
    const grade = cell === undefined ? "" : cellText(cell);
    return gradeBand(grade) === null ? [] : [{ column, grade }];
  });
}
