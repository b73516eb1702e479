import { squeezed } from "../../core/text.js";
/** A span of days, counted in months of 31 days: enough to tell earlier from later. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

const LEAD = "^(?:于|在|截至|截止)?";
const TAIL = "(?:之前|以前|前|之内|内)?(?:全部)?(?:完成|完工|竣工|验收)?$";
const WRITTEN = new RegExp(
  `${LEAD}(?:(?<year>\\d{4})年度?)?(?:(?<month>\\d{1,2})月份?)?(?:(?<day>\\d{1,2})[日号])?(?<part>年?[底末]|[上中下]旬|初)?${TAIL}`,
  "u",
);
const NUMERIC = new RegExp(`${LEAD}(?<year>\\d{4})[-./](?<month>\\d{1,2})(?:[-./](?<day>\\d{1,2}))?(?<part>[底末])?${TAIL}`, "u");

/**
 * A date of a plan or of its completion: `2024年12月底前`, `2024年11月15日`, `2024-11-15`, `12月底前` (then of `year`). Undefined when
 * the text is no date, or no year is known.
 */
export function daySpan(text: string, year: number | null): DaySpan | undefined {
  const folded = squeezed(text);
  const found = (WRITTEN.exec(folded) ?? NUMERIC.exec(folded))?.groups;
  if (found === undefined) return undefined;
  const inYear = found.year === undefined ? year : Number(found.year);
  if (inYear === null) return undefined;
  const yearEnd = found.part?.endsWith("底") || found.part?.endsWith("末");
  if (found.month === undefined) {
    const named = found.year !== undefined || found.part?.startsWith("年");
    return found.day === undefined && yearEnd && named ? span(inYear, 12, [31, 31]) : undefined;
  }
  const month = Number(found.month);
  const day = found.day === undefined ? undefined : Number(found.day);
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  return span(inYear, month, day === undefined ? (PARTS[found.part ?? ""] ?? [1, 31]) : [day, day]);
}

const PARTS: { readonly [part: string]: readonly [number, number] } = {
  底: [31, 31],
  末: [31, 31],
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  初: [1, 10],
};

function span(year: number, month: number, [first, last]: readonly [number, number]): DaySpan {
  const start = (year * 12 + month - 1) * 31;
  return { first: start + first - 1, last: start + last - 1 };
}
