import { type MetaField, ORGANISATIONS } from "../../lexicon/labels/meta-label.js";
import { isOrganisation } from "../../title/title.js";
import { periodYear } from "../../title/years.js";
import { readDate } from "./dates.js";

/** 某甲 0000-1234567: behind 项目负责人及电话. */
const TELEPHONE = /(?<![\d.])(?:\d{3,4}[-—－])?\d{7,11}$/u;

/** Whether a text is what a label would be followed by that alone proves nothing: an organisation, a date, a year, a telephone's number. */
export function fitsField(field: MetaField, value: string): boolean {
  if (ORGANISATIONS.has(field)) return isOrganisation(value);
  if (field === "reportDate") return readDate(value) !== null;
  if (field === "other") return TELEPHONE.test(value);
  return (field === "period" || field === "selfEvaluationYear") && periodYear(value) !== null;
}
