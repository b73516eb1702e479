import { type Token, tokenize } from "../lexer.js";
import type { Passage } from "../passage.js";

/** What a clause behind a head tells: its level's marks or score; an indicator's target or result; what was lost of marks, or a rate; else text. */
type ClauseRole = "weight" | "score" | "value" | "share" | "text";

/** A clause between two marks. Offsets are those of the passage. */
export interface HeadClause {
  readonly role: ClauseRole;
  readonly end: number;
  readonly text: string;
  /** The marks or the score that it tells. */
  readonly figure: Token | undefined;
}

/** No passage with more clauses is a list of items that somebody wrote as sentences. */
const MOST_CLAUSES = 2000;
const LONGEST_BRACKET = 60;
const NUMBER = "\\d+(?:\\.\\d+)?";
const OWN = "(?:(?:该|本|此)(?:项|个|条|题)?(?:三级|绩效)?(?:指标)?(?:的)?)?";
const IS = "(?:为|是|:|计)?\\s*";
const YEAR = "(?:(?:19|20)\\d\\d年度?)?(?:年初|年度|本年度?|全年|当年|年末|预期|绩效|设定|既定)*(?:的)?";
const WEIGHT = new RegExp(
  `^${OWN}(?:满分值?|(?:标准|指标|参考)?分值(?:权重)?|权重(?:分值?)?|标准分)${IS}${NUMBER}[分%]?$|^(?:该|本|此)(?:项|个|条)?(?:三级|绩效)?指标(?:共)?${IS}${NUMBER}分$`,
  "u",
);
/** 扣2分, 未扣分, 得满分: the score by what was lost of the marks. */
const DEDUCTION = new RegExp(
  `^(?:因此|故|据此|自评|实际|综合|经自评)*${OWN}(?:(?:自评)?(?:共|应|酌情)?(?:扣减?|扣除|扣掉|减|失)(?:分)?(?:为|:)?\\s*${NUMBER}分|(?:不|未|没有|无)(?:予)?扣分|(?:自评)?(?:得|获得?|为|计|给予?)满分)$`,
  "u",
);
const SCORE = new RegExp(
  `^(?:因此|故|据此|最终|综合|经自评|实际)?${OWN}(?:(?:按|依|根据)[^\\d,]{1,16}?)?(?:自评|自评价|评价|实际|折算|计算|评定|最终)*(?:后)?(?:得分|实得|自评分|评分|自评|评(?:得|定)?为?|得|计)(?:满分)?${IS}${NUMBER}分$|^${OWN}(?:自评)?(?:实际)?(?:得分|评分)${IS}${NUMBER}$`,
  "u",
);
const BARE_POINTS = new RegExp(`^${NUMBER}分$`, "u");
const RATE = new RegExp(`^${OWN}(?:目标|任务|指标|年度|计划)*完成率${IS}(?:达到|达)?${NUMBER}%$`, "u");
const TARGET = new RegExp(
  `^${OWN}${YEAR}(?:计划)?(?:目标值|目标(?!(?!不|达到|控制|至少)\\p{Script=Han}{2,8}${NUMBER}分$)|指标值|计划值|计划(?=[:为是])|任务[数量])(?:设定|设置)?${IS}(?=.)`,
  "u",
);
/** What bounds a figure belongs to it: 不低于90%. */
const FIGURE = "(?:不[低少高大小]于|不超过|不多于|大于等于|小于等于|大于|小于|高于|低于|达到|控制在|至少|[≥≤<>=])?\\d";
/** 计划新增200张, 目标新增200张: what is to be done stands between the label and the figure. */
const PLAN = new RegExp(`^${OWN}${YEAR}(?:计划|目标|任务)(?!值)[\\p{Script=Han}]{0,8}?(?=${FIGURE})`, "u");
/** 绩效目标合理性4分: a name, and what may be had for it. */
const NAME_WITH_MARKS = new RegExp(`(?:性|率|度|量|数|情况|水平|机制|化|管理)${NUMBER}分$`, "u");
/** 年初设定120公里, 年度预期≥90%: the words that say when it was set are all its label. */
const SET = new RegExp(
  `^${OWN}(?:(?:19|20)\\d\\d年度?)?(?:年初|年度|本年度?|全年|当年)*(?:设定|预期|预计|拟)(?:为|是|:)?(?=${FIGURE})`,
  "u",
);
/** 完成值：5处, 实际完成情况为已建成: the label says that all behind it is the result. */
const RESULT = new RegExp(
  `^${OWN}${YEAR}(?:实际完成值|实际完成情况|完成值|实际值|业绩值|完成情况|实际完成|实际达到|实际达成(?!预期|年度|目标|指标)|实际达(?!成)|(?:全年|年末)完成(?!了?(?:情况|率|年初|年度|预期|目标|任务|各|全部))|(?:实际|已?完成)(?=为|是|:))(?:情况)?${IS}(?=.)`,
  "u",
);
/** 实际新增200张, 实际96.2%, 完成520户: only before a figure. */
const DONE = new RegExp(`^${OWN}${YEAR}(?:实际[\\p{Script=Han}]{0,10}?|已?完成了?)(?=${FIGURE})`, "u");
/** 经问卷调查为93.5%. */
const FOUND = new RegExp(
  `^(?:经|通过)(?:现场|实地|随机|网络|电话)?(?:问卷|抽样|满意度|统计|入户)*(?:调查|统计|测评|测算|核查|检测|评估|核实)[,]?(?:结果|显示|得出)*(?:实际)?(?:为|是|达到?|:)(?=${FIGURE})`,
  "u",
);
/** A label that a colon belongs to. */
const LABEL =
  /^(?:年度|全年|年末)*(?:计划|完成|实际)(?:为|是)?$|(?:目标值?|指标值|计划值?|完成值|实际值?|业绩值|完成情况|实际完成|分值|满分|权重|标准分|得分|评分|自评|完成率)(?:为|是)?$/u;
/** Marks in brackets: (15分), (满分20分,自评20分); a target or a result: (年初目标≥533组). */
const MARKS_INSIDE = /^[^()]{0,40}\d分[^()]{0,12}$/u;

function tellsSomething(inside: string): boolean {
  return MARKS_INSIDE.test(inside) || (!/[,;。()]/u.test(inside) && roleOf(inside) !== "text");
}

/** The clauses of a passage from `from`, in order, with what they tell. Brackets that hold marks are clauses of their own; others belong to their clause. */
export function headClauses(passage: Passage, from = 0): HeadClause[] {
  const { folded } = passage;
  const clauses: HeadClause[] = [];
  let start = from;
  let closing = -1;
  const close = (end: number) => {
    const lead = /^\s*/u.exec(folded.slice(start, end))![0].length;
    const text = folded.slice(start + lead, end).trimEnd();
    if (text !== "") clauses.push(clauseOf(text, start + lead));
    start = end + 1;
  };
  for (let i = from; i < folded.length && clauses.length < MOST_CLAUSES; i++) {
    const character = folded[i]!;
    if (character === "(") {
      const length = folded.slice(i + 1, i + LONGEST_BRACKET).indexOf(")");
      const inside = folded.slice(i + 1, i + 1 + Math.max(length, 0)).trim();
      if (length > 0 && tellsSomething(inside)) {
        closing = i + 1 + length;
        close(i);
      } else if (length >= 0) i += 1 + length;
    } else if (i === closing || parts(folded, i, start)) close(i);
  }
  close(folded.length);
  return clauses;
}

const LABELLED_NEXT = /^(?:年[初末]|年度|全年)?(?:实际|完成值?[为\d:]|目标值?[为是:≥≤<>=\d]|分值|满分|权重|标准分|自评得?\d|得分?\d)/u;

function parts(folded: string, at: number, start: number): boolean {
  const character = folded[at]!;
  if (character === ":") return !LABEL.test(folded.slice(start, at).trim());
  // 目标≥8座、实际9座.
  if (character === "、") return LABELLED_NEXT.test(folded.slice(at + 1, at + 12));
  if (character === ",") return !(/\d/u.test(folded[at - 1] ?? "") && /^\d{3}(?!\d)/u.test(folded.slice(at + 1, at + 5)));
  return ";。!?\n".includes(character);
}

/** What kinds of figures the marks and the scores are. */
const FIGURES: { readonly [role in ClauseRole]?: readonly Token["kind"][] } = {
  weight: ["points", "number", "percent"],
  score: ["points", "number"],
};

function clauseOf(text: string, start: number): HeadClause {
  const role = roleOf(text);
  const kinds = FIGURES[role];
  const figure = kinds && tokenize(text, start).findLast(({ kind }) => kinds.includes(kind));
  return { role, end: start + text.length, text, figure };
}

function roleOf(text: string): ClauseRole {
  const is = (pattern: RegExp) => pattern.test(text);
  if (is(WEIGHT)) return "weight";
  if (is(SCORE)) return "score";
  if (is(DEDUCTION)) return "share";
  if (is(BARE_POINTS)) return "weight";
  if (is(RATE)) return "share";
  return [TARGET, SET, RESULT, DONE, FOUND].some(is) || (is(PLAN) && !is(NAME_WITH_MARKS)) ? "value" : "text";
}
