import type { Fund, Indicator, Section, StatedScore } from "../../core/record.js";
import { reportsBelow } from "./head/title-in-text.js";
import type { Tellings } from "./tellings.js";

/** What the title of a report in sentences calls it; a form's is empty without rows. */
const TELLS = /报告|汇报|总结|说明|情况(?!表)/u;
const FIGURE = /\d(?:[万亿]?元|%)/u;

/** What was read of a document, as far as it shows what the document is. */
interface Read {
  readonly rows: readonly Omit<Indicator, "id">[];
  readonly statedScores: readonly StatedScore[];
  readonly funds: readonly Fund[];
  readonly sections: readonly Section[];
}

/** Whether a document is a report at all, if an empty one, and whether anything in it evaluates something. */
export function natureOf(
  { title, named, text }: Pick<Tellings, "title" | "named" | "text">,
  { rows, statedScores, funds, sections }: Read,
): { readonly isReport: boolean; readonly evaluates: boolean } {
  const isReported = title === null && named !== null && reportsBelow(text);
  const isTold = (isReported || (title !== null && TELLS.test(title.text))) && sections.length > 0 && FIGURE.test(text);
  const isScored = rows.length > 0 || statedScores.length > 0;
  return {
    isReport: isScored || funds.length > 0 || title !== null || isReported,
    evaluates: isScored || (named !== null && funds.length > 0) || isTold,
  };
}
