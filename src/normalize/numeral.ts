/**
 * Numbers as Chinese reports print them: full-width digits, thousands separators (both widths), recognised full stops that stand
 * for the decimal point (`181．15`, `7。5`), and Chinese numerals (一百二十三万, 两). Pure text → plain decimal; units are not read here.
 */

/** A raised or ideographic full stop between digits is a point that was misread; 。 only where a unit proves that no sentence ended. */
const STOP_AS_POINT = /(?<=\d)(?:[·・•](?=\d)|。(?=\d{1,2}(?:分|万元|元|亿元|%|％)))/gu;

/** Full-width ASCII and look-alike punctuation to ASCII, character by character: offsets stay what they were. */
export function foldWidth(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || code === 0xa0) folded += " ";
    else folded += text[i];
  }
  return folded.replace(STOP_AS_POINT, ".");
}

const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const PLAIN = /^-?\d+(?:\.\d+)?$/u;

/** The plain decimal that a number as printed stands for, trailing zeros kept; null when it is no number. */
export function plainDecimal(printed: string): string | null {
  const text = foldWidth(printed).replace(/\s+/gu, "").replace(/^[+]/u, "").replace(/^[−–]/u, "-");
  if (PLAIN.test(text)) return text;
  if (GROUPED.test(text)) return text.replace(/,/gu, "");
  const chinese = chineseInteger(text);
  return chinese === null ? null : String(chinese);
}

const DIGITS: { readonly [character: string]: number } = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const STEPS: { readonly [character: string]: number } = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: { readonly [character: string]: number } = { 万: 10_000, 亿: 100_000_000 };

/** 一百二十三万 → 1230000, 二〇二三 → 2023, 十二 → 12, 两 → 2; null for anything else. */
export function chineseInteger(text: string): number | null {
  if (text === "" || text.length > 16) return null;
  if (/^[零〇一二三四五六七八九]+$/u.test(text)) {
    return text.length === 1 || text.length >= 3 || /[零〇]/u.test(text) ? Number([...text].map((c) => DIGITS[c]).join("")) : null;
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of text) {
    const value = DIGITS[character];
    const step = STEPS[character];
    const myriad = MYRIADS[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (step !== undefined) {
      section += (digit ?? 1) * step;
      digit = null;
    } else if (myriad !== undefined) {
      const counted = section + (digit ?? 0);
      if (counted === 0) return null;
      total += counted * myriad;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}
