import { matchAt } from "../../../match-at.js";
import type { Field, Labels } from "./field.js";
import { type FieldLabel, labelAt } from "./field-label.js";
import { tellsMarks } from "./marks-fields.js";

/** What the reading of one clause goes by: the report's labels, and where the clause begins behind its numbering. */
export type Reading = Labels & { readonly opening: number };

const QUANTITY =
  /\s*(?:[≥≤<=≧≦≮≯约]|[~～](?=\s*\d)|>(?!(?!百分)\p{Script=Han}{2})|不(?:得|应)?(?:低于|少于|高于|大于|小于|多于|超过|晚于|迟于|早于)|大于|小于|高于|低于|少于|多于|至少|最多|最低|最高|控制在|超过|优于|早于|达到?(?=\s*[\d≥≤])|\d|[前第](?=\d+[名位])|每(?:年|季度?|月|周|日|天)(?=\d)|(?:[一二三四五六七八九十百两]{1,4})(?=[个项次人场家户座处件条台套天日月年期批份名])|百分之)/uy;
/** 计划新增200张, 实际受益1.26万人: what was to be done, or was, stands between the label and the figure. */
const DEED = /\p{Script=Han}{1,12}?(?=(?:不[低少高大小多]于|不超过|达到?|[≥≤<>=])?\d)/uy;
const SPENDING = /支出|支付|执行|使用|拨付|到位|下达|列支|投入|预算|资金/u;
const WHEN_SET =
  "(?:(?:19|20)\\d\\d年度?(?!\\d)|年[初度内]|全年|本年度?|当年|预期|预定|既定|计划|设定|确定|制定|下达|批复|绩效|目标|考核|任务|的)";
const REACHED = "(?:未能?|没有|已|均|超额|圆满)?(?:达到|完成|实现|超过|超出|高于|优于|低于|不及|对照|对比|按照?|较|比|与|满足|符合)了?";
const WORD_OF_TARGET = "(的?(?:年度|年初|绩效|预期|计划|考核|任务)*(?:目标值?|指标值|计划值?|任务数?|要求|标准))";
/** 未达到年初设定的120场的目标, 对照年初95%的要求: the word that says it was the target stands behind it. */
const SET_BEFORE = new RegExp(
  `(?:${REACHED}${WHEN_SET}{0,5}|${WHEN_SET}{1,5})((?:[≥≤><=]|不[低少高大小多]于|不超过)?\\d[\\d,.]*[^\\d,;。:()]{1,6}?)${WORD_OF_TARGET}$`,
  "uy",
);
/** 符合上级部门的要求, 达到合同约定的标准: by whom it was set, and not what. */
const WHO_SET = "(?:部门|单位|上级|国家|行业|[省市县区级]|合同|协议|约定|文件|政策|规定|规范|方案|办法|[条法]例?)";
/** 达到不断完善的年度指标值, in a report that tells its quantities so. */
const SET_IN_WORDS = new RegExp(
  `${REACHED}${WHEN_SET}{0,5}(?!${WHEN_SET}{1,5}的)(\\p{Script=Han}{2,16}?)(?<!${WHO_SET})${WORD_OF_TARGET}$`,
  "uy",
);
const NOUN = /[率数量度额次]$/u;
/** So far may what is told in words reach. */
const LONGEST_WORDS = 40;
/** Words behind a verb that make it another word, or a statement. */
const NO_VALUE =
  /^(?:了|率|后|以|的|得(?!到)|和|与|及(?!时)|时|并|度|量|数(?!\d)|进(?!一步)|情况|目标|年度|全部|全年|预期|任务|各|上述|以上|本|来源|依据|说明|原因)/u;
/** 目标值全部发放到位: behind such a label, of how much it is told makes no statement of it. */
const ALL_OF = /^(?:全部|全年|各)(?!.*(?:目标|指标|任务))/u;
/** 目标值目标合理, and 实际完成目标合理 behind it: what the goals are like is a value of an indicator on them. */
const ON_GOALS = /^(?:绩效)?目标(?!值|要求|任务|的|数|完成|达成|达到|实现|已|均|全部)\p{Script=Han}{2,6}$/u;

/** 完成年初目标: the sentence says that the target was reached, and not what was. */
const REACHED_ONLY =
  /^了?(?:(?:年初|年度|预期|预定|预设|全年|当年|本年|绩效|既定|设定|设立|批复|计划|工作|总体|各项|全部|相应|规定|上述|的)*(?:目标|指标|任务|计划)(?:值|要求)?)(?:要求|任务)?$/u;
/** 年终统计口径: what begins with a time tells a result only behind a copula. */
const TIME_ALONE = /^(?:截至|至)?(?:年末|年底|年终|期末|全年)$/u;

/** 危桥改造完成数一个指标: how many indicators there are is no value of one. */
const HOW_MANY = /^(?:\d{1,2}|[一二三四五六七八九十两]{1,2})[个项条](?:三级|具体|绩效)?指标$/u;

/** Whether a quantity, or a date, begins at `at`. */
export function isMeasured(text: string, at: number): boolean {
  return matchAt(QUANTITY, text, at) !== undefined;
}

/** The target that begins at `at` before the word that says so. */
export function targetSetAt(text: string, at: number, { learned }: Labels): Field | undefined {
  const quantity = matchAt(SET_BEFORE, text, at);
  const match = quantity ?? matchAt(SET_IN_WORDS, text, at);
  if (!match || (!quantity && !learned.has(match[2]!))) return undefined;
  const end = at + match[0].length - match[2]!.length;
  return { role: "target", key: match[2]!, start: at, end, value: end - match[1]!.length, measured: quantity !== undefined };
}

/** A target or a result: a quantity, or words behind a copula or a label that this report is known to use. */
export function valueAt(
  text: string,
  at: number,
  value: number,
  label: Pick<FieldLabel, "role" | "key" | "closed">,
  labels: Reading,
): Field[] {
  const isFirst = at === 0 || at === labels.opening;
  const deed = isFirst && !label.closed && !isMeasured(text, value) ? matchAt(DEED, text, value)?.[0] : undefined;
  const isDeed = deed !== undefined && !/[值数]$/u.test(label.key) && !NO_VALUE.test(deed) && !/\d分$/u.test(text);
  // 任务按期完成率权重6%: no deed, but the rest of a name.
  const isNamed = isDeed && (/率./u.test(deed) || nextLabel(text, value, labels) < value + deed.length);
  if (isDeed && !isNamed && (!SPENDING.test(deed) || labels.before !== undefined))
    return valueAt(text, at, value + deed.length, { ...label, closed: true }, labels).map((told) => ({
      ...told,
      deed: { start: value, end: value + deed.length },
    }));
  const measured = isMeasured(text, value);
  const end = measured ? nextLabel(text, value + 1, labels) : text.length;
  const words = text.slice(value, end).trim();
  if (!measured) {
    const sameWay = label.role === "actual" && labels.before === "words";
    const isTold =
      label.closed || (isFirst && (/值$/u.test(label.key) || sameWay)) || (isFirst ? labels.learned : labels.glued).has(label.key);
    if (!label.closed && (REACHED_ONLY.test(words) || TIME_ALONE.test(label.key))) return [];
    const isOnGoals = (/值$/u.test(label.key) || sameWay) && ON_GOALS.test(words);
    const isStatement = NO_VALUE.test(words) && !isOnGoals && !(/值$/u.test(label.key) && ALL_OF.test(words));
    if (!isTold || words.length < 2 || words.length > LONGEST_WORDS || (!label.closed && isStatement)) return [];
    if (!label.closed && labels.before === undefined && SPENDING.test(words) && /\d/u.test(words)) return [];
    // 查病任务完成质量合格率: within a name, what follows a verb is a noun.
    if (!isFirst && !label.closed && NOUN.test(words)) return [];
    const until = nextLabel(text, value + 1, labels);
    // 完成档案扫描计划数500页: a name that begins with the verb, and a label of its own behind it.
    if (isFirst && !label.closed && until < text.length) return [];
    return [{ role: label.role, key: label.key, start: at, end: until, value, measured }];
  }
  return words === "" || HOW_MANY.test(words) ? [] : [{ role: label.role, key: label.key, start: at, end, value, measured }];
}

/** 完成值：完善, behind the target's words: a label with its colon tells whatever follows. */
const COLON = /:\s*$/u;
const A_RATE = /^\d+(?:\.\d+)?%/u;

/** Where the next figure with a label of its own begins: what is told before it ends there. */
function nextLabel(text: string, from: number, labels: Labels): number {
  for (let at = from; at < text.length; at++) {
    const label = labelAt(text, at, labels.fiscalYear);
    if (!label) continue;
    const value = at + label.length;
    if (label.role !== "other" && COLON.test(text.slice(at, value))) return at;
    if (label.role === "rate" && A_RATE.test(text.slice(value))) return at;
    if ((label.role === "weight" || label.role === "score") && tellsMarks(text, value, label)) return at;
    if ((label.role === "target" || label.role === "actual") && isMeasured(text, value)) return at;
  }
  return text.length;
}
