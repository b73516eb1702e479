import { endsCompound, isHeld } from "../lexicon/prose/compounds.js";
import { PROSE_WORDS, type Role } from "../lexicon/prose/prose-words.js";
import { chineseAmount, chineseInteger, NUMERAL_FORMS } from "../numeral.js";

/** What a sentence is made of. Offsets are those of the passage's text. */
export type Token =
  | { readonly kind: "word"; readonly roles: readonly Role[]; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: Measure;
      readonly value: string;
      readonly unit: string;
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "mark" | "other"; readonly text: string; readonly start: number; readonly end: number };

/** Figures by their unit: `points` 95分, `money` 12万元, `percent` 95%, `count` 10个, `year` 2023年, `number` without a unit of these. */
export type Measure = "points" | "money" | "percent" | "count" | "year" | "number";

const ROLES_OF = new Map<string, Role[]>();
for (const [role, words] of Object.entries(PROSE_WORDS) as [Role, readonly string[]][]) {
  for (const word of words) ROLES_OF.set(word, [...(ROLES_OF.get(word) ?? []), role]);
}
/** The length of the longest word that begins with a character. */
const LONGEST = new Map<string, number>();
for (const word of ROLES_OF.keys()) LONGEST.set(word[0]!, Math.max(LONGEST.get(word[0]!) ?? 0, word.length));

const NUMBER = /-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|-?\d+(?:\.\d+)?/uy;
const UNITS: readonly (readonly [Measure, RegExp])[] = [
  // 2023年初预算: the 年 is that of 年初. 2023年中央, 2023年初中: it is not.
  ["year", /(?=年(?:[末底终]|初(?!级|中[学教生毕])|中(?!央)))/uy],
  ["year", /年(?!度?[均内以来])/uy],
  ["points", /分(?![之钟期批类配公散局支数组会校院馆店行厂别])/uy],
  ["money", /(?:亿元|万元|亿|万(?=$|[,。;、)\s"]|人民币|已|均|全部|用于)|元)(?![/])/uy],
  ["percent", /%(?!\*)/uy],
  ["count", /[个项条类](?!月|工作日|小时|百分点|百分|目)/uy],
];

/** A figure's value; empty for what is none. */
export function figureOf(token: Token): string {
  return "value" in token ? token.value : "";
}

const NO_ROLES: readonly Role[] = [];

/** All parts that a word plays, the likeliest first; none for a figure or a mark. */
export function rolesOf(token: Token): readonly Role[] {
  return token.kind === "word" ? token.roles : NO_ROLES;
}

/** The text that the tokens stand for, without what stood between them. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}

/** Tokens of a stretch of folded text; `offset` is where the stretch begins in its passage. Every character belongs to one token. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let other = -1;
  const closeOther = (end: number) => {
    if (other >= 0) tokens.push({ kind: "other", text: text.slice(other, end), start: offset + other, end: offset + end });
    other = -1;
  };
  for (let i = 0; i < text.length; ) {
    const token = figureAt(text, i, offset) ?? wordAt(text, i, offset) ?? markAt(text, i, offset);
    if (token) {
      closeOther(i);
      tokens.push(token);
      i = token.end - offset;
    } else {
      if (other < 0) other = i;
      i++;
    }
  }
  closeOther(text.length);
  return tokens;
}

/** What a figure begins with, in digits or in words. */
const BEGINS = new RegExp(`[-百${NUMERAL_FORMS}]`, "u");

function figureAt(text: string, at: number, offset: number): Token | null {
  if (!BEGINS.test(text[at]!)) return null;
  if (at > 0 && /[\dA-Za-z.+-]/u.test(text[at - 1]!)) return null;
  NUMBER.lastIndex = at;
  const inWords = chineseFigureAt(text, at, offset);
  if (inWords) return inWords;
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) return null;
  const value = number.replace(/,/gu, "");
  for (const [kind, unit] of UNITS) {
    unit.lastIndex = at + number.length;
    const found = unit.exec(text)?.[0];
    if (found === undefined || (kind === "year" && !/^(?:19|20)\d\d$/u.test(number))) continue;
    const end = at + number.length + found.length;
    return { kind, value, unit: found, text: text.slice(at, end), start: offset + at, end: offset + end };
  }
  return { kind: "number", value, unit: "", text: number, start: offset + at, end: offset + at + number.length };
}

/** 数十万元 is some hundred thousands; 预算数三百万元 and 预算数十二万元 are a number's name and the number. */
const SEVERAL = /^[十百千万亿拾佰仟]+(?![一二两三四五六七八九壹贰叁肆伍陆柒捌玖])/u;
/** Not a figure of its own: 每一百元, 几百元; nor the rest of a numeral. */
const PART_OF_NUMBER = /[每几余多第点零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]/u;
const PERCENT_IN_WORDS = /百分之([一二三四五六七八九十百]{1,4})(?:点([零〇一二三四五六七八九]{1,3}))?(?![零〇一二三四五六七八九十百点])/uy;
/** Scores from eleven up, before a mark: 十分 alone is "very". */
const POINTS_IN_WORDS =
  /([一二三四五六七八九][十百][一二三四五六七八九]?|十[一二三四五六七八九])(?:点([零〇一二三四五六七八九]{1,2}))?分(?=$|[,。;、)!\s])/uy;
const IN_WORDS = [
  ["percent", PERCENT_IN_WORDS, "%"],
  ["points", POINTS_IN_WORDS, "分"],
] as const;

/** 三百二十万元, 1亿2千万元; 百分之九十五点五; 九十五点五分. */
function chineseFigureAt(text: string, at: number, offset: number): Token | null {
  if (at > 0 && PART_OF_NUMBER.test(text[at - 1]!)) return null;
  if (text[at - 1] === "数" && SEVERAL.test(text.slice(at, at + 8))) return null;
  const told = (kind: Measure, value: string, unit: string, length: number): Token => ({
    kind,
    value,
    unit,
    text: text.slice(at, at + length),
    start: offset + at,
    end: offset + at + length,
  });
  const amount = chineseAmount(text, at);
  if (amount) return told("money", amount.value, amount.unit, amount.length);
  for (const [kind, pattern, unit] of IN_WORDS) {
    pattern.lastIndex = at;
    const [printed, digits, places] = pattern.exec(text) ?? [];
    const whole = digits === undefined ? null : chineseInteger(digits);
    if (printed === undefined || whole === null) continue;
    const behind = places === undefined ? "" : `.${[...places].map((digit) => chineseInteger(digit)).join("")}`;
    return told(kind, `${whole}${behind}`, unit, printed.length);
  }
  return null;
}

function wordAt(text: string, at: number, offset: number): Token | null {
  for (let length = Math.min(LONGEST.get(text[at]!) ?? 0, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    const roles = ROLES_OF.get(word);
    if (roles && (length > 1 || !endsCompound(text, at)) && !isHeld(text, at))
      return { kind: "word", roles, text: word, start: offset + at, end: offset + at + length };
  }
  return null;
}

const MARK = /[,。;:、!?()"《》<>'=\s]/u;

function markAt(text: string, at: number, offset: number): Token | null {
  const character = text[at]!;
  return MARK.test(character) ? { kind: "mark", text: character, start: offset + at, end: offset + at + 1 } : null;
}
