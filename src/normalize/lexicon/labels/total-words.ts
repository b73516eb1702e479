import type { GradeBand } from "../../../core/record.js";
import { invert, LEXICON } from "../lexicon.js";
import { remembered } from "../remembered.js";
import { foldLabel, readHead } from "../writing/fold.js";
import { indicatorRole } from "./head-words.js";

/** What rows of totals and subtotals are called, as the lexicon lists it. */
export const TOTAL_LABELS: ReadonlySet<string> = new Set([...Object.keys(LEXICON.totals.total), ...Object.keys(LEXICON.totals.subtotal)]);

type TotalKind = "total" | "subtotal" | "grade";
const { total, subtotal, grade } = LEXICON.totals;
const KINDS = invert({ total, subtotal, grade }) as ReadonlyMap<string, TotalKind>;
const GRADES = LEXICON.grades.words as unknown as { readonly [word: string]: { readonly band: GradeBand; readonly source: string } };

/** No report gives itself less. */
export const LEAST_TOTAL = 40;
const OF_THE_WHOLE = /总|综合|最终|整体|合计/u;

/** Whether a score under a total's name is a part's (自评得分 9.5 beside the execution): smaller than any whole's, and nothing says 总. */
export function isPartsScore(label: string, score: string): boolean {
  return Number(score) < LEAST_TOTAL && !OF_THE_WHOLE.test(label);
}

/** 得分, 评定分, 实得分值: marks, by the word for giving or getting them. */
const MARKS = "(?:(?:应得|实得|得到|评定|判定|核定|考核|考评|测评|获得|得|评|获|计|判|打|赋)?分(?:值|数)?|总分|总得分)";
/** 自评得分合计, 绩效评价总得分: a total of marks, and whose, in whatever order. */
const OF_ALL = new RegExp(
  `^(?:本?项目|绩效|自评|自我评价|评价|部门|单位|整体|指标|综合|最终|总体|全部|标准|权重)*${MARKS}?(?:合计|总计|总和|总分值?|总得分|总评分|总成绩)$`,
  "u",
);

/** 预算执行及上述指标得分合计, 资金执行＋指标实得总分: a total that says what it is of. */
const OF_WHAT_IS_ABOVE = /^(?=.*(?:预算执行|资金执行|各项|上述|以上|全部)).{2,20}(?:(?:得分|评分|分值|分数)(?:合计|总计)|总分|总得分)$/u;

const WHOSE = "(?:本?(?:项目|政策)|绩效|自评|自我评价|评价|评定|整体|综合|最终|总体|总|结果|结论|支出|部门|单位|年度|本次)+";
/** 绩效自评综合得分, 整体支出自我评价得分: the evaluation's score, by words that say no more than whose it is. 部门评价得分 is another's. */
const OF_EVALUATION = new RegExp(`^(?=.*(?:自评|自我评价|综合|最终|总|^(?:项目|绩效)*评价))${WHOSE}(?:得分|评分|分数|总分)$`, "u");
/** 绩效自评等次, 综合评定等级. */
const GRADE_OF_EVALUATION = new RegExp(`^(?=.*(?:自评|自我评价|绩效|综合|评价))${WHOSE}(?:等级|等次|级别|评级|档次)$`, "u");

/** 分项合计, 本级小计得分: the sum of a part, whichever. */
const OF_PART = /^(?:分项|分类|各项|部分|本部分|本级|本项|本类|[一二三]级指标)(?:得分|分值)?(?:小计|合计|汇总)(?:得分|分值)?$/u;

/** Whether a label heads a total, a subtotal or a grade; undefined when none. */
export const totalKind = remembered((label): TotalKind | undefined => {
  const { name } = readHead(label);
  const listed = KINDS.get(name);
  if (listed) return listed;
  if (OF_PART.test(name)) return "subtotal";
  if (OF_ALL.test(name) || OF_WHAT_IS_ABOVE.test(name) || OF_EVALUATION.test(name)) return "total";
  return GRADE_OF_EVALUATION.test(name) ? "grade" : undefined;
});

/** 满分, 分值, and 总分 beside a label that says what was got. */
export function namesFullMarks(label: string): boolean {
  const head = indicatorRole(label);
  if (head?.exact && head.role === "weight") return true;
  return totalKind(label) === "total" && !/[得评]/u.test(readHead(label).name);
}

const OUTCOME = /^(?:自评|自我评价|评价|考评|绩效|综合|最终)+(?:结论|结果|档次)$/u;

/** 评价结论: what a grade may stand behind, among other things. */
export function namesOutcome(label: string): boolean {
  return OUTCOME.test(readHead(label).name);
}

/** Whether a label is of the whole's result: a total, a subtotal, a grade, full marks. */
export const namesResult = remembered((label) => totalKind(label) !== undefined || namesFullMarks(label) || namesOutcome(label));

/** What can be got is a round figure. */
export function isRoundMarks(figure: string | undefined): boolean {
  return figure !== undefined && Number(figure) > 0 && Number(figure) % 10 === 0;
}

/** The band of a grade word as printed in a cell (`优`, `优秀`, `“良”`, `优等级`); null when it is no grade. */
export function gradeBand(text: string): GradeBand | null {
  const word = foldLabel(text)
    .replace(/["“”'‘’《》]/gu, "")
    .replace(/(?:等级|等次|级|等)$/u, "");
  return GRADES[word]?.band ?? null;
}
