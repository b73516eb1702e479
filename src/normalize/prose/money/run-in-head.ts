import { ANY_NUMBER } from "../../../core/numbering.js";
import type { Token } from "../lexer.js";
import type { Sentence } from "../sentence.js";
import { isWhole, type Names } from "../subject.js";
import { isOfOtherMatter } from "./other-matters.js";

/** （三）“三公”经费。全年支出6万元: what a paragraph is headed by is what its sentences are about. （二）预算安排与支出 is about the whole. */
const RUN_IN = new RegExp(`^${ANY_NUMBER}\\s*([^。:,;\\d]{2,16})[。:]`, "u");
const OF_MONEY = /(?:经费|费用?|支出|收入)$/u;

/** Whether a sentence stands under a head on its own line that is another matter's. */
export function isUnderOther({ passage }: Sentence, names: Names): boolean {
  const head = RUN_IN.exec(passage.folded)?.[1];
  if (head === undefined || !OF_MONEY.test(head)) return false;
  if (isOfOtherMatter(head) || (names.department && head.includes("项目支出"))) return true;
  return !isWhole(head, names) && !head.split(/[与和及、]/u).every((part) => isWhole(part, names));
}

const ON_MONEY = new RegExp(`^(?:${ANY_NUMBER})?\\s*([^,;。:\\d]{2,20})情况(?:分析|说明)?$`, "u");
const MATTERS = /资金|预算|到位|使用|支出|执行|安排|投入|拨付|下达|落实|管理|[与和及、]/gu;

/** 资金到位情况：年初预算16万元: the tokens behind a head on money as a whole, that a colon parts from what it tells. */
export function behindHead(tokens: readonly Token[], names: Names): readonly Token[] {
  const at = tokens.findIndex(({ kind, text }) => kind === "mark" && text === ":");
  const head = ON_MONEY.exec(
    tokens
      .slice(0, Math.max(at, 0))
      .map(({ text }) => text)
      .join(""),
  )?.[1];
  if (head === undefined || isOfOtherMatter(head) || !isWhole(head.replace(MATTERS, ""), names)) return tokens;
  return tokens.slice(at + 1);
}
