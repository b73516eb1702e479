import type { Draft, Grade } from "../core/record.js";
import type { Cited } from "./accusation.js";

export interface PlacedGrade {
  readonly grade: Grade;
  readonly cited: Cited;
}

/** Every place that states a grade, or should: the record's own first. */
export function gradesOf(record: Draft): PlacedGrade[] {
  const own = record.grade === null ? [] : [{ grade: record.grade, cited: { path: "/grade", evidence: record.grade.evidence } }];
  const others = (record.claims.grades ?? []).map((grade, index) => ({
    grade,
    cited: { path: `/claims/grades/${index}`, evidence: grade.evidence },
  }));
  const isNew = ({ grade }: PlacedGrade) => !own.some((one) => one.grade.raw === grade.raw);
  return [...own, ...others.filter(isNew)];
}
