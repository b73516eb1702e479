import { middleX } from "../../../../core/evidence.js";
import { intervalOf } from "../../interval-of.js";
import type { Word } from "../../placed.js";
import { textLines } from "../../text-lines.js";
import { isAcross } from "../columns/line-columns.js";

const DIGIT = /\d/u;

/** The columns that have a text of their own above all figures: heads of one line, and such as stand below the head of their group. */
export function headedColumns(words: readonly Word[], columns: readonly number[]): ReadonlySet<number> {
  const lines = textLines(words.filter((word) => !word.turned));
  const body = lines.findIndex((line) => line.words.some(({ text }) => DIGIT.test(text)));
  const heads = lines.slice(0, Math.max(0, body)).flatMap((line) => line.words);
  const own = heads.filter(({ box, size }) => !isAcross({ from: box[0], to: box[2] }, columns, size));
  return new Set(own.map(({ box }) => intervalOf(columns, middleX(box))));
}
