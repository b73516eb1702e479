import { figureOf, type Token } from "../lexer.js";
import { clauseStart, type Sentence } from "../sentence.js";
import { departmentAt, isWhole, type Names, withoutNames } from "../subject.js";

/** 得分 alone says not who gave it. */
const ANYBODYS =
  /^(?:得分|评分|分数|实得分|评价得分|得|获得?|评为|等级|等次|评价等级|评价等次|评定等级|评定等次|评定结果|绩效等级|绩效等次)$/u;
const OTHERS = /财政(?:局|部门|厅)|第三方|重点评价|复核|抽查|主管部门|专家|评审/gu;
const OURS = /自评|自我评价|本项目|我[局厅委单]|本单位/gu;

/** 根据县财政局要求, 对照县财政局下达的绩效目标: they asked for it, and evaluated nothing. */
const BASIS =
  /(?<=^|,)\s*(?:现?根据|按照?|对照|依据|依照|参照|遵照)(?:(?!重点评价|复核|抽查|评定|结果|结论)[^,]){0,80}?(?:要求|通知|办法|方案|规定|文件|目标|部署|指标|标准|体系|精神|细则|指南)/gu;

/** 在全市年度综合考核中, 技能竞赛, 中标单位信用评价: what others assess, and mostly something else than the project, however they call the result. */
const OTHER_ASSESSMENT =
  /在[^,;。]{0,30}(?:考核|考评|测评|评比|评选|检查|督查|督导|评估|验收|考试)(?:工作|活动)?中|(?:全[国省市县区州]|[省市县区]级|[省市县区]委|党建|目标管理|高质量发展|营商环境|平安建设|法治建设|文明|年度综合|综合目标)[^,;。]{0,8}(?:考核|考评|测评|评比)|竞赛|大赛|比赛|信用(?:评价|评级|等级)|评标|中标|审计(?:局|厅|署|机关)|内部控制/gu;
const SELF_EVALUATION = /自评|自我评价(?!得)|绩效评价|本项目/gu;

/** 县财政局组织重点评价, 得分88分: whoever was named last before the noun gave the score. */
export function isOthers(sentence: Sentence, noun: Token, names: Names): boolean {
  return (
    isOfOtherAssessment(sentence, noun, names) ||
    (ANYBODYS.test(noun.text) && isLastNamed(OTHERS, OURS, wordsBefore(sentence, noun.start, names)))
  );
}

/** Whether the sentence speaks last of another assessment than the self-evaluation, or of the whole department's, in the result's noun or before it. */
export function isOfOtherAssessment(sentence: Sentence, { text, end }: Token, names: Names): boolean {
  const before = wordsBefore(sentence, end, names);
  if (isOfDepartment(before, names)) return true;
  return !text.includes("自评") && isLastNamed(OTHER_ASSESSMENT, SELF_EVALUATION, before);
}

const WORDS_OF_RESULTS =
  /^(?:部门|单位|整体|支出|预算|绩效|自我|自评|评价|综合|总体|最终|得分|总分|分数|评分|结果|结论|等级|等次|评定|优秀|良好|[为是的\d.,:()"分优良中差])*$/u;

/** 部门整体支出绩效自评得分95.8分, 等级: nothing but words of results goes on with the department's name up to the noun. */
export function isOfDepartment(upToNoun: string, names: Names): boolean {
  const at = departmentAt(upToNoun, names);
  return at >= 0 && WORDS_OF_RESULTS.test(upToNoun.slice(at));
}

function wordsBefore({ text, start }: Sentence, offset: number, names: Names): string {
  return withoutNames(text.slice(0, offset - start).replace(BASIS, ""), names);
}

function isLastNamed(words: RegExp, others: RegExp, text: string): boolean {
  const last = (which: RegExp) => [...text.matchAll(which)].at(-1)?.index ?? -1;
  return last(words) > last(others);
}

/** 2021年度自评得分90分 in a report on 2022 is told for comparison. */
export function ofOtherYear(sentence: Sentence, offset: number, year: number | null): boolean {
  const start = clauseStart(sentence, offset);
  if (year === null) return false;
  const told = sentence.tokens.filter((token) => token.kind === "year" && token.start < offset && !isCited(sentence, token));
  const years = told.filter((token) => token.start >= start);
  if (years.length > 0) return !years.some((token) => Number(figureOf(token)) === year);
  // 对2022年度项目的评价结果为良, 得分85分: a fiscal year named before holds on; a date does not.
  const before = told.findLast((token) => isFiscal(sentence, token));
  return before !== undefined && Number(figureOf(before)) !== year;
}

const OPENS_BASIS = /^\s*(?:现?根据|按照?|对照|依据|依照|参照|遵照|为)/u;
const ENDS_BASIS = /^[^,]{0,80}?(?:要求|通知|办法|方案|规定|文件|部署|精神|指南)/u;

/** 按照《关于开展2024年度绩效自评工作的通知》要求: the year of a paper that asked for the report is not the score's. */
function isCited(sentence: Sentence, { start, end }: Token): boolean {
  const before = sentence.text.slice(0, start - sentence.start);
  const after = sentence.text.slice(end - sentence.start);
  if (before.lastIndexOf("《") > before.lastIndexOf("》") && after.includes("》")) return true;
  return OPENS_BASIS.test(before.slice(clauseStart(sentence, start) - sentence.start)) && ENDS_BASIS.test(after);
}

/** Behind a sentence's first word, what makes its year the time of something else: 2022年3月, 2022年起. */
const OTHER_THAN_FISCAL = /^(?:\d{1,2}月|起|以来|开始|启动|立项|成立|实施以来|批复|后|底|至)/u;

/** 2022年度, and the year that a sentence begins with (2022年该项目预算…): what follows is told of it. */
function isFiscal({ text, start }: Sentence, token: Token): boolean {
  const after = text.slice(token.end - start);
  return after.startsWith("度") || (text.slice(0, token.start - start).trim() === "" && !OTHER_THAN_FISCAL.test(after));
}

/** The words of a clause before an offset of the passage. */
export function subjectBefore(sentence: Sentence, offset: number): string {
  return sentence.text.slice(clauseStart(sentence, offset) - sentence.start, offset - sentence.start);
}

/** 以上各项, 上述过程合计: what the sentences before told. */
export const ABOVE = "(?:以上|上述|上面|前述)";
const ALL = `(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|各|全部|所有)`;
/** 以上12项指标, 项目各项指标累计, 前述各项: all of them together, of which the whole score is told. */
export const ALL_INDICATORS = new RegExp(
  `^(?:[本该]?项目的?)?(?:${ABOVE}|全部|所有|各)?${ALL}[项个条]?(?:三级|绩效)?指标的?[共总累合]?计?$|^${ABOVE}(?:${ALL}项|(?:三级|绩效)?指标)$`,
  "u",
);

/** 以上各项加起来, 上述指标合计, 各项得分相加: whatever is told above, as one sum. */
export const SUMMED_UP = new RegExp(
  `(?:${ABOVE}|各项|全部|所有|几项|这些)[^,。;]{0,12}?(?:加起来|加在一起|加总|相加|累加|合起来|汇总|累计|合计|总计|共计|[一总]?共得)`,
  "u",
);

/** 各项指标汇总后, 经汇总后: what is told next is the sum of all. 各项产出指标汇总后 is a part's. */
const AFTER_SUMMING = new RegExp(
  `^(?:经|将|把)?(?:(?:${ABOVE}|${ABOVE}?(?:各项?|全部|所有|几项|这些))(?:三级|绩效|自评|评价|评分|指标|得分|分值|分数|项|内容|的)*)?(?:加总|相加|累加|汇总|累计|合计|总计)之?后的?`,
  "u",
);

/** 加上预算执行率得分9.6分后, 含预算执行: the execution's score is in what is told next. */
const WITH_EXECUTION =
  /(?:再|并)?(?:加上?|计入|算上|连同|包括|包含|含|合并)(?:项目|财政)?(?:预算|资金)(?:执行|支出|使用)(?:率|情况|进度|指标|部分|得分|分值|的|\d+(?:\.\d+)?分)*(?:在内|之?后)?$/u;

const LEAD =
  /^(?:综上(?:所述)?|经(?:综合)?(?:自评|评定|评价|自我评价|打分|评审|测算|汇总|综合评分)?(?:打分)?|最终|本次|因此|故|总体(?:来看)?|对照.{0,30}|根据.{0,40}|按照.{0,40}|依据.{0,40}|通过.{0,40}|(?:绩效)?(?:自评|评价)(?:工作)?小?组(?:综合)?(?:评定|认定|审定|确认|一致认为|认为)?)/u;
const TAIL = /(?:绩效)?(?:综合|总体|整体|自我|最终|最后)?(?:自评价?|评价|评分|评定|评估|考评|打分|测算)?(?:结果|结论|情况)?(?:为|是)?$/u;

/** The whole is meant when nothing but the project, its year and words of evaluating stand before the noun. */
export function wholeSubject(subject: string, names: Names): boolean {
  const last = subject.split(":").at(-1) ?? "";
  const first = subject.split(":")[0] ?? "";
  if (subject.includes(":") && /指标$/u.test(first)) return false;
  const own = last.replace(WITH_EXECUTION, "");
  if (own !== last) return wholeSubject(own, names);
  const summed = last.replace(AFTER_SUMMING, "");
  if (summed !== last) return wholeSubject(summed, names);
  return isWhole(last, names) || isWhole(last.replace(LEAD, "").replace(TAIL, ""), names) || isWhole(last.replace(TAIL, ""), names);
}
