import { type Draft, type Finding, isReport, type Record } from "../core/record.js";
import { CATALOGUE } from "./catalogue.js";
import { judge } from "./judged.js";
import { profileFor } from "./profiles.js";

export interface ValidateOptions {
  /** The id of a profile (docs/profiles.md); without it the report's place and year choose. */
  readonly profile?: string | undefined;
}

/**
 * Every finding of a record, in the order of the catalogue. Pure: the record is not changed, and what it lacks is not accused, nor what evaluates
 * nothing: a budget's table has no sources and no execution, whatever its heads.
 * Throws a RangeError when no profile has the given id.
 */
export function validate(record: Draft | Record, options: ValidateOptions = {}): Finding[] {
  if (!isReport(record)) return [];
  const judged = judge(record, profileFor(record, options.profile));
  return CATALOGUE.flatMap((rule) => rule.check(judged));
}
