import type { Grade } from "../../core/record.js";
import type { ToldGrade } from "../indicators/told.js";
import { gradeBand } from "../lexicon/total-words.js";

/** A cell where a grade should stand, as the record has it: with its band, or without one where it is no grade. */
export function toGrade({ raw, evidence }: ToldGrade): Grade {
  return { raw, band: gradeBand(raw), evidence: [...evidence] };
}

/** The report's grade: the first place that holds one, else the first place; null where no place is. */
export function chooseGrade(places: readonly Grade[]): Grade | null {
  return places.find(({ band }) => band !== null) ?? places[0] ?? null;
}
