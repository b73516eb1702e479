import { type MetaField, ORGANISATIONS } from "../../lexicon/labels/meta-label.js";
import { isOrganisation } from "../../title/title.js";
import { periodYear } from "../../title/years.js";
import { readDate } from "./dates.js";

/** Whether a text is what a label would be followed by that alone proves nothing: an organisation, a date, a year. */
export function fitsField(field: MetaField, value: string): boolean {
  if (ORGANISATIONS.has(field)) return isOrganisation(value);
  if (field === "reportDate") return readDate(value) !== null;
  return (field === "period" || field === "selfEvaluationYear") && periodYear(value) !== null;
}
