import { exact } from "../../core/decimal.js";
import type { Operator, Quantity } from "../../core/record.js";
import { alternation, LEXICON } from "../lexicon/lexicon.js";
import { remembered } from "../lexicon/remembered.js";
import { chineseInteger } from "../numeral.js";
import { findNumeral, foldFigure } from "./find-numeral.js";
import { isMasked } from "./masked.js";
import { leadingOperator, trailingOperator } from "./operator.js";

const VERB = new RegExp(`^(?:${alternation(Object.keys(LEXICON.operators.verbs))}):?`, "u");
const LATIN_UNITS = new Set(Object.keys(LEXICON.units.latin));
const APPROXIMATE = new RegExp(`(?:${alternation(Object.keys(LEXICON.units.approximate))})`, "u");
const RANGE_SIGN = /^(?:[-~～—–－至到]|--)/u;
/** What may not stand in a unit: digits, signs, sentence marks, a second comparison. */
const NO_UNIT = /[\d≥≤<>=《》,，;；。:：!?、'"“”]|以上|以内|以下|不|大于|小于|达到/u;
const DATE = /^年|^月(?:份|底|初|中|末|上|下|前|后|\d|以前|之前|$)|^日(?:前|之前|以前)|^号/u;
/** 71.3万人次(2022年为64.8万人次), 95%(较上年提高2个百分点): what the result is compared with. */
const COMPARED = /\((?:(?:19|20)\d\d年|上年|上一年|去年|往年|同期|[较比])[^()]*\)$/u;
/** 8万m³: what multiplies a unit written in letters. */
const MAGNITUDE = /^[十百千万亿]{1,2}(?=[^\p{Script=Han}])/u;
const LONGEST_UNIT = 10;
const LONGEST_TARGET = 40;
const PERCENT = new Set(Object.keys(LEXICON.units.percentWords));

/**
 * A target or actual as a quantity; null where it is none: text, a date, masked digits, a figure inside a sentence, an approximation.
 * Grammar: `[verb] [operator] numeral [unit] [range-sign numeral] [unit] [operator]`, and nothing else.
 */
export function readQuantity(text: string, as: "target" | "actual" = "target"): Quantity | null {
  return as === "target" ? targetOf(text) : actualOf(text);
}

const targetOf = remembered((text) => quantityOf(text, "target"));
const actualOf = remembered((text) => quantityOf(text, "actual"));

function quantityOf(text: string, as: "target" | "actual"): Quantity | null {
  let rest = foldFigure(text).replace(/[;。]+$/u, "");
  if (rest === "" || rest.length > LONGEST_TARGET || isMasked(rest)) return null;
  rest = rest.replace(/\((?:含|不含|包含)[^()]*\)$/u, "").replace(/^\(([^()]*)\)$/u, "$1");
  if (as === "actual") rest = rest.replace(COMPARED, "");
  // 达到 is both: a comparison before a target, a verb before an actual.
  if (as === "actual" || !leadingOperator(rest)) rest = rest.replace(VERB, "");
  const leading = leadingOperator(rest);
  if (leading) rest = leading.rest;
  const trailing = trailingOperator(rest);
  if (trailing) {
    if (leading && opposite(leading.operator, trailing.operator)) return null;
    rest = trailing.rest;
  }
  const printed = readNumber(rest);
  if (!printed) return null;
  const operator = leading?.operator ?? trailing?.operator;
  return readRange(printed, operator) ?? readSingle(printed, operator);
}

interface Printed {
  readonly value: string;
  readonly unit: string;
}

/** Numeral at the start, Arabic, Chinese or 百分之…; the rest is the unit. */
function readNumber(text: string): Printed | undefined {
  const percent = /^百分之(.+)$/u.exec(text)?.[1];
  if (percent) {
    const value = findNumeral(percent)?.end === percent.length ? findNumeral(percent)!.value : chineseInteger(percent)?.toString();
    return value ? { value, unit: "%" } : undefined;
  }
  const found = findNumeral(text);
  // 30(次): the unit alone in brackets.
  if (found?.start === 0) return { value: found.value, unit: text.slice(found.end).replace(/^\(([^()]+)\)$/u, "$1") };
  const chinese = /^[零〇一二两三四五六七八九十百千]+/u.exec(text)?.[0];
  const value = chinese && chineseInteger(chinese);
  const unit = text.slice(chinese?.length ?? 0);
  // 一次性, 三级 and the like begin with a numeral and count nothing: a Chinese numeral needs a bare measure word behind it.
  return typeof value === "number" && /^[个次项份人名家场期套台件条批天月年户处座所篇部辆元]$/u.test(unit)
    ? { value: String(value), unit }
    : undefined;
}

function readSingle({ value, unit }: Printed, operator: Operator | undefined): Quantity | null {
  if (!isUnit(unit) || isDate(value, unit) || isPlace(value, unit)) return null;
  return { operator: operator ?? "=", value, unit: unitOf(unit), signed: operator !== undefined };
}

/** `8-10次`, `8次至10次`, `90%~95%`, `500±50人`. */
function readRange({ value, unit }: Printed, operator: Operator | undefined): Quantity | null {
  const about = /^±(\d.*)$/u.exec(unit);
  if (about) return readAbout(value, readNumber(about[1]!), operator);
  const split = /^([^\d]{0,6}?)((?:[-~～—–－至到]|--))(\d.*)$/u.exec(unit);
  if (!split || !RANGE_SIGN.test(split[2]!)) return null;
  const upper = readNumber(split[3]!);
  if (!upper || !isUnit(upper.unit) || isDate(upper.value, upper.unit)) return null;
  const lowerUnit = split[1]!;
  if (lowerUnit !== "" && lowerUnit !== upper.unit) return null;
  if (Number(value) >= Number(upper.value) || (operator !== undefined && operator !== "=")) return null;
  return { operator: "range", value: `${value}..${upper.value}`, unit: unitOf(upper.unit), signed: true };
}

/** A value and how far from it one may be; a percentage beside a figure that is none is a share of it and gives no bounds as printed. */
function readAbout(value: string, off: Printed | undefined, operator: Operator | undefined): Quantity | null {
  if (!off || !isUnit(off.unit) || operator !== undefined || exact(off.value).gt(value)) return null;
  if (off.unit === "%" && !exact(value).lte(100)) return null;
  return {
    operator: "range",
    value: `${exact(value).minus(off.value)}..${exact(value).plus(off.value)}`,
    unit: unitOf(off.unit),
    signed: true,
  };
}

function isUnit(unit: string): boolean {
  if (unit === "" || LATIN_UNITS.has(unit)) return true;
  if (unit.length > LONGEST_UNIT || APPROXIMATE.test(unit)) return false;
  const bare = unit.replace(/\([^()]*\)$/u, "");
  if (/^[%‰‱]/u.test(bare)) return bare.length === 1;
  const [head = "", ...per] = bare.split(/[/／·.*]/u);
  return [head, ...per].every(
    (part) =>
      part !== "" &&
      (LATIN_UNITS.has(part.replace(MAGNITUDE, "").normalize("NFKC")) || (/^\p{Script=Han}+$/u.test(part) && !NO_UNIT.test(part))),
  );
}

function isDate(value: string, unit: string): boolean {
  return DATE.test(unit) && !(unit.startsWith("年") && !/^(?:19|20)\d{2}$/u.test(value) && !/^年(?:度|底|初|末|前)/u.test(unit));
}

function opposite(a: Operator, b: Operator): boolean {
  return (a.startsWith(">") && b.startsWith("<")) || (a.startsWith("<") && b.startsWith(">"));
}

const ORDINAL = /^(?:等级|星级|级|星)$/u;
/** No order of grades, stars or forces has more places: 900级 are counted. */
const MOST_PLACES = 20;

/** 3级, 5星级: a place in an order, of which it is not told whether more or less of it is better. */
function isPlace(value: string, unit: string): boolean {
  return ORDINAL.test(unit) && exact(value).lte(MOST_PLACES);
}

/** 百分比 is %; every other unit stays as written. */
export function unitOf(unit: string): string {
  return PERCENT.has(unit) ? "%" : unit;
}
