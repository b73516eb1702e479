/**
 * A list number as text in one of the number formats of ECMA-376 part 1, 17.18.59 (ST_NumberFormat); formats of scripts that Chinese reports do
 * not use, and unknown ones, come out as decimal digits. `decimalZero3` (ours) is 001, 002 …
 */
export function numberText(value: number, format: string): string {
  if (!Number.isInteger(value) || value < 0) return String(value);
  const zeros = /^decimalZero([1-9])$/.exec(format)?.[1];
  if (zeros !== undefined) return String(value).padStart(Number(zeros), "0");
  return FORMATS.get(format)?.(value) ?? String(value);
}

type Writer = (value: number) => string;

const SIMPLE = "〇一二三四五六七八九";
const LEGAL = "零壹贰叁肆伍陆柒捌玖";
const LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖";

/** Ten thousands, with a zero where a place is skipped; `bare`: 10–19 begin with 十 instead of 一十. */
function counting(digits: string, places: readonly [string, string, string], wan: string, zero: string, bare: boolean): Writer {
  const below = (value: number): string => {
    let text = "";
    let gap = false;
    for (const [place, unit] of [
      [1000, places[2]],
      [100, places[1]],
      [10, places[0]],
      [1, ""],
    ] as const) {
      const digit = Math.floor(value / place) % 10;
      if (digit === 0) gap = text !== "";
      else {
        text += (gap ? zero : "") + digits[digit] + unit;
        gap = false;
      }
    }
    return text;
  };
  return (value) => {
    if (value === 0) return zero;
    if (value >= 100_000_000) return String(value);
    const high = Math.floor(value / 10_000);
    const low = value % 10_000;
    const text = (high > 0 ? below(high) + wan : "") + (high > 0 && low > 0 && low < 1000 ? zero : "") + below(low);
    return bare && value < 20 && value >= 10 ? text.slice(1) : text;
  };
}

const thousands = counting(SIMPLE, ["十", "百", "千"], "万", "零", true);
const byDigit =
  (digits: string): Writer =>
  (value) =>
    Array.from(String(value), (digit) => digits[Number(digit)]).join("");
const below =
  (limit: number, writer: Writer, otherwise: Writer): Writer =>
  (value) =>
    value < limit ? writer(value) : otherwise(value);
/** 1 … n as the characters from `first` on in Unicode; beyond it decimal digits. */
const run =
  (first: string, count: number): Writer =>
  (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first.codePointAt(0)! + value - 1) : String(value);
const cycle =
  (characters: string): Writer =>
  (value) => {
    const all = [...characters];
    return value === 0 ? "0" : all[(value - 1) % all.length]!.repeat(Math.min(50, Math.ceil(value / all.length)));
  };
const pick =
  (characters: string): Writer =>
  (value) =>
    [...characters][value - 1] ?? String(value);

/** Stems and branches, as in 甲子. */
const sexagenary: Writer = (value) => (value < 1 ? String(value) : `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}`);
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

const circled: Writer = (value) =>
  value >= 1 && value <= 20
    ? run("①", 20)(value)
    : value >= 21 && value <= 35
      ? run("㉑", 15)(value - 20)
      : value >= 36 && value <= 50
        ? run("㊱", 15)(value - 35)
        : String(value);

const roman: Writer = (value) => {
  if (value < 1 || value > 3999) return String(value);
  const parts = [
    ["M", 1000],
    ["CM", 900],
    ["D", 500],
    ["CD", 400],
    ["C", 100],
    ["XC", 90],
    ["L", 50],
    ["XL", 40],
    ["X", 10],
    ["IX", 9],
    ["V", 5],
    ["IV", 4],
    ["I", 1],
  ] as const;
  let rest = value;
  return parts.reduce((text, [letters, worth]) => {
    const times = Math.floor(rest / worth);
    rest %= worth;
    return text + letters.repeat(times);
  }, "");
};

const ordinal: Writer = (value) => {
  const suffix = value % 100 >= 11 && value % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${suffix}`;
};

const FORMATS: ReadonlyMap<string, Writer> = new Map(
  Object.entries<Writer>({
    none: () => "",
    decimalZero: (value) => String(value).padStart(2, "0"),
    upperRoman: roman,
    lowerRoman: (value) => roman(value).toLowerCase(),
    upperLetter: cycle("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    lowerLetter: cycle("abcdefghijklmnopqrstuvwxyz"),
    ordinal,
    hex: (value) => value.toString(16).toUpperCase(),
    chicago: cycle("*†‡§"),
    numberInDash: (value) => `- ${value} -`,
    decimalFullWidth: byDigit("０１２３４５６７８９"),
    decimalFullWidth2: byDigit("０１２３４５６７８９"),
    decimalEnclosedCircle: circled,
    decimalEnclosedCircleChinese: circled,
    decimalEnclosedFullstop: run("⒈", 20),
    decimalEnclosedParen: run("⑴", 20),
    ideographEnclosedCircle: run("㊀", 10),
    ideographDigital: byDigit(SIMPLE),
    japaneseCounting: thousands,
    japaneseDigitalTenThousand: byDigit(SIMPLE),
    japaneseLegal: counting("〇壱弐参四伍六七八九", ["拾", "百", "阡"], "萬", "〇", false),
    chineseCounting: below(100, thousands, byDigit("○一二三四五六七八九")),
    chineseCountingThousand: thousands,
    chineseLegalSimplified: counting(LEGAL, ["拾", "佰", "仟"], "万", "零", false),
    taiwaneseCounting: below(100, thousands, byDigit("○一二三四五六七八九")),
    taiwaneseCountingThousand: counting(SIMPLE, ["十", "百", "千"], "萬", "零", true),
    taiwaneseDigital: byDigit("○一二三四五六七八九"),
    ideographLegalTraditional: counting(LEGAL_TRADITIONAL, ["拾", "佰", "仟"], "萬", "零", false),
    ideographTraditional: pick(STEMS),
    ideographZodiac: pick(BRANCHES),
    ideographZodiacTraditional: sexagenary,
  }),
);
