import { askedLabel } from "../labels/question.js";
import { remembered } from "../remembered.js";
import { withoutSlips } from "./recognition-slips.js";

/**
 * A label folded for comparison: NFKC, no white space, no colon, star or speck at its ends, half-width parentheses.
 * Known slips of recognition are undone. Labels wrap and are spaced out in narrow columns, so white space never tells anything. Circled numbers are serials in parentheses.
 */
export const foldLabel = remembered((text) =>
  withoutSlips(text)
    .replace(/[①-⑳]/gu, (serial) => `(${serial.charCodeAt(0) - "①".charCodeAt(0) + 1})`)
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[﹕∶]/gu, ":")
    .replace(/^[·★☆▲△●◆■*#]+/u, "")
    .replace(/(?<![:;,、。.·★☆▲△●◆■*])[:;,、。.·★☆▲△●◆■*]+$/u, ""),
);

/** What a head says beside its name: the unit in force, the marks of the group, whether it is a letter only. */
export interface Head {
  /** The folded name without its parentheses. */
  readonly name: string;
  /** The folded name with parentheses' contents kept, parentheses dropped: 转移支付（项目）名称 → 转移支付项目名称. */
  readonly whole: string;
  readonly unit?: "元" | "万元" | "亿元";
  /** `（20分）`, `（20分*执行率）`: the full marks. */
  readonly marks?: string;
  /** `(B/A)`, `(A)`. */
  readonly letters?: string;
}

/** A head is a name: longer texts are sentences. */
export const LONGEST_HEAD = 24;

const PARENTHESES = /[([【〔{]([^()[\]【】〔〕{}]*)[)\]】〕}]/gu;
/** 元 behind a character that recognition gives for 万 is no unit: the one in force holds. */
const UNIT = /(亿元|万元|(?<![万亿千百方刀力])元)/u;
const MARKS =
  /^(?:(?:共|满分|计|权重|分值|配分|赋分|标准分)?:?(\d+(?:\.\d+)?)分(?:[*×xX].*)?|(?:满分|权重|分值|配分|赋分|标准分):?(\d+(?:\.\d+)?)%?)$/u;
/** 得分10分, 满分10分自评得分: a name with its marks behind it or before it. */
const MARKS_BEHIND = /^(?<name>.+?)(?<marks>(?<!\d)\d+(?:\.\d+)?)分$/u;
const MARKS_BEFORE = /^(?:共|满分|权重|分值|配分|赋分|标准分)(?<marks>\d+(?:\.\d+)?)分[,:]?(?<name>\p{Script=Han}{2}.*)$/u;
/** 一、 or 1. before a label: forms number their heads. 一、二级指标 are two levels. */
const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}[、.](?![二三四]级)|\d{1,2}[、.](?!\d))(?=.{2})/u;
/** 本卡得分, 本指标分值: whose it is says the cell's place. */
const OWN = /^本(?:卡片?|指标|项指标|项|条|表)(?=\p{Script=Han}{2})/u;
const LETTERS = /^[A-Z](?:\d)?(?:[/÷*×+-][A-Z]\d?)*(?:[*×]100%?)?$/u;

/** Reads a head cell: name, unit, marks, letters. */
export const readHead = remembered((text): Head => {
  const folded = withoutLatin(askedLabel(foldLabel(text)));
  let unit: Head["unit"];
  let marks: string | undefined;
  let letters: string | undefined;
  for (const [, inside = ""] of folded.matchAll(PARENTHESES)) {
    const found = UNIT.exec(inside)?.[1];
    if (found && inside.length <= 8) unit = found as Head["unit"];
    const told = MARKS.exec(inside);
    marks ??= told?.[1] ?? told?.[2];
    if (LETTERS.test(inside)) letters = inside;
  }
  const name = foldLabel(folded.replace(ORDINAL, "").replace(PARENTHESES, "").replace(/[()]/gu, "")).replace(
    /,?单位:?(万元|元|亿元)$/u,
    "",
  );
  const told = (MARKS_BEHIND.exec(name) ?? MARKS_BEFORE.exec(name))?.groups;
  return {
    name: dropYear((told?.name ?? name).replace(OWN, "")),
    whole: dropYear(folded.replace(ORDINAL, "").replace(/[()[\]【】]/gu, "")),
    ...(unit ? { unit } : {}),
    ...((marks ?? told?.marks) ? { marks: (marks ?? told?.marks)! } : {}),
    ...(letters ? { letters } : {}),
  };
});

/** 年度目标 Target, Self-score 自评: a head in two languages, the Chinese one. A word of letters within Chinese ones is part of it (GDP增速, KPI指标). */
const LATIN = "[A-Za-z][A-Za-z.'/&-]*(?:20\\d{2})?";
/** GDP, KPI, PPP. */
const LONGEST_ABBREVIATION = 4;
const TWO_LANGUAGES = new RegExp(`^(?:${LATIN}(?=\\p{Script=Han}{2})|(.*\\p{Script=Han}{2}[^A-Za-z]*?)${LATIN}$)`, "u");

/** A folded text without the other language's words before or behind its Chinese ones. */
export function withoutLatin(folded: string): string {
  const words = [...folded.matchAll(/[A-Za-z]{3,}/gu)].map(([word]) => word);
  if (words.length === 0 || words.every((word) => word.length <= LONGEST_ABBREVIATION && word === word.toUpperCase())) return folded;
  return folded.replace(TWO_LANGUAGES, "$1");
}

/** `2021年度指标值` is `年度指标值`, `2021完成值` 完成值: the year is not part of the head. */
function dropYear(name: string): string {
  return name.replace(/^(?:19|20)\d{2}(?:年度?(?=.{2})|(?=\p{Script=Han}{2}))/u, (year) => (year.endsWith("度") ? "年度" : ""));
}
