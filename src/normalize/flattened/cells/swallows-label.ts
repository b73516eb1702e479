import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import type { ColumnKind } from "../column.js";

/** Names of levels that no other cell begins or ends with. */
const LEVELS = alternation([...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo].filter((word) => word.endsWith("指标")));
const IN_NAME = new RegExp(`^.+(?:${LEVELS})|^(?:${LEVELS}).{2}`, "u");
/** A label of the form, or a second figure far behind words: pieces of what stands beside. */
const IN_VALUE = /\p{Script=Han}{2}\d+(?:\.\d+)?年?度?(?:绩效|目标|指标)|[一二三]级指标/u;

/** What stands beside all rows of funds, behind the label of one. */
const IN_LABEL = /.项目资金$/u;

/** A score before a reason: 13.5候鸟栖息期暂停作业. An amount or a quantity has its unit. */
const BEFORE_REASON = /^\d{1,3}\.\d{1,2}(?![\d%‰万亿元公平千米吨亩个])\p{Script=Han}/u;

/** Whether a cell's text holds what stands in a cell of its own elsewhere: then a boundary was lost and its row is not to be trusted. */
export function swallowsLabel(kind: ColumnKind, text: string): boolean {
  if (kind === "name") return IN_NAME.test(text);
  if (kind === "label") return IN_LABEL.test(text);
  if (kind === "text") return BEFORE_REASON.test(text);
  return (kind === "target" || kind === "adjusted" || kind === "actual") && IN_VALUE.test(text);
}
