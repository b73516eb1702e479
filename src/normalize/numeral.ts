import { PLAIN_DECIMAL } from "../core/decimal.js";
import { unspaced } from "../core/text.js";

/**
 * Numbers as Chinese reports print them: full-width digits, thousands separators (both widths), recognised full stops that stand
 * for the decimal point (`181．15`, `7。5`), and Chinese numerals (一百二十三万, 两). Pure text → plain decimal; units are not read here.
 */

/** A raised or ideographic full stop between digits is a point that was misread; 。 only where a unit proves that no sentence ended. */
const STOP_AS_POINT = /(?:[·・•](?=\d)|。(?=\d{1,2}(?:分|万元|元|亿元|%|％)))(?<=\d.)/gu;

/** Waves and hyphens of other keyboards and code pages (U+301C is what many a conversion makes of ～) as those of ASCII. */
const STROKES: ReadonlyMap<string, string> = new Map([
  ...[..."〜∼∽⁓˜"].map((wave) => [wave, "~"] as const),
  ...[..."‐‑‒−﹣"].map((hyphen) => [hyphen, "-"] as const),
]);

const FOLDED = /[\uff01-\uff5e\u3000\u00a0〜∼∽⁓˜‐‑‒−﹣]/gu;

/** Full-width ASCII and look-alike punctuation to ASCII, character by character: offsets stay what they were. */
export function foldWidth(text: string): string {
  return text.replace(FOLDED, foldCharacter).replace(STOP_AS_POINT, ".");
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return STROKES.get(character) ?? " ";
}

const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/** The plain decimal that a number as printed stands for, trailing zeros kept; null when it is no number. */
export function plainDecimal(printed: string): string | null {
  const text = unspaced(foldWidth(printed)).replace(/^[+]/u, "").replace(/^[−–]/u, "-");
  if (PLAIN_DECIMAL.test(text)) return text;
  if (GROUPED.test(text)) return text.replace(/,/gu, "");
  const chinese = chineseInteger(text);
  return chinese === null ? null : String(chinese);
}

const DIGITS: { readonly [character: string]: number } = Object.fromEntries(
  ["零〇", "一壹", "二两贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap((forms, digit) =>
    Array.from(forms, (form) => [form, digit]),
  ),
);
const STEPS: { readonly [character: string]: number } = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIADS: { readonly [character: string]: number } = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };
const DIGIT_FORMS = Object.keys(DIGITS).join("");
const STEP_FORMS = [...Object.keys(STEPS), ...Object.keys(MYRIADS)].join("");

/** 一百二十三万 → 1230000, 叁佰贰拾万 → 3200000, 二〇二三 → 2023, 十二 → 12, 两 → 2; null for anything else. */
export function chineseInteger(text: string): number | null {
  if (text === "" || text.length > 16) return null;
  if (/^[零〇一二三四五六七八九]+$/u.test(text)) {
    return text.length === 1 || text.length >= 3 || /[零〇]/u.test(text) ? Number([...text].map((c) => DIGITS[c]).join("")) : null;
  }
  return counted(text);
}

/** Digits and their steps: what stands before 万 or 亿 counts in that unit as one, 2千3百万 as 二千三百万. A group in digits is one digit. */
function counted(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const [character] of text.matchAll(/\d+(?:\.\d+)?|\D/gu)) {
    const value = /^\d/u.test(character) ? Number(character) : DIGITS[character];
    const step = STEPS[character];
    const myriad = MYRIADS[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (step !== undefined) {
      section += (digit ?? 1) * step;
      digit = null;
    } else if (myriad !== undefined) {
      // 三万五千亿 and 1万亿: all that is less than 亿 counts in it.
      const below: number = total < myriad ? total : 0;
      const count = below + section + (digit ?? 0);
      if (count === 0) return null;
      total += count * myriad - below;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** What a numeral may begin with, for a class of characters. */
export const NUMERAL_FORMS = `\\d十拾${DIGIT_FORMS}`;
const FORMS = `${DIGIT_FORMS}${STEP_FORMS}`;
/** Groups of a numeral and its steps, any of which may be in digits: 1亿2千万, 320万5000, 三百二十万, 叁佰贰拾万. */
const AMOUNT = new RegExp(
  `(?=[${NUMERAL_FORMS}])(?:\\d+(?:\\.\\d+)?[${STEP_FORMS}]+|[${FORMS}]){1,16}\\d*[元圆](?![/每])(?:整|正|(?:([${DIGIT_FORMS}\\d])角)?(?:零?([${DIGIT_FORMS}\\d])分)?)`,
  "uy",
);

/** An amount of money told in Chinese numerals that stands in a text. */
export interface ChineseAmount {
  readonly value: string;
  /** The unit that the words end with: 三百二十万元 is 320 of 万元. */
  readonly unit: "元" | "万元" | "亿元";
  readonly length: number;
}

/** The amount told in Chinese numerals, or in digits with Chinese steps, that begins at `at`; null where none does. */
export function chineseAmount(text: string, at = 0): ChineseAmount | null {
  AMOUNT.lastIndex = at;
  const match = AMOUNT.exec(text);
  if (!match) return null;
  const printed = match[0];
  const numeral = printed.slice(0, printed.search(/[元圆]/u));
  // 一元化 and 120万元 are not told in Chinese numerals.
  if (!new RegExp(`[${STEP_FORMS}]`, "u").test(numeral) || /^[\d.]+[万亿]?$/u.test(numeral)) return null;
  const yuan = /\d/u.test(numeral) ? counted(numeral) : chineseInteger(numeral);
  if (yuan === null) return null;
  const [jiao, fen] = [match[1], match[2]].map((digit) => (digit === undefined ? 0 : (DIGITS[digit] ?? Number(digit))));
  const cents = Math.round(yuan * 100) + (jiao ?? 0) * 10 + (fen ?? 0);
  const last = numeral.at(-1)!;
  const unit = cents % 1_000_000 !== 0 ? "元" : /[亿億]/u.test(last) ? "亿元" : /[万萬]/u.test(last) ? "万元" : "元";
  const scale = unit === "亿元" ? 10_000_000_000 : unit === "万元" ? 1_000_000 : 100;
  return { value: String(cents / scale), unit, length: printed.length };
}

const CHINESE_YEAR = /(?<![零〇○一二三四五六七八九])[一二][零〇○一二三四五六七八九]{3}(?=年)/gu;

/** 二〇二四年度 → 2024年度, character by character: offsets stay what they were. */
export function withWesternYears(text: string): string {
  return text.replace(CHINESE_YEAR, (year) => Array.from(year, (digit) => DIGITS[digit] ?? 0).join(""));
}
