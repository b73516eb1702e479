import { foldFigure } from "../../figures/find-numeral.js";
import { chineseInteger } from "../../numeral.js";

const DAY = /(?<!\d)((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?(?!\d)/u;
const MONTH = /(?<!\d)((?:19|20)\d{2})(?:年|[-./])(\d{1,2})月?(?!\d)/u;
const YEAR = /^((?:19|20)\d{2})年?$/u;
const CHINESE = /([〇零○Ｏ一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月)?(?:([一二三四五六七八九十]{1,3})[日号])?/u;

/** The date that a text is: YYYY, YYYY-MM or YYYY-MM-DD, as exact as printed; null when the text is no date, or a blank one (年 月 日). */
export function readDate(text: string): string | null {
  const folded = westernised(foldFigure(text));
  const day = DAY.exec(folded);
  if (day) return valid(day[1]!, day[2]!, day[3]!);
  const month = MONTH.exec(folded);
  if (month) return valid(month[1]!, month[2]!);
  return YEAR.exec(folded)?.[1] ?? null;
}

/** Whether a text is a date and nothing else. */
export function isDateLine(text: string): boolean {
  const folded = westernised(foldFigure(text)).replace(/^[(（]|[)）]$/gu, "");
  return readDate(folded) !== null && /^(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])?(?:\d{1,2}[日号]?)?$/u.test(folded);
}

function valid(year: string, month: string, day?: string): string | null {
  const m = Number(month);
  const d = Number(day ?? 1);
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return [year, month.padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-");
}

/** 二〇二一年四月 → 2021年4月. */
function westernised(text: string): string {
  const match = CHINESE.exec(text);
  if (!match) return text;
  const year = chineseInteger(match[1]!.replace(/[○Ｏ]/gu, "〇"));
  const part = (words: string | undefined, unit: string) => (words === undefined ? "" : `${chineseInteger(words) ?? ""}${unit}`);
  return text.replace(match[0], `${year}年${part(match[2], "月")}${part(match[3], "日")}`);
}
