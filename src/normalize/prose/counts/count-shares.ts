import type { ProseCount as Count } from "../facts.js";
import type { Token } from "../lexer.js";
import { locate } from "../passage.js";
import type { Sentence } from "../sentence.js";
import { DONE, NEUTRAL, NOT_DONE } from "./count-words.js";

/** 完成4个，完成率为44.44%; 未完成5个，占比55.56%. */
const SHARE_BEHIND = /^(?:三级|绩效)*(?:指标)?,(?:完成率|占比|比例|比重|占)(?:为|达到?)?(\d+(?:\.\d+)?)%(?=$|[,、;])/u;

/** The share that a count of indicators comes to, told right behind it. */
export function shareBehind({ passage, text, start }: Sentence, { end }: Token, of: Count["of"]): Count[] {
  const match = SHARE_BEHIND.exec(text.slice(end - start));
  if (!match || (of === "uncompleted" && match[0].includes("完成率"))) return [];
  return [{ of, count: null, share: match[1]!, evidence: locate(passage, end, end + match[0].length) }];
}

const SHARE =
  /占(?:全部|总|绩效|三级)*(?:目标|指标|绩效指标|绩效目标)?(?:总)?(?:数|量|个数|数量|总数)?(?:的)?(?:比例|比重|比率)?(?:为|达|达到)?$/u;

/** Shares of all indicators: 未完成指标的项目占总目标数的30%. */
export function readShares(sentence: Sentence): Count[] {
  return sentence.tokens.flatMap((token) => {
    if (token.kind !== "percent") return [];
    const lead = /[^,、:%]*$/u.exec(sentence.text.slice(0, token.start - sentence.start))?.[0] ?? "";
    const match = SHARE.exec(lead);
    const subject = match ? lead.slice(0, match.index) : "";
    if (!match || /\d|以上|以下/u.test(subject) || !/指标|目标|项目/u.test(subject) || subject.replace(NEUTRAL, "").trim() !== "")
      return [];
    const of = NOT_DONE.test(subject) ? "uncompleted" : DONE.test(subject) ? "completed" : null;
    if (!of) return [];
    const start = token.start - lead.length;
    return [{ of, count: null, share: token.value, evidence: locate(sentence.passage, start, token.end) } satisfies Count];
  });
}

const BAND =
  /(?:完成率?|达到)(?:在|为|达)?\s*(?:(\d{1,3})%?\s*[-~～—至]\s*)?(\d{1,3})%(以上|及以上|以下|以内|之间)?(?:\([^)]*\))?(?:的)?[^,、;%。\d]{0,14}占[^,、;%。\d]{0,10}?(\d+(?:\.\d+)?)%/gu;

/** Shares by how far they were completed: 绩效指标完成80%以上的项目占总目标数的100%、完成60-80%的占比0%. */
export function readBands(sentence: Sentence): Count[] {
  return [...sentence.text.matchAll(BAND)].flatMap((match) => {
    const [whole, low, high, side, share] = match;
    const start = sentence.start + match.index;
    const band: [number, number] | null = low
      ? [Number(low), Number(high)]
      : side?.endsWith("以上")
        ? [Number(high), 100]
        : side === "以下" || side === "以内"
          ? [0, Number(high)]
          : null;
    return band
      ? [{ of: "band", count: null, share: share!, band, evidence: locate(sentence.passage, start, start + whole.length) } satisfies Count]
      : [];
  });
}
