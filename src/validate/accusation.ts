import type { Evidence } from "../core/evidence.js";
import type { Completeness, Doubt, Draft, Finding, Severity } from "../core/record.js";
import type { Wording } from "./rule.js";

/** A field of the record that an accusation rests on: where it is, where it stood in the source, how surely it was read. */
export interface Cited {
  readonly path: string;
  readonly evidence: readonly Evidence[];
  readonly doubt?: Doubt | undefined;
}

/** What a rule says of a record, before it is stamped with the rule's identity and its cause is known. */
export interface Accusation {
  readonly subject: string;
  readonly stated: string | null;
  readonly recomputed: string | null;
  readonly difference?: string | null;
  readonly message: Wording;
  /** Every field involved; the first is the one at fault. */
  readonly cites: readonly [Cited, ...Cited[]];
  /** The part of the record that must have been read whole for the accusation to hold. */
  readonly restsOn?: keyof Omit<Completeness, "because">;
  /** The same rows agree when they are taken by where they stand: what was read of their levels is in doubt. */
  readonly agreesByPlace?: boolean;
}

/** A repair below this confidence leaves the figure doubtful. */
const SURE_REPAIR = 0.9;

/** The fields that were repaired without certainty. */
export function unsurelyRepaired(record: Draft): ReadonlySet<string> {
  return new Set(record.repairs.filter((repair) => repair.confidence < SURE_REPAIR).map((repair) => repair.path));
}

/** What is known of the reading as a whole when a finding is made of an accusation. */
export interface Reading {
  readonly completeness: Completeness;
  readonly unsure: ReadonlySet<string>;
}

/** The finding that an accusation makes; its cause is `extraction` where what it rests on was not read for sure. */
export function toFinding(rule: { id: string; severity: Severity }, accusation: Accusation, reading: Reading): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    subject: accusation.subject,
    stated: accusation.stated,
    recomputed: accusation.recomputed,
    difference: accusation.difference ?? null,
    message: { ...accusation.message },
    evidence: distinct(accusation.cites.flatMap((cited) => cited.evidence)),
    cause: isDoubtful(accusation, reading) ? "extraction" : "report",
    path: accusation.cites[0].path,
  };
}

/** A doubtful reading is never reported as the author's error. */
function isDoubtful({ restsOn, cites, agreesByPlace }: Accusation, { completeness, unsure }: Reading): boolean {
  if (agreesByPlace || (restsOn !== undefined && completeness[restsOn] === "doubtful")) return true;
  return !cites.every((cited) => isSure(cited, unsure));
}

/** Whether a field was read without doubt, nor repaired without certainty. */
export function isSure({ doubt, path }: Cited, unsure: Reading["unsure"]): boolean {
  return doubt === undefined && !unsure.has(path);
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map(evidence.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
