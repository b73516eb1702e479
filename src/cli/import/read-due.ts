import type { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import type { Outcome } from "../../pipeline/outcome.js";
import type { ReadOptions } from "../../pipeline/read-document.js";
import { reportId } from "../../warehouse/rows/report-rows.js";
import { type JudgedDocument, lengthOf } from "../../warehouse/warehouse.js";
import { refusal } from "../inputs/input.js";
import type { Fate } from "./fate.js";
import { type Settled, untouched } from "./settle-inputs.js";

/** What became of an input, what is to be loaded of it, and how much of the memory that takes. */
export interface Result {
  readonly fate: Fate;
  readonly document?: JudgedDocument;
  readonly weight: number;
}

/** What a file costs in a batch beside its reports. */
const LEAST_WEIGHT = 1000;

/** Reads what is due; what is not stays as it is. */
export async function readDue(one: Settled, pool: ReaderPool, options: ReadOptions): Promise<Result> {
  if (one.kind === "settled") return { fate: one.fate, weight: LEAST_WEIGHT };
  if (one.kind === "due") return result(one.file, await pool.read(one.file, options));
  return result(one.file, refusal(one));
}

function result(file: JudgedDocument["file"], outcome: Outcome): Result {
  const seconds = outcome.milliseconds / 1000;
  if (outcome.kind === "failed") {
    const { source, error } = outcome.failure;
    const sha256 = source.sha256 ?? null;
    return {
      fate: { ...untouched(file, "failed"), error, sha256, seconds },
      document: { file, sha256, outcome: { error } },
      weight: LEAST_WEIGHT,
    };
  }
  const { sha256 } = outcome.fingerprint;
  const { rows, records, findings } = outcome;
  const reports = rows.map((_, index) => reportId(sha256, index + 1));
  const fate = { ...untouched(file, "read"), sha256, seconds, reports, findings };
  const document = { file, sha256, outcome: { rows, records } };
  return { fate, document, weight: LEAST_WEIGHT + lengthOf(document) };
}
