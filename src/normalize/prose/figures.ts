import { toYuan } from "../../core/decimal.js";
import type { Doubt, Money, MoneyUnit, Percent, Points } from "../../core/record.js";
import { LETTERS_FOR_DIGITS } from "../figures/confusable.js";
import { figureDoubt } from "./figure-doubt.js";
import { figureOf, type Token } from "./lexer.js";
import { locate, type Passage } from "./passage.js";

const BOUNDED = /^\s*(?:\)|\(含\)|及|或)*(?:以上|以下|以内|之间|左右)|^\s*[-~～—至](?=\s*\d)/u;

/** 执行率达到90%以上, 得分95分以上的项目: whether what stands behind a figure makes it a bound, which tells none. */
export function isBound(behind: string): boolean {
  return BOUNDED.test(behind);
}

/** A score or weight of a token. The raw text keeps the figure as printed, without 分. */
export function points(passage: Passage, token: Token): Points {
  const raw = passage.text.slice(token.start, token.end).replace(/分$/u, "");
  return { raw, value: figureOf(token), ...backedUp(passage, token) };
}

/** A token as a percentage of the record. */
export function percent(passage: Passage, token: Token): Percent {
  return { raw: passage.text.slice(token.start, token.end), value: figureOf(token), ...backedUp(passage, token) };
}

/** A percentage that stands at `start` of a passage's folded text. */
export function percentOf(passage: Passage, start: number, text: string): Percent {
  return percent(passage, { kind: "percent", value: text.replace(/%$/u, ""), unit: "%", text, start, end: start + text.length });
}

/** A token as an amount of the record; in yuan where it names no unit. */
export function money(passage: Passage, token: Token): Money {
  const unit: MoneyUnit =
    "unit" in token && token.unit.startsWith("亿") ? "亿元" : "unit" in token && token.unit.startsWith("万") ? "万元" : "元";
  const value = figureOf(token);
  return {
    raw: passage.text.slice(token.start, token.end),
    value,
    unit,
    yuan: toYuan(value, unit),
    ...backedUp(passage, token),
  };
}

function backedUp(passage: Passage, token: Token): Pick<Points, "evidence" | "doubt"> {
  const { start, end } = token;
  const doubt = figureDoubt(passage, start, end) ?? misread(passage.text.slice(start, end));
  return { evidence: locate(passage, start, end), ...(doubt ? { doubt } : {}) };
}

/** The doubt of a figure that was printed with letters for digits. */
function misread(printed: string): Doubt | undefined {
  return /[OolI]/u.test(printed) ? { confidence: 0.6, readings: [printed], because: LETTERS_FOR_DIGITS } : undefined;
}
