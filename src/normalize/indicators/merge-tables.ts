import type { Claims } from "../../core/record.js";
import { differences } from "./compare-copies.js";
import { likeness, nameKey } from "./name-key.js";
import type { ToldIndicator } from "./told.js";

/** An indicator table as merging sees it. */
export interface Telling {
  readonly rows: readonly ToldIndicator[];
  /** Places in the document, for order. */
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

/**
 * Joins the tables of a report: tables of different classes are parts of one whole, a table whose indicators were told before is a
 * second telling of them. The fuller telling's figures stand (more columns, then more rows, then the later: the annex), the other
 * fills what it lacks, and where they differ is kept for a rule to see. Order is that of the first telling.
 */
export function mergeTables(tellings: readonly Telling[]): Merged {
  const versions: ToldIndicator[][] = [];
  for (const { rows } of tellings) {
    if (rows.length === 0) continue;
    const version = versions.find((told) => !isSecondTelling(rows, told));
    if (version) version.push(...rows);
    else versions.push([...rows]);
  }
  const [first = [], ...others] = versions;
  return others.reduce<Merged>((merged, other) => mergeVersions(merged, other), { rows: first, copies: [] });
}

function isSecondTelling(rows: readonly ToldIndicator[], told: readonly ToldIndicator[]): boolean {
  const keys = new Set(told.map(({ level3 }) => nameKey(level3)));
  const known = rows.filter(({ level3 }) => keys.has(nameKey(level3))).length;
  return known >= Math.max(1, rows.length * SECOND_TELLING);
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
  const taken = new Set(partner.values());
  // What only the second telling tells goes behind the indicator that it follows there.
  const placed: ToldIndicator[] = [...merged];
  other.forEach((row, j) => {
    if (taken.has(j)) return;
    const before = other.slice(0, j).findLastIndex((_, k) => taken.has(k) || placed.includes(other[k]!));
    const anchor = before < 0 ? undefined : ([...partner].find(([, k]) => k === before)?.[0] ?? undefined);
    const at = anchor === undefined ? placed.indexOf(other[before]!) : placed.indexOf(merged[anchor]!);
    placed.splice(at + 1, 0, row);
  });
  return { rows: placed, copies: found };
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

/** Which row of `other` tells each row of `rows`: same name and occurrence, the second level deciding among equals; then names nearly alike. */
function pair(rows: readonly ToldIndicator[], other: readonly ToldIndicator[]): Map<number, number> {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const match = (test: (a: ToldIndicator, b: ToldIndicator) => boolean) => {
    rows.forEach((row, i) => {
      if (partner.has(i)) return;
      const j = other.findIndex((candidate, k) => !taken.has(k) && test(row, candidate));
      if (j < 0) return;
      partner.set(i, j);
      taken.add(j);
    });
  };
  const sameName = (a: ToldIndicator, b: ToldIndicator) => nameKey(a.level3) === nameKey(b.level3);
  const sameLevel = (a: ToldIndicator, b: ToldIndicator) => a.level2 === "" || b.level2 === "" || nameKey(a.level2) === nameKey(b.level2);
  match((a, b) => sameName(a, b) && sameLevel(a, b));
  match(sameName);
  match((a, b) => sameLevel(a, b) && likeness(nameKey(a.level3), nameKey(b.level3)) >= ALIKE);
  return partner;
}
