import { decimalPlaces, exact } from "../../../core/decimal.js";
import type { Cell } from "../../../core/extracted.js";
import { isFractionBeside, mayBeFractionBeside } from "../../../core/fraction.js";
import type { Doubt, Operator, Quantity } from "../../../core/record.js";
import { squeezed } from "../../../core/text.js";
import { cellDoubt, cellText } from "../../figures/cell-figure.js";
import { LETTERS_FOR_DIGITS, SIGN_MISREAD, signAlone, withDigitsInText, withSignInText } from "../../figures/confusable.js";
import { operatorOf } from "../../figures/operator.js";
import { readQuantity, unitOf } from "../../figures/quantity.js";
import { unsure } from "../../figures/unsure.js";
import { LEXICON } from "../../lexicon/lexicon.js";
import { withoutSlips } from "../../lexicon/writing/recognition-slips.js";
import type { RowCells } from "../rows/row-cells.js";
import { isOwnLead, toldQuantity } from "./told-quantity.js";
import { toldTogether } from "./told-together.js";

/** Signs proper, that belong to a target's text; 正向, 定性 and their like only say how to read it. */
const SIGN = /^[≥≤≧≦=＝═<>＜＞≠⩾⩽》《]+$|等于|大于|小于|不低于|不超过|不高于|不少于|以上|以下|以内/u;
const NAMED_UNIT = /[(（]\s*(?:单位[:：])?([^()（）\d]{1,6})[)）]$/u;
const UNITS: ReadonlySet<string> = new Set([...Object.keys(LEXICON.units.latin), ...Object.keys(LEXICON.units.money)]);

const MAY_BE_SHARE = unsure("it may be a percentage told as a fraction");
const NO_SIGN = unsure("its sign could not be read");

export interface Target {
  readonly text: string;
  readonly quantity: Quantity | null;
  readonly sign?: Operator | "none";
  /** What its sentence counts, where the quantity stands in one. */
  readonly lead?: string;
}

export interface Actual {
  readonly text: string;
  readonly quantity: Quantity | null;
}

/** A row's target: one cell, or sign, value and unit in columns of their own (then the text is their concatenation in that order). */
export function readTarget(cells: RowCells, name: string): Target {
  const { text: printed, quantity: told } = quantityOf(
    toldTogether(cells)?.target || cells.text("target") || cells.text("targetText"),
    "target",
  );
  // 指标方向（正向） and 指标性质（≤）: either head may hold the sign.
  const printedSigns = [cells.text("operator"), cells.text("direction")].filter((text) => text !== "");
  const printedSign = printedSigns.find((text) => SIGN.test(text)) ?? printedSigns[0] ?? "";
  const signMeant = signAlone(printedSign);
  const signText = signMeant ?? printedSign;
  const isSign = SIGN.test(signText);
  const sign = [signText, cells.text("direction")].map((text) => operatorOf(text)).find((operator) => operator !== undefined);
  const unitText = cells.text("unit");
  const hasSign = isSign && !printed.startsWith(signText);
  const bare = sign === "none" ? null : told;
  if (!bare) {
    // Where the value is no quantity, sign and unit say nothing; forms with a column for each have the text in the unit's place.
    const isText = sign === "none" || (!isSign && isWords(unitText, cells));
    return { text: printed === "" && isText ? unitText : printed, quantity: null, ...(sign ? { sign } : {}) };
  }
  const text = `${hasSign ? signText : ""}${printed}${bare.unit === "" && !printed.endsWith(unitText) ? unitText : ""}`;
  const unit = bare.unit || unitOf(squeezed(unitText)) || unitInName(name);
  const operator = !bare.signed && hasSign && sign && sign !== "range" && sign !== "none" ? sign : operatorAcross(signText, printed, bare);
  const signed = bare.signed || hasSign;
  const read = { ...bare, operator, unit, signed };
  if (signMeant) return { text, quantity: { ...read, doubt: signDoubt(`${printedSign}${printed}`) }, ...(sign ? { sign } : {}) };
  const quantity = signed || sign || !lacksSign(cells, signText) ? withDoubt(read, cells.cell("target")) : { ...read, doubt: NO_SIGN };
  return { text, quantity, ...(sign ? { sign } : {}) };
}

/** 单位（文字描述）: words that say what is wanted, where neither sign nor value do, and no unit of a value that is missing. */
function isWords(unitText: string, cells: RowCells): boolean {
  return unitText.length > 1 && !UNITS.has(unitText) && readActual(cells, null).quantity === null;
}

/** The operator of a target whose cell goes on with the words of the sign's: 大于 | 等于184000. */
function operatorAcross(sign: string, printed: string, own: Quantity): Operator {
  return (own.signed ? readQuantity(`${sign}${printed}`)?.operator : undefined) ?? own.operator;
}

/** Whether a recognised row has a column for its sign, and in it neither a sign nor a word: recognition lost it or took it for a letter. */
function lacksSign(cells: RowCells, signText: string): boolean {
  const isRecognised = cells.cell("target")?.reading !== undefined;
  return isRecognised && (cells.has("operator") || cells.has("direction")) && !/\p{Script=Han}/u.test(signText);
}

/** A row's actual value, in the unit that the row's own column or the target names where it prints none. */
export function readActual(cells: RowCells, target: Quantity | null): Actual {
  const { text, quantity } = quantityOf(toldTogether(cells)?.actual ?? cells.text("actual"), "actual");
  if (!quantity) return { text, quantity: null };
  const share = target && besidePercentage(quantity, target);
  const unit = quantity.unit || unitOf(squeezed(cells.text("unit"))) || (cells.has("unit") ? (target?.unit ?? "") : "");
  return { text, quantity: withDoubt(share ?? { ...quantity, unit }, cells.cell("actual")) };
}

/** 0.95 beside ≥93%: an actual that a spreadsheet keeps as a fraction, in percent, or doubted where it may be one. Undefined for any other. */
function besidePercentage(actual: Quantity, target: Quantity): Quantity | undefined {
  if (actual.unit !== "" || target.unit !== "%") return undefined;
  if (isFractionBeside(actual.value, target.value))
    return {
      ...actual,
      value: exact(actual.value)
        .times(100)
        .toFixed(Math.max(0, decimalPlaces(actual.value) - 2)),
      unit: "%",
    };
  return mayBeFractionBeside(actual.value, target.value) ? { ...actual, doubt: MAY_BE_SHARE } : undefined;
}

/**
 * Target and actual of which one or both stand in a sentence (合格率达到98%以上 | 考核合格率为94.2%，略低于目标): quantities where both count the same
 * thing in the same unit, and unchanged where that is not sure.
 */
export function withSentences(cells: RowCells, target: Target, actual: Actual, name: string): { target: Target; actual: Actual } {
  const as = { target, actual };
  if (target.sign === "none" || (target.quantity && actual.quantity)) return as;
  const wanted = target.quantity ? { lead: "", quantity: target.quantity } : toldQuantity(target.text, "target", name);
  const got = actual.quantity ? { lead: "", quantity: actual.quantity } : toldQuantity(actual.text, "actual", name);
  if (!wanted || !got || wanted.quantity.unit === "" || wanted.quantity.unit !== got.quantity.unit) return as;
  const isSame = wanted.lead !== "" && wanted.lead === got.lead;
  if (!isSame && !(isOwnLead(wanted.lead, name) && isOwnLead(got.lead, name))) return as;
  const lead = target.quantity ? {} : { lead: wanted.lead };
  return {
    target: { ...target, ...lead, quantity: target.quantity ?? withDoubt(wanted.quantity, cells.cell("target")) },
    actual: { ...actual, quantity: actual.quantity ?? withDoubt(got.quantity, cells.cell("actual")) },
  };
}

/** A text as a quantity: as printed, else with the letters put right that stand for digits or a sign. What comes of that is doubtful. */
function quantityOf(printed: string, as: "target" | "actual"): Actual {
  const plain = readQuantity(withoutSlips(printed), as);
  if (plain !== null) return { text: printed, quantity: plain };
  const signed = as === "target" ? withSignInText(printed) : undefined;
  const mended = withDigitsInText(signed ?? printed) ?? signed;
  const quantity = mended === undefined ? null : readQuantity(mended, as);
  if (mended === undefined || quantity === null) return { text: printed, quantity: null };
  const doubt: Doubt = signed === undefined ? { ...signDoubt(printed), because: LETTERS_FOR_DIGITS } : signDoubt(printed);
  return { text: mended, quantity: { ...quantity, doubt } };
}

function signDoubt(printed: string): Doubt {
  return { confidence: 0.6, readings: [printed], because: SIGN_MISREAD };
}

/** 线路租赁费（万元）: the unit that the name declares. */
function unitInName(name: string): string {
  const unit = NAMED_UNIT.exec(name)?.[1]?.normalize("NFKC");
  return unit && (UNITS.has(unit) || /^[个次项份人名家场期套台件条批天月年户处座所篇部辆]$/u.test(unit)) ? unit : "";
}

function withDoubt(quantity: Quantity, cell: Cell | undefined): Quantity {
  const doubt = cell && cellText(cell) !== "" ? cellDoubt(cell) : undefined;
  return doubt ? { ...quantity, doubt } : quantity;
}
