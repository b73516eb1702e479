import type { Block } from "../../../core/extracted.js";
import type { Grade, Indicator, StatedScore } from "../../../core/record.js";
import type { WholeMarks } from "../../indicators/whole-marks.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { doubtScores } from "../doubts/doubt-rebuilt.js";
import { doubtTotals } from "../doubts/doubt-totals.js";
import type { JoinedRows } from "../join-rows.js";
import { ReadingOrder } from "../reading-order.js";
import type { Tellings } from "../tellings.js";
import { toGrade } from "./grades.js";
import { withScopesOfRows } from "./scope-of-sections.js";

export interface JoinedScores {
  readonly statedScores: StatedScore[];
  readonly grades: Grade[];
}

/** The scores and the grades that tables and sentences state, in reading order: in doubt where the rows beside them are. */
export function joinScores(
  blocks: readonly Block[],
  tables: readonly ReadTable[],
  { inTables, inTexts }: Pick<Tellings, "inTables" | "inTexts">,
  { rows, doubted }: Pick<JoinedRows, "doubted"> & { readonly rows: readonly Pick<Indicator, "level1" | "level2" | "weight" | "score">[] },
  { fullMarks }: WholeMarks,
): JoinedScores {
  const order = new ReadingOrder(blocks, new Map(tables.map(({ table, block }) => [table.index, block])));
  const inOrder = <Told>(told: readonly { readonly at: number; readonly value: Told }[]) =>
    [...told].sort((a, b) => a.at - b.at).map(({ value }) => value);
  const inText = <Told extends StatedScore | Grade>(value: Told) => ({ at: order.ofEvidence(value.evidence), value });
  const scores = doubtScores(inTables.scores, tables, doubted);
  return {
    statedScores: doubtTotals(
      inOrder<StatedScore>([
        ...withScopesOfRows(inTexts.scores, rows).map(inText),
        ...scores.map(({ place, ...value }) => ({ at: order.ofRow(place.table, place.row), value })),
      ]),
      fullMarks,
      rows,
    ),
    grades: inOrder<Grade>([
      ...inTexts.grades.map(inText),
      ...inTables.grades.map((grade) => ({ at: order.ofRow(grade.place.table, grade.place.row), value: toGrade(grade) })),
    ]),
  };
}
