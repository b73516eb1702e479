import { toYuan } from "../../core/decimal.js";
import type { Cell } from "../../core/extracted.js";
import type { Money, MoneyUnit } from "../../core/record.js";
import { remembered } from "../lexicon/remembered.js";
import { chineseAmount } from "../numeral.js";
import { figureOf } from "./cell-figure.js";
import { withDigits } from "./confusable.js";
import { findNumeral, foldFigure } from "./find-numeral.js";
import { denoise } from "./percent.js";

const SUFFIX: { readonly [suffix: string]: MoneyUnit } = { 元: "元", 万元: "万元", 亿元: "亿元", 万: "万元", 亿: "亿元", "": "元" };

/** A cell that holds an amount and no more, with the unit that stands in it if any. Null where it holds none. */
export const readAmount = remembered((text): { readonly value: string; readonly unit?: MoneyUnit } | null => {
  const folded = foldFigure(text)
    .replace(/^(?:人民币)?[¥￥]?/u, "")
    .replace(/\(.*\)$/u, "")
    .replace(/(?:人民币|整)$/u, "");
  const inWords = chineseAmount(folded);
  if (inWords?.length === folded.length) return { value: inWords.value, unit: inWords.unit };
  const found = findNumeral(folded);
  if (found?.start !== 0) return null;
  const suffix = folded.slice(found.end);
  const unit = SUFFIX[suffix];
  if (unit === undefined) return null;
  return suffix === "" ? { value: denoise(found.value) } : { value: denoise(found.value), unit };
});

/** A cell's amount in its own unit, else in the unit in force. Null where the cell states none. */
export function readMoney(cell: Cell | undefined, inForce: MoneyUnit): Money | null {
  if (!cell) return null;
  const plain = readAmount(cell.text);
  const amount = plain ?? readAmount(withDigits(cell.text) ?? "");
  if (!amount) return null;
  const unit = amount.unit ?? inForce;
  return { ...figureOf(cell, plain === null), value: amount.value, unit, yuan: toYuan(amount.value, unit) };
}
