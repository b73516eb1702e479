import type { ReportRows } from "../rows/report-rows.js";

/** What of a content is compared. */
export type Aspect = "report" | "indicator" | "fund" | "score" | "finding";
type ReadRow = { readonly [column: string]: unknown };
export type ContentRows = { readonly [aspect in Aspect]: readonly ReadRow[] };

/** One difference between two judgements of a content. */
export interface Change {
  readonly change: "added" | "removed" | "changed";
  readonly what: Aspect | "file";
  /** Which part of the file, from 1. */
  readonly part: number;
  /** The rule of a finding; else empty. */
  readonly rule: string;
  /** What it is about: the indicator's levels, the fund's label, the finding's subject. */
  readonly name: string;
  /** The column that differs; empty where a whole row came or went. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** By which columns rows of two judgements are the same thing, and which columns are held against each other; the first tells a row that came or went. */
export const COMPARED: { readonly [aspect in Aspect]: { readonly key: readonly string[]; readonly fields: readonly string[] } } = {
  report: {
    key: [],
    fields: [
      "stated_total",
      "full_marks",
      "grade",
      "grade_band",
      "kind",
      "title",
      "fiscal_year",
      "project_name",
      "unit",
      "department",
      "report_date",
      "is_report",
      "is_complete",
    ],
  },
  indicator: {
    key: ["level1", "level2", "level3"],
    fields: [
      "score",
      "weight",
      "target",
      "actual",
      "target_value",
      "target_upper",
      "actual_value",
      "completion_rate",
      "deviation_reason",
      "category",
      "is_part",
      "is_doubtful",
    ],
  },
  fund: {
    key: ["source", "label"],
    fields: ["executed", "initial_budget", "adjusted_budget", "received", "balance", "execution_rate", "weight", "score", "is_doubtful"],
  },
  score: { key: ["scope", "name"], fields: ["score", "full_marks", "is_doubtful"] },
  finding: { key: ["rule_id", "subject"], fields: ["stated", "recomputed", "severity", "cause"] },
};

/** The rows of one content's reports, as the warehouse would give them back. */
export function contentRows(all: readonly ReportRows[]): ContentRows {
  return {
    report: all.map(({ dim_report, dim_unit }) => ({ unit: null, department: null, ...dim_unit[0], ...dim_report })),
    indicator: all.flatMap(({ fact_indicator, dim_indicator }) =>
      fact_indicator.map((row, index) => ({ ...dim_indicator[index], ...row })),
    ),
    fund: all.flatMap(({ fact_fund }) => fact_fund),
    score: all.flatMap(({ fact_stated_score }) => fact_stated_score),
    finding: all.flatMap(({ fact_finding }) => fact_finding),
  };
}

/** Every difference, aspect by aspect; nothing where both say the same. Pure. */
export function compareRows(before: ContentRows, after: ContentRows): Change[] {
  return (Object.keys(COMPARED) as Aspect[]).flatMap((what) => compareAspect(what, before[what], after[what]));
}

function compareAspect(what: Aspect, before: readonly ReadRow[], after: readonly ReadRow[]): Change[] {
  const { fields } = COMPARED[what];
  const [earlier, later] = [byKey(what, before), byKey(what, after)];
  const keys = [...earlier.keys(), ...[...later.keys()].filter((key) => !earlier.has(key))];
  return keys.flatMap((key): Change[] => {
    const [old, now] = [earlier.get(key), later.get(key)];
    const about = described(what, (old ?? now)!);
    if (old && now)
      return fields
        .filter((field) => plain(old[field]) !== plain(now[field]))
        .map((field) => ({ change: "changed", what, ...about, field, before: plain(old[field]), after: plain(now[field]) }));
    const tells = (row: ReadRow | undefined) => (row === undefined ? null : plain(row[fields[0]!]));
    return [{ change: old ? "removed" : "added", what, ...about, field: "", before: tells(old), after: tells(now) }];
  });
}

/** Rows by what makes them the same thing; several of one name are told apart by their order. */
function byKey(what: Aspect, rows: readonly ReadRow[]): Map<string, ReadRow> {
  const keyed = new Map<string, ReadRow>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const name = JSON.stringify([row.report_id, ...COMPARED[what].key.map((column) => row[column])]);
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    keyed.set(`${name}#${occurrence}`, row);
  }
  return keyed;
}

function described(what: Aspect, row: ReadRow): Pick<Change, "part" | "rule" | "name"> {
  const names = COMPARED[what].key.filter((column) => column !== "rule_id").map((column) => `${row[column] ?? ""}`);
  return {
    part: Number(String(row.report_id).split("-")[1]),
    rule: what === "finding" ? String(row.rule_id) : "",
    name: names.filter((name) => name !== "").join(" / "),
  };
}

/** A value as text: decimals without the zeros that a column's scale adds. */
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return /^-?\d+\.\d{6}$/.test(text) ? text.replace(/\.?0+$/, "") : text;
}
