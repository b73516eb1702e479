import { groupBy } from "../../../core/group-by.js";
import type { Claims } from "../../../core/record.js";
import { squeezed } from "../../../core/text.js";
import { likeness } from "../../lexicon/writing/likeness.js";
import type { ToldIndicator } from "../told.js";
import { differences } from "./compare-copies.js";
import { nameKey } from "./name-key.js";

/** An indicator table as merging sees it, with the tables that go on with it. */
export interface Telling {
  readonly rows: readonly ToldIndicator[];
  /** The block that its last table stands in. */
  readonly block: number;
}

export interface Merged {
  readonly rows: readonly ToldIndicator[];
  readonly copies: Claims["copies"];
}

/** Share of a table's rows that were told before, from which it is a second telling and not a further part. */
const SECOND_TELLING = 0.5;
/** Names this alike are one, when a wrapped or recognised name lost a character. */
const ALIKE = 0.85;
const HALF_ALIKE = 0.5;
/** Names compared letter by letter, at most. */
const MOST_COMPARED = 100_000;

/**
 * Joins the tables of a report: tables of different classes are parts of one whole, a table whose indicators were told before is a
 * second telling of them. The fuller telling's figures stand (more columns, then more rows, then the later: the annex), the other
 * fills what it lacks, and where they differ is kept for a rule to see. Order is that of the first telling.
 */
export function mergeTables(tellings: readonly Telling[]): Merged {
  const versions: Version[] = [];
  for (const { rows } of tellings) {
    if (rows.length === 0) continue;
    const version = versions.find((told) => !isSecondTelling(rows, told)) ?? new Version();
    if (version.rows.length === 0) versions.push(version);
    version.add(rows);
  }
  const [first = [], ...others] = versions.map(({ rows }) => rows);
  return others.reduce<Merged>((merged, other) => mergeVersions(merged, other), { rows: first, copies: [] });
}

/** The rows of tables that are parts of one whole. */
class Version {
  readonly rows: ToldIndicator[] = [];
  readonly names = new Set<string>();
  /** How many rows have a name and a weight, or without weights a name and a target or result. */
  readonly #told = new Map<string, number>();

  add(rows: readonly ToldIndicator[]): void {
    for (const row of rows) {
      const key = nameKey(row.level3);
      this.rows.push(row);
      this.names.add(key);
      for (const fact of row.weight ? ["weight" as const] : VALUES) {
        const words = factKey(row, fact);
        if (words !== undefined) this.#told.set(words, (this.#told.get(words) ?? 0) + 1);
      }
    }
  }

  /** How many rows are told again by `row`: with its marks, or without marks and with its target or result. */
  toldBy(row: ToldIndicator): number {
    const [marked = 0, ...valued] = (["weight", ...VALUES] as const).map((fact) => this.#told.get(factKey(row, fact) ?? "") ?? 0);
    return marked + Math.max(...valued);
  }
}

const VALUES = ["target", "actual"] as const;

function factKey(row: ToldIndicator, fact: "weight" | (typeof VALUES)[number]): string | undefined {
  const told = fact === "weight" ? row.weight?.value : squeezed(row[fact]) || undefined;
  return told === undefined ? undefined : `${nameKey(row.level3)}\n${fact}\n${told}`;
}

function isSecondTelling(rows: readonly ToldIndicator[], told: Version): boolean {
  const known = rows.filter(({ level3 }) => told.names.has(nameKey(level3))).length;
  return known >= Math.max(1, rows.length * SECOND_TELLING) || tellsAgain(rows, told);
}

/** A whole table behind one that told some of its rows: most of those stand in it again, with the same marks or values. */
function tellsAgain(rows: readonly ToldIndicator[], told: Version): boolean {
  const named = new Map(rows.map((row) => [nameKey(row.level3), row]));
  const again = [...named.values()].reduce((sum, row) => sum + told.toldBy(row), 0);
  return again > 1 && again >= told.rows.length * SECOND_TELLING;
}

function mergeVersions({ rows, copies }: Merged, other: readonly ToldIndicator[]): Merged {
  const partner = pair(rows, other);
  const otherIsFull = fullness(other) >= fullness(rows);
  const found: Claims["copies"][number][] = [...copies];
  const merged = rows.map((row, i) => {
    const twin = other[partner.get(i) ?? -1];
    if (!twin) return row;
    const [kept, lesser] = otherIsFull ? [twin, row] : [row, twin];
    found.push(
      ...differences(kept.level3, kept, lesser, (field) => [...(kept.evidenceOf[field] ?? []), ...(lesser.evidenceOf[field] ?? [])]),
    );
    return joined(kept, lesser, row);
  });
  // What only the second telling tells goes behind the indicator that it follows there.
  const rowOf = new Map([...partner].map(([i, j]) => [j, i]));
  const behind = new Map<number, ToldIndicator[]>();
  let anchor = -1;
  other.forEach((row, j) => {
    const known = rowOf.get(j);
    if (known !== undefined) {
      anchor = known;
      return;
    }
    const list = behind.get(anchor);
    if (list) list.push(row);
    else behind.set(anchor, [row]);
  });
  const placed = merged.flatMap((row, i) => [row, ...(behind.get(i) ?? [])]);
  return { rows: [...(behind.get(-1) ?? []), ...placed], copies: found };
}

/** Columns count most, then rows. */
function fullness(rows: readonly ToldIndicator[]): number {
  return Math.max(0, ...rows.map(({ columns }) => columns?.length ?? 0)) * 1000 + rows.length;
}

function joined(kept: ToldIndicator, other: ToldIndicator, first: ToldIndicator): ToldIndicator {
  const columns = kept.columns && other.columns ? [...new Set([...kept.columns, ...other.columns])] : kept.columns;
  const target = kept.target !== "" ? kept : other;
  const actual = kept.actual !== "" ? kept : other;
  return {
    ...kept,
    level1: kept.level1 || other.level1,
    level2: kept.level2 || other.level2,
    target: target.target,
    targetValue: target.targetValue,
    kind: target.kind,
    direction: target.direction,
    actual: actual.actual,
    actualValue: actual.actualValue,
    weight: kept.weight ?? other.weight,
    score: kept.score ?? other.score,
    completionRate: kept.completionRate ?? other.completionRate,
    deviationReason: kept.columns?.includes("deviationReason") ? kept.deviationReason : other.deviationReason || kept.deviationReason,
    evidence: [...kept.evidence, ...other.evidence],
    confidence: Math.max(kept.confidence, other.confidence),
    columns,
    place: first.place,
  };
}

/** The same marks and the same target: then half of the name will do. */
function sameFacts(a: ToldIndicator, b: ToldIndicator): boolean {
  return (
    a.target !== "" && squeezed(a.target) === squeezed(b.target) && a.weight?.value === b.weight?.value && a.score?.value === b.score?.value
  );
}

/** Which row of `other` tells each row of `rows`: same name and occurrence, the second level deciding among equals; then names nearly alike. */
function pair(rows: readonly ToldIndicator[], other: readonly ToldIndicator[]): Map<number, number> {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const keys = other.map(({ level3 }) => nameKey(level3));
  const named = groupBy(keys.keys(), (j) => keys[j]!);
  const match = (candidates: (row: ToldIndicator, i: number) => readonly number[], test: (a: ToldIndicator, j: number) => boolean) => {
    rows.forEach((row, i) => {
      if (partner.has(i)) return;
      const j = candidates(row, i).find((k) => !taken.has(k) && test(row, k));
      if (j === undefined) return;
      partner.set(i, j);
      taken.add(j);
    });
  };
  const sameName = (row: ToldIndicator) => named.get(nameKey(row.level3)) ?? [];
  const sameLevel = (a: ToldIndicator, j: number) =>
    a.level2 === "" || other[j]!.level2 === "" || nameKey(a.level2) === nameKey(other[j]!.level2);
  match(sameName, sameLevel);
  match(sameName, () => true);
  const left = other.flatMap((_, j) => (taken.has(j) ? [] : [j]));
  if ((rows.length - partner.size) * left.length > MOST_COMPARED) return partner;
  const alike = (a: ToldIndicator, j: number, least: number) => likeness(nameKey(a.level3), keys[j]!) >= least;
  match(
    () => left,
    (a, j) => sameLevel(a, j) && alike(a, j, ALIKE),
  );
  match(
    () => left,
    (a, j) => sameFacts(a, other[j]!) && alike(a, j, HALF_ALIKE),
  );
  // Between two rows that are partners, rows with the same marks.
  match(
    (_, i) => [(partner.get(i - 1) ?? -2) + 1].filter((j) => j >= 0 && j < other.length),
    (a, j) =>
      a.score !== null && a.weight?.value === other[j]!.weight?.value && a.score.value === other[j]!.score?.value && sameLevel(a, j),
  );
  return partner;
}
