import type { Evidence } from "../../../core/evidence.js";
import type { Claims, Report } from "../../../core/record.js";
import type { ToldGrade, ToldScore } from "../../indicators/told.js";
import { periodYear } from "../../title/years.js";

/** What the report's own form, cover and title say of it. Null where they are silent. */
export interface HeadFacts {
  readonly projectName: string | null;
  /** What a table that only sets goals calls its project: an annexed plan may be another's. */
  readonly plannedName: string | null;
  readonly department: string | null;
  readonly unit: string | null;
  /** Who fills the form in: its unit, where none is named. */
  readonly filler: string | null;
  readonly reportDate: string | null;
  readonly kind: Report["kind"] | null;
  readonly years: Claims["years"];
}

export const NO_HEAD: HeadFacts = {
  projectName: null,
  plannedName: null,
  department: null,
  unit: null,
  filler: null,
  reportDate: null,
  kind: null,
  years: [],
};

/** What rows without a head tell: fields of the form, totals and grades beside their labels. */
export interface LooseFacts {
  readonly head: HeadFacts;
  readonly scores: readonly ToldScore[];
  readonly grades: readonly ToldGrade[];
}

/** The first to say something is believed; years are gathered. */
export function mergeHeads(heads: readonly HeadFacts[]): HeadFacts {
  const first = <Field extends keyof HeadFacts>(field: Field) => heads.map((head) => head[field]).find((value) => value !== null) ?? null;
  return {
    projectName: first("projectName"),
    plannedName: first("plannedName"),
    department: first("department"),
    unit: first("unit"),
    filler: first("filler"),
    reportDate: first("reportDate"),
    kind: first("kind"),
    years: heads.flatMap((head) => head.years),
  };
}

/** A year that a place of the report names as the evaluated one. */
export function yearClaim(year: number, place: string, evidence: readonly Evidence[]): Claims["years"][number] {
  return { year, place, evidence: [...evidence] };
}

/** Where a year stands that may be the one of the evaluating (自评年度), not the one evaluated. */
export const SELF_EVALUATION = "self-evaluation";

/** The year behind a label that names one: 评价年度：2023年. */
export function yearHead(field: "period" | "selfEvaluationYear", text: string, evidence: readonly Evidence[]): HeadFacts {
  const year = periodYear(text);
  return year === null ? NO_HEAD : { ...NO_HEAD, years: [yearClaim(year, field === "period" ? "form" : SELF_EVALUATION, evidence)] };
}

/** 2021年某项目: the year that the project itself is called by; NaN where by none. */
export function yearOfName({ projectName }: HeadFacts): number {
  return Number(/(?:19|20)\d{2}(?=年(?!度))/u.exec(projectName ?? "")?.[0]);
}

/** 2021年某项目绩效自评报告（2022年度）: the year evaluated, where the form tells a later one than the project's own; undefined elsewhere. */
export function yearAfterName(head: HeadFacts): number | undefined {
  return head.years.find(({ year, place }) => place === "head" && year > yearOfName(head))?.year;
}
