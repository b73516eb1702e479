import type { Finding, Record as ReportRecord } from "../src/core/record.js";

export interface NumberedFinding extends Finding {
  /** Its number in the report, from 1. */
  readonly number: number;
}

type Repair = ReportRecord["repairs"][number];

/** The findings and repairs of a record, given out by the part of the record that they speak of, each once. */
export class Notes {
  readonly #findings: Set<NumberedFinding>;
  readonly #repairs: Set<Repair>;

  constructor({ findings, repairs }: Pick<ReportRecord, "findings" | "repairs">) {
    this.#findings = new Set(findings.map((finding, index) => ({ ...finding, number: index + 1 })));
    this.#repairs = new Set(repairs);
  }

  /** What speaks of the record's field at `path` (a JSON pointer), or of a field in it. */
  take(path: string): { readonly findings: readonly NumberedFinding[]; readonly repairs: readonly Repair[] } {
    return { findings: takeFrom(this.#findings, path), repairs: takeFrom(this.#repairs, path) };
  }
}

function takeFrom<Note extends { readonly path: string }>(notes: Set<Note>, path: string): Note[] {
  const taken = [...notes].filter((note) => note.path === path || note.path.startsWith(`${path}/`) || path === "");
  for (const note of taken) notes.delete(note);
  return taken;
}
