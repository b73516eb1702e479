import { PLAIN_DECIMAL } from "../core/decimal.js";
import type { Draft, Report } from "../core/record.js";
import type { GradeScale, Profile, ProfileFile } from "./profile.js";
import budgetSystem from "./profiles/budget-system-80-70-60.json" with { type: "json" };
import heyuan from "./profiles/heyuan.json" with { type: "json" };
import hubei from "./profiles/hubei.json" with { type: "json" };
import ministry from "./profiles/ministry.json" with { type: "json" };
import sichuan from "./profiles/sichuan.json" with { type: "json" };
import vendor from "./profiles/vendor-95-85-60.json" with { type: "json" };

/** The files are of their schema by a test: to load zod would take a reader process a quarter of its start. */
const DEFAULT = ministry as Profile;
const FILES = [hubei, sichuan, heyuan, vendor, budgetSystem] as readonly ProfileFile[];

/** Every profile, the default first. */
export const PROFILES: readonly Profile[] = [DEFAULT, ...FILES.map((file) => complete(file))];

/** What a file leaves out is the default's. */
function complete({ basedOn: _, ...changes }: ProfileFile): Profile {
  return { ...DEFAULT, from: undefined, to: undefined, ...changes };
}

/** The profile named by the caller, else that of the report's place and year, else the default; then the report's own printed rules. */
export function profileFor(record: Draft, id?: string): Profile {
  return withPrintedRules(id === undefined ? byPlace(record.report) : named(id), record.claims.scoring);
}

function named(id: string): Profile {
  const found = PROFILES.find((profile) => profile.id === id);
  if (found === undefined)
    throw new RangeError(`No profile is called ${id}. Choose one of: ${PROFILES.map((profile) => profile.id).join(", ")}.`);
  return found;
}

function byPlace(report: Report): Profile {
  const names = [report.unit, report.department, report.title, report.projectName].filter((name) => name !== null);
  const year = report.fiscalYear;
  const fits = (profile: Profile) =>
    profile.places.some((place) => names.some((name) => name.includes(place))) &&
    year !== null &&
    year >= (profile.from ?? year) &&
    year <= (profile.to ?? year);
  return PROFILES.find(fits) ?? DEFAULT;
}

type PrintedRule = Draft["claims"]["scoring"][number];

/** A rule that the report prints wins. One whose values are not understood leaves its subject unjudged, as the author's own rule is not known. */
function withPrintedRules(profile: Profile, printed: readonly PrintedRule[]): Profile {
  return printed.reduce(override, profile);
}

function override(profile: Profile, { about, values: told, text }: PrintedRule): Profile {
  const values = told.filter((value) => PLAIN_DECIMAL.test(value));
  const [first, ...others] = values;
  const proportion = {
    form: others.length === 0 && values.length === told.length ? "ratio" : "other",
    nothingBelow: first ?? null,
    source: text,
  } as const;
  switch (about) {
    case "full-marks":
      return first === undefined ? profile : { ...profile, fullMarks: { value: first, source: text } };
    case "qualitative-bands":
      return values.length < 2 ? profile : { ...profile, qualitative: { bounds: values.slice(0, 2), source: text } };
    case "overachievement":
      return first === undefined ? profile : { ...profile, overachievement: { percent: first, source: text } };
    case "grade-bands":
      return values.length < 3 ? profile : { ...profile, grades: profile.grades.map((scale) => rebound(scale, values, text)) };
    case "ratio":
      return { ...profile, quantitative: proportion };
    case "execution":
      return { ...profile, execution: { ...profile.execution, ...proportion } };
  }
}

function rebound(scale: GradeScale, values: readonly string[], source: string): GradeScale {
  return { ...scale, bounds: scale.bounds.map((bound, i) => (bound === null ? null : values[i]!)), source };
}
