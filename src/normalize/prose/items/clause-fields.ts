import { endsCompound } from "../../lexicon/compounds.js";
import { matchAt } from "../../match-at.js";
import { chineseInteger } from "../../numeral.js";
import { leadLength } from "../indicators/indicator-name.js";
import type { Token } from "../lexer.js";
import { type FieldRole, labelAt } from "./field-label.js";
import { type KeyedLines, keyOf } from "./keyed-lines.js";

/** What a clause tells under one label. Offsets are those of the text that was read. */
export interface Field {
  readonly role: FieldRole;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Where what is told begins: behind the label. */
  readonly value: number;
  /** Marks, a score or a rate. */
  readonly figure?: Token;
  /** A quantity or a date is told, not words. */
  readonly measured: boolean;
  /** Marks without a label: 8分. */
  readonly bare?: true;
  /** What was done, between the label and how much of it: 完成检修浮桥12座. It names the indicator where nothing else does. */
  readonly deed?: { readonly start: number; readonly end: number };
}

/** A clause: what stands before its first label, and what it tells under its labels. */
export interface ClauseFields {
  /** Where the text before the first label ends. */
  readonly lead: number;
  readonly fields: readonly Field[];
}

export interface Labels {
  readonly fiscalYear: number | null;
  /** Labels that this report puts before quantities: what stands behind them elsewhere is told under them too, in words. */
  readonly learned: ReadonlySet<string>;
  /** Those among them that it puts behind a name in one clause. */
  readonly glued: ReadonlySet<string>;
  /** Labels of the report's own, each before a colon at the head of a line. */
  readonly keyed: KeyedLines;
  /** What was told right before the clause: a result is told in the words of its target. */
  readonly before?: "words" | "quantity" | undefined;
}

/** What the reading of one clause goes by: the report's labels, and where the clause begins behind its numbering. */
type Reading = Labels & { readonly opening: number };

const CHINESE = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九零]|一百";
const POINTS = new RegExp(
  `\\s*"?(\\d{1,3}(?:\\.\\d+)?|(?:${CHINESE})(?:点[零〇一二三四五六七八九]{1,2})?)\\s*(分(?!钟|之|别|类|析|布|期)|%)?`,
  "uy",
);
const BARE = /(\d{1,3}(?:\.\d+)?)\s*分"?(?:[,)]|[中里])?$/u;
const LOST =
  /(?:扣减|扣除|扣掉|扣去|扣|(?<!(?![共应均各再另情])\p{Script=Han})(?:减|失))(?:分|去|了)?(?:为|:)?\s*(\d{1,3}(?:\.\d+)?)\s*分/uy;
const FULL = /(?:自评|实际)?(?:得|获得?|计|记|评|为)满分(?!值|\d|为|:)|(?:不|未|没有|无)(?:予|作)?扣分/uy;
const QUANTITY =
  /\s*(?:[≥≤<=≧≦≮≯~～约]|>(?!(?!百分)\p{Script=Han}{2})|不(?:得|应)?(?:低于|少于|高于|大于|小于|多于|超过|晚于|迟于|早于)|大于|小于|高于|低于|少于|多于|至少|最多|最低|最高|控制在|超过|优于|早于|达到?(?=\s*[\d≥≤])|\d|[前第](?=\d+[名位])|(?:[一二三四五六七八九十百两]{1,4})(?=[个项次人场家户座处件条台套天日月年期批份名])|百分之)/uy;
/** 计划新增200张, 实际受益1.26万人: what was to be done, or was, stands between the label and the figure. */
const DEED = /\p{Script=Han}{1,12}?(?=(?:不[低少高大小多]于|不超过|达到?|[≥≤<>=])?\d)/uy;
const SPENDING = /支出|支付|执行|使用|拨付|到位|下达|列支|投入|预算|资金/u;
const WHEN_SET =
  "(?:(?:19|20)\\d\\d年度?(?!\\d)|年[初度内]|全年|本年度?|当年|预期|预定|既定|计划|设定|确定|制定|下达|批复|绩效|目标|考核|任务|的)";
/** 未达到年初设定的120场的目标, 对照年初95%的要求: the word that says it was the target stands behind it. */
const SET_BEFORE = new RegExp(
  `(?:(?:未能?|没有|已|均|超额|圆满)?(?:达到|完成|实现|超过|超出|高于|优于|低于|不及|对照|对比|按照?|较|比|与|满足|符合)了?${WHEN_SET}{0,5}|${WHEN_SET}{1,5})((?:[≥≤><=]|不[低少高大小多]于|不超过)?\\d[\\d,.]*[^\\d,;。:()]{1,6}?)(的?(?:年度|年初|绩效|预期|计划|考核|任务)*(?:目标值?|计划值?|任务数?|要求|标准))$`,
  "uy",
);
/** 任务按期完成率: how it was completed makes a name of the rate. */
const ENDS_RATE = /(?:按期|按时|及时|如期|准时|按质|保质|有效|预算|支出|投资)$/u;
/** 检修计划完成情况8分: a name ends so, and its marks follow. */
const ENDS_NAME = /(?:情况|结果)$/u;
const MARKS_LAST = /^\d{1,3}(?:\.\d+)?分$/u;
const NOUN = /[率数量度额次]$/u;
/** So far may what is told in words reach. */
const LONGEST_WORDS = 40;
/** Words behind a verb that make it another word, or a statement. */
const NO_VALUE =
  /^(?:了|率|后|以|的|得(?!到)|和|与|及(?!时)|时|并|度|量|数(?!\d)|进|情况|目标|年度|全部|全年|预期|任务|各|上述|以上|本|来源|依据|说明|原因)/u;

/** 完成年初目标: the sentence says that the target was reached, and not what was. */
const REACHED_ONLY =
  /^了?(?:(?:年初|年度|预期|预定|预设|全年|当年|本年|绩效|既定|设定|设立|批复|计划|工作|总体|各项|全部|相应|规定|上述|的)*(?:目标|指标|任务|计划)(?:值|要求)?)(?:要求|任务)?$/u;
/** 年终统计口径: what begins with a time tells a result only behind a copula. */
const TIME_ALONE = /^(?:截至|至)?(?:年末|年底|年终|期末|全年)$/u;

/** Reads a clause (no comma within, brackets apart): its labels and what stands behind them. `behindName`: the text is a clause's rest behind a known name. */
export function clauseFields(text: string, labels: Labels, behindName = false): ClauseFields {
  const own = keyOf(text);
  const role = own && labels.keyed.get(own.key);
  if (role) {
    const value = own.length;
    const measured = matchAt(QUANTITY, text, value) !== undefined;
    return { lead: 0, fields: [{ role, key: own.key, start: 0, end: text.length, value, measured }] };
  }
  const fields: Field[] = [];
  const opening = leadLength(text);
  const reading = { ...labels, opening };
  let lead = -1;
  for (let at = 0; at < text.length; ) {
    const found = fieldsAt(text, at, reading);
    const [first] = found;
    if (first) {
      if (lead < 0) lead = at;
      fields.push(...found);
      at = Math.max(found.at(-1)!.end, at + 1);
    } else at++;
  }
  if (lead >= 0 && lead <= opening) return { lead: 0, fields };
  const until = lead < 0 ? text.length : lead;
  const implied = lead < 0 ? impliedTarget(text, behindName ? BEHIND_NAME : IMPLIED) : undefined;
  if (implied) return { lead: implied.start, fields: [implied] };
  const bare = bareAt(text, until);
  return bare ? { lead: bare.start, fields: [bare, ...fields] } : { lead: until, fields };
}

/** 集中教育场次≥40场, “帮教工作机制”持续完善: a sign of comparison, or words behind a name in quotes, tell the target without a label. */
const IMPLIED =
  /^[^"]*"[^"]{2,40}"(?=(?:[≥≤>=<]|不[低少高大小多]于|不超过|\d|\p{Script=Han}{4,12}$))|^[\p{Script=Han}A-Za-z、()]{3,40}(?=[≥≤])/u;
/** ≥40场, a clause of its own. */
const SIGNED_ALONE = /^(?:[≥≤>=<]|不[低少高大小多]于|不超过|大于等于|小于等于)\s*\d[^,;。:()"]{0,14}$/u;
/** The same behind a name that is known: ≥40场, “持续完善”. */
const BEHIND_NAME = /^(?=[≥≤>=<]|不[低少高大小多]于|不超过|"\p{Script=Han}{4,12}"$)/u;

function impliedTarget(text: string, pattern: RegExp): Field | undefined {
  const start = SIGNED_ALONE.test(text) ? 0 : pattern.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const measured = matchAt(QUANTITY, text, start) !== undefined;
  return { role: "target", key: "", start, end: text.length, value: start, measured };
}

/** 建成站点7分: marks without a label, at the end of what stands before the first one. */
function bareAt(text: string, until: number): Field | undefined {
  const match = BARE.exec(text.slice(0, until));
  if (!match || /[\d.]$/u.test(text.slice(0, match.index))) return undefined;
  const figure = match.index;
  // 巡河里程共6分: 共 is no part of the name that 公共 is.
  const sum = /(?:共计?|合计|总计)$/u.exec(text.slice(0, figure))?.[0].length ?? 0;
  const start = figure - (sum > 0 && !endsCompound(text, figure - sum) ? sum : 0);
  return { role: "weight", key: "", start, end: until, value: figure, figure: pointsToken(match[1]!, figure), measured: true, bare: true };
}

function fieldsAt(text: string, at: number, labels: Reading): Field[] {
  const lost = matchAt(LOST, text, at);
  if (lost) return [field("deduction", lost[0], at, at + lost[0].length, at, pointsToken(lost[1]!, at + lost[0].indexOf(lost[1]!)))];
  const full = matchAt(FULL, text, at);
  if (full) return [field("deduction", full[0], at, at + full[0].length, at)];
  const set = matchAt(SET_BEFORE, text, at);
  if (set) {
    const end = at + set[0].length;
    const value = end - set[1]!.length - set[2]!.length;
    return [{ role: "target", key: "目标", start: at, end: end - set[2]!.length, value, measured: true }];
  }
  const label = labelAt(text, at, labels.fiscalYear);
  // 产出指标权重合计60%: what the marks are for is no part of their label.
  if (!label || (at > 0 && label.key.startsWith("指标") && label.role !== "target")) return [];
  const value = at + label.length;
  const { role, key } = label;
  if (role === "weight" || role === "score" || (role === "other" && matchAt(POINTS, text, value)?.[2] === "分")) {
    const pair = text[value] === "/" ? labelAt(text, value + 1, labels.fiscalYear) : undefined;
    if (pair && (pair.role === "weight" || pair.role === "score")) return pairAt(text, at, value + 1 + pair.length, [role, pair.role], key);
    return pointsAt(text, at, value, label.closed, role, key);
  }
  if (role === "rate") {
    if (ENDS_RATE.test(text.slice(0, at))) return [];
    const match = /^\s*(?:达到?)?(\d+(?:\.\d+)?)%/u.exec(text.slice(value, value + 12));
    if (!match) return [];
    const start = value + match[0].indexOf(match[1]!);
    const token = { kind: "percent", value: match[1]!, unit: "%", text: `${match[1]}%`, start, end: value + match[0].length } as const;
    return [field("rate", key, at, value + match[0].length, start, token)];
  }
  if (role === "name" || role === "level1" || role === "level2")
    return label.closed && value < text.length ? [{ role, key, start: at, end: text.length, value, measured: false }] : [];
  if (at > labels.opening && !label.closed && ENDS_NAME.test(key) && MARKS_LAST.test(text.slice(value))) return [];
  const whole = valueAt(text, at, value, label, labels);
  const { shorter } = label;
  return whole.length > 0 || !shorter ? whole : valueAt(text, at, at + shorter.length, { ...label, ...shorter }, labels);
}

/** A target or a result: a quantity, or words behind a copula or a label that this report is known to use. */
function valueAt(
  text: string,
  at: number,
  value: number,
  label: { role: FieldRole; key: string; closed: boolean },
  labels: Reading,
): Field[] {
  const isFirst = at === 0 || at === labels.opening;
  const deed = isFirst && !label.closed && !matchAt(QUANTITY, text, value) ? matchAt(DEED, text, value)?.[0] : undefined;
  const isDeed = deed !== undefined && !/[值数]$/u.test(label.key) && !NO_VALUE.test(deed) && !/\d分$/u.test(text);
  // 任务按期完成率权重6%: no deed, but the rest of a name.
  const isNamed = isDeed && (/率./u.test(deed) || nextLabel(text, value, labels) < value + deed.length);
  if (isDeed && !isNamed && (!SPENDING.test(deed) || labels.before !== undefined))
    return valueAt(text, at, value + deed.length, { ...label, closed: true }, labels).map((told) => ({
      ...told,
      deed: { start: value, end: value + deed.length },
    }));
  const measured = matchAt(QUANTITY, text, value) !== undefined;
  const end = measured ? nextLabel(text, value + 1, labels) : text.length;
  const words = text.slice(value, end).trim();
  if (!measured) {
    const sameWay = label.role === "actual" && labels.before === "words";
    const isTold =
      label.closed || (isFirst && (/值$/u.test(label.key) || sameWay)) || (isFirst ? labels.learned : labels.glued).has(label.key);
    if (!label.closed && (REACHED_ONLY.test(words) || TIME_ALONE.test(label.key))) return [];
    if (!isTold || words.length < 2 || words.length > LONGEST_WORDS || (!label.closed && NO_VALUE.test(words))) return [];
    if (!label.closed && labels.before === undefined && SPENDING.test(words) && /\d/u.test(words)) return [];
    // 查病任务完成质量合格率: within a name, what follows a verb is a noun.
    if (!isFirst && !label.closed && NOUN.test(words)) return [];
    const until = nextLabel(text, value + 1, labels);
    // 完成档案扫描计划数500页: a name that begins with the verb, and a label of its own behind it.
    if (isFirst && !label.closed && until < text.length) return [];
    return [{ role: label.role, key: label.key, start: at, end: until, value, measured }];
  }
  return words === "" ? [] : [{ role: label.role, key: label.key, start: at, end, value, measured }];
}

/** Where the next figure with a label of its own begins: what is told before it ends there. */
function nextLabel(text: string, from: number, labels: Labels): number {
  for (let at = from; at < text.length; at++) {
    const label = labelAt(text, at, labels.fiscalYear);
    if (!label) continue;
    const value = at + label.length;
    const points = label.role === "weight" || label.role === "score" ? matchAt(POINTS, text, value) : undefined;
    if (points && (points[2] === "分" || (label.closed && value + points[0].length === text.length))) return at;
    if ((label.role === "target" || label.role === "actual") && matchAt(QUANTITY, text, value)) return at;
  }
  return text.length;
}

/** 得9分, 分值：9, 权重9%; 得9/10分 tells both. */
function pointsAt(text: string, at: number, value: number, closed: boolean, role: FieldRole, key: string): Field[] {
  // 得满分6分 tells both.
  if (role === "score" && text.startsWith("满分", value) && /\d/u.test(text[value + 2] ?? "")) {
    const [score] = pointsAt(text, at, value + 2, closed, role, key);
    return score ? [score, { ...score, role: "weight" }] : [];
  }
  const match = matchAt(POINTS, text, value);
  if (!match) return [];
  const end = value + match[0].length;
  const over = match[2] === undefined ? /^\/(\d{1,3}(?:\.\d+)?)\s*分?/u.exec(text.slice(end, end + 10)) : null;
  const start = value + match[0].indexOf(match[1]!);
  // 得分=7分×完成比例=6.12分: what the formula gives.
  if (/^\s*[×xX*÷]/u.test(text.slice(end))) {
    const given = /=\s*(\d{1,3}(?:\.\d+)?)\s*分?$/u.exec(text);
    const result = given ? text.length - given[0].length + given[0].indexOf(given[1]!) : 0;
    return given && role === "score" ? [field(role, key, at, text.length, result, pointsToken(given[1]!, result))] : [];
  }
  // 评分：9分中得8分: of how many.
  if (role === "score" && match[2] === "分" && /^[中里](?:自评|实际|实)?得/u.test(text.slice(end, end + 8)))
    return [field("weight", key, at, end, start, pointsToken(match[1]!, start))];
  if (over && role === "score") {
    const weight = end + 1;
    return [
      field("score", key, at, end, start, pointsToken(match[1]!, start)),
      field("weight", key, end, end + over[0].length, weight, pointsToken(over[1]!, weight)),
    ];
  }
  const ends = /^\s*"?(?:[,;。()]|$)/u.test(text.slice(end));
  if (match[2] === "%" && role !== "weight") return [];
  if (match[2] === undefined && !(ends && (closed || /\d/u.test(match[1]!)))) return [];
  if (!/\d/u.test(match[1]!) && match[2] !== "分") return [];
  return [field(role, key, at, end, start, pointsToken(match[1]!, start))];
}

/** 得分/分值为9/10. */
function pairAt(text: string, at: number, value: number, roles: readonly [FieldRole, FieldRole], key: string): Field[] {
  const match = /^\s*(\d{1,3}(?:\.\d+)?)分?\/(\d{1,3}(?:\.\d+)?)\s*分?/u.exec(text.slice(value, value + 20));
  if (!match) return [];
  const end = value + match[0].length;
  const first = value + match[0].indexOf(match[1]!);
  const second = value + match[0].indexOf("/") + 1;
  return [
    field(roles[0], key, at, second, first, pointsToken(match[1]!, first)),
    field(roles[1], key, second, end, second, pointsToken(match[2]!, second)),
  ];
}

function field(role: FieldRole, key: string, start: number, end: number, value: number, figure?: Token): Field {
  return { role, key, start, end, value, measured: true, ...(figure ? { figure } : {}) };
}

/** Marks as a token, in digits or in words: 七点八三. */
function pointsToken(printed: string, start: number): Token {
  const [whole, places] = printed.split("点");
  const digits = /^\d/u.test(printed)
    ? printed
    : `${chineseInteger(whole!) ?? 0}${places ? `.${[...places].map((c) => chineseInteger(c) ?? 0).join("")}` : ""}`;
  return { kind: "points", value: digits, unit: "分", text: printed, start, end: start + printed.length };
}
