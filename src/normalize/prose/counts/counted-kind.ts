import type { ProseCount as Count } from "../facts.js";
import { ALL_DONE } from "./all-done.js";
import { DONE, NEUTRAL, NOT_DONE, SETTING } from "./count-words.js";

const TAIL_NOT_DONE =
  /^(?:三级|绩效|指标)*[^,、]{0,3}(?:(?:未|没有|尚未|未能)(?:全部|按期|如期)?(?:完成|达成|达到|实现|达标|得满分)|[扣失丢]分)/u;
const TAIL_DONE = /^(?:三级|绩效|指标)*(?:已|均|全部|按期|如期|超额)*(?:完成|达成|达到|实现|达标|获?得满分|为?满分)/u;
const INDICATOR_NOUN = /^(?:三级)?(?:绩效|考核|评价)*指标/u;
const ENDS_WITH_NOUN = /(?:指标|绩效目标)(?:总数|总量|数量|数|个数)?(?:共计|共有|共|有|为|是|:|合计|总计)*$/u;

/** What a count with the words before it and behind it is of; null where it is of something else. `inList`: the sentence has counted the indicators before. */
export function countedKind(lead: string, tail: string, inList: boolean): Count["of"] | null {
  const around = `${lead}${tail}`;
  if (NOT_DONE.test(lead) || TAIL_NOT_DONE.test(tail)) {
    return isAboutIndicators(lead, tail, inList) ? "uncompleted" : null;
  }
  if (DONE.test(lead) || (inList && TAIL_DONE.test(tail))) return isAboutIndicators(lead, tail, inList) ? "completed" : null;
  // Nothing but setting may be said of them: 新增指标2个, 3个指标未设目标值 count something else.
  if (lead.replace(SETTING, "").trim() !== "" || /其中|其余|剩余|另/u.test(lead)) return null;
  if (INDICATOR_NOUN.test(tail)) {
    const rest = tail.replace(INDICATOR_NOUN, "");
    return rest === "" || /^(?:中|里)/u.test(rest) || ALL_DONE.test(rest) ? "indicators" : null;
  }
  if (!ENDS_WITH_NOUN.test(lead)) return null;
  return around.length < 60 ? "indicators" : null;
}

/** Nothing but words of indicators and completing stands around the count. */
function isAboutIndicators(lead: string, tail: string, inList: boolean): boolean {
  const words = `${lead}|${tail}`.replace(NEUTRAL, "").replace(/[\s"()|]/gu, "");
  const named = /指标|目标|个数/u.test(lead) || /^(?:绩效|三级)*指标/u.test(tail);
  return words === "" && (named || inList);
}
