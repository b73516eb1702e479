import type { Finding } from "../src/core/record.js";
import { type Content, element, told } from "./element.js";
import { MARK, type Words } from "./words.js";

export type ToldFinding = Pick<Finding, "rule" | "severity" | "cause" | "subject" | "stated" | "recomputed" | "difference" | "message">;

/** What rules are called, by id. */
export type RuleTitles = ReadonlyMap<string, { readonly zh: string; readonly en: string }>;

/** What a finding says: its subject with what is stated and what is recomputed, its rule, and why, rounding included. */
export function findingText(finding: ToldFinding, titles: RuleTitles, words: Words): Content[] {
  const { rule, severity, cause, subject, message } = finding;
  return [
    element(
      "p",
      { class: "figures" },
      element("span", { class: `mark ${severity}`, role: "img", "aria-label": words.severity[severity] }, MARK[severity]),
      " ",
      element("b", {}, told(words.subject(subject))),
      figuresOf(finding, words),
    ),
    cause === "extraction" && element("p", { class: "question" }, words.question),
    element("p", { class: "message" }, told(message[words.language])),
    element("p", { class: "rule" }, `${titles.get(rule)?.[words.language] ?? ""} `, element("code", {}, rule)),
  ];
}

function figuresOf({ stated, recomputed, difference }: ToldFinding, words: Words): Content[] {
  const figure = (word: string, value: string | null) =>
    value === null || value === "" ? [] : [element("span", {}, `${word} `, element("strong", {}, told(value)))];
  const shown = [...figure(words.stated, stated), ...figure(words.recomputed, recomputed), ...figure(words.difference, difference)];
  return shown.flatMap((one) => [" ", one]);
}
