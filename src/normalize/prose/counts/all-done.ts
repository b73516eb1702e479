import type { ProseCount as Count } from "../facts.js";
import { locate } from "../passage.js";
import type { Sentence } from "../sentence.js";
import { NEUTRAL, NOT_DONE, ONE_CLASS } from "./count-words.js";

/** 均已完成, 全部达到预期目标. */
export const ALL_DONE =
  /(?:已|均|全部|均已|已全部|全面|全都|均全部)+(?:按期|如期|按时)?(?:完成|达成|实现|达标|达到(?:预期|年度|绩效)*目标)(?:年度|预期|年初|绩效)*(?:目标|指标)?(?=$|[,、:])/u;
/** 各项绩效指标均已完成, of which it is not told how many they are. */
const EVERY_ONE =
  /(?:^|,)([^,、:]{0,16}?)(?:各项|所有|全部)(?:的)?(?:三级|绩效|考核|评价)*指标值?(?:均|都|全部|已|全)+(?:按期|如期|按时|超额|圆满)?(?:完成|达成|达标|达到预期(?:目标|值)?|实现预期目标)(?=$|,)/u;
/** What takes 全部 back, or says it of a plan. */
const NOT_EVERY_ONE = /除|未|没|部分|基本|大多|个别|尚|确保|力争|将|如|若|需|应|要求|能否|是否|保障|争取|上年|去年|往年|上一年/u;
/** Behind it: what was not completed is told at once. */
const ADMITS = /略|低于|少于|不足|不到|但|其中|偏差|仅|只有|滞后|推迟|延期/u;
const GOES_ON = /^[。;!\s]*(?:其中|但|除|仅|只有|不过|然而|个别|部分)/u;
/** Of water, too, it is said that 各项指标均达标. */
const MET_A_STANDARD = /达标$|达到预期$/u;

/** The indicators counted up to `from` as completed, where the words right behind say it of all of them. */
export function allDoneIn(tail: string, sentence: Sentence, from: number, count: string): Count[] {
  const match = NOT_DONE.test(tail) ? null : ALL_DONE.exec(tail);
  return match ? [allDone(sentence, from, match, count)] : [];
}

/** The same where it is said farther on in the sentence, with nothing else between. */
export function allDoneBehind(sentence: Sentence, from: number, count: string): Count[] {
  const rest = sentence.text.slice(from - sentence.start);
  const match = ALL_DONE.exec(rest);
  const between = rest.slice(0, match?.index);
  const isNear = !NOT_DONE.test(between) && between.replace(NEUTRAL, "").replace(/[,、:\s]/gu, "") === "";
  return match && isNear ? [allDone(sentence, from, match, count)] : [];
}

/** All of them, as a match that begins so far behind `from` tells. */
function allDone({ passage }: Sentence, from: number, match: RegExpExecArray, count: string): Count {
  const start = from + match.index;
  return { of: "completed", count, share: null, evidence: locate(passage, start, start + match[0].length) };
}

/** All of them is a share of 100 %. Said where one class of indicators is spoken of, it is of that class. */
export function everyOne({ passage, text, start, end }: Sentence, fiscalYear: number | null): Count[] {
  const match = EVERY_ONE.exec(text);
  if (!match || ONE_CLASS.test(passage.folded) || NOT_EVERY_ONE.test(text)) return [];
  if (ADMITS.test(text.slice(match.index + match[0].length)) || GOES_ON.test(passage.folded.slice(end, end + 20))) return [];
  // 出水水质稳定，各项指标均已完成: another matter's, unless they are called 绩效指标 or nothing was spoken of before.
  if (!/绩效(?:考核|评价)?指标/u.test(match[0]) && (match.index > 0 || MET_A_STANDARD.test(match[0]))) return [];
  if ([...text.matchAll(/((?:19|20)\d\d)年/gu)].some(([, year]) => Number(year) !== fiscalYear)) return [];
  if (
    match[1]!
      .replace(/\d{4}年度?/u, "")
      .replace(NEUTRAL, "")
      .trim() !== ""
  )
    return [];
  return [
    { of: "completed", count: null, share: "100", evidence: locate(passage, start + match.index, start + match.index + match[0].length) },
  ];
}
