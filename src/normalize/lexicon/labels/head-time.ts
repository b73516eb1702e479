import { remembered } from "../remembered.js";
import { foldLabel, LONGEST_HEAD } from "../writing/fold.js";

/**
 * The time that a head speaks of: a year by its number; the report's own, told in words (本年); `other`, another year or a part of the year (上年,
 * 基期, 上半年); `wider`, a time that the report's year is part of (累计, 实施期).
 */
export type HeadTime = number | "own" | "other" | "wider";

const YEAR = /(?<!\d)((?:19|20)\d{2})(?:年|[-—–~～至到](?=(?:19|20)\d{2})|$)/gu;
/** 2020完成值: the digits alone before the noun. */
const BARE_YEAR = /^((?:19|20)\d{2})(?=\p{Script=Han}{2})/u;
const OWN = /本年|当年|今年|本期|报告期/u;
/** What was carried over from last year is this year's money, and what is told in the middle of the year may be the target's adjustment. */
const OTHER =
  /(?:上年|上一年|上期|去年|前年|往年|往期|历年|历史|以前年度|基期|基年|基准年|同期|次年|下年|下一年|下期|明年|来年)(?!.*(?:结转|结余|调整))/u;
const MONITORED = /监控|[1一][-—~～至到](?:[2-9]|1[01])月/u;
const MEAN = /[前近](?:[一二三四五两]|[1-5])年/u;
const PART = /^(?:[上下]半年|半年|年中|中期|[第前]?[一二三四1-4]个?季度|截[至止到](?:[1-9]|1[01])月|(?:[1-9]|1[01])月)(?!.*调整)/u;
const WIDER = /^(?:累计|总体|总目标|长期|中长期|[三四五3-5]年|实施期|项目期|规划期|["“]?十[一二三四五]五["”]?)/u;

/** A time before a head's own word, in a text whose heads run together: 2023年完成值, 上年完成值. */
export const TIME_BEFORE = /^(?:(?:(?:19|20)\d\d|上一?|去|前|往|历)年(?:度|同期)?|历史|[基同上]期)/u;

/** Which time a head names; undefined where it names none. A head that names several years speaks of all of them. */
export const headTime = remembered((text): HeadTime | undefined => {
  const name = foldLabel(text).replace(/[()[\]【】]/gu, "");
  if (name.length > LONGEST_HEAD) return undefined;
  const years = new Set([...name.matchAll(YEAR)].map(([, year]) => Number(year)));
  const [year = Number(BARE_YEAR.exec(name)?.[1])] = years;
  if (years.size > 1) return "wider";
  // 2023年上半年完成值: the part, not the year.
  const rest = name.replace(/^(?:19|20)\d{2}年?度?/u, "");
  if (OTHER.test(name) || MONITORED.test(name) || MEAN.test(name) || PART.test(rest)) return "other";
  if (OWN.test(name)) return "own";
  if (WIDER.test(rest)) return "wider";
  return Number.isFinite(year) ? year : undefined;
});
