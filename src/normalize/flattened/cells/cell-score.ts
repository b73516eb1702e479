import { unspaced } from "../../../core/text.js";
import { operatorOf } from "../../figures/operator.js";
import { withoutSlips } from "../../lexicon/writing/recognition-slips.js";
import { foldWidth } from "../../numeral.js";
import type { Column, ColumnKind } from "../column.js";
import { IMPOSSIBLE, STARTS_QUALITATIVE } from "./cell-words.js";
import { AMOUNT, MOST_RATE, nothing, pointsCell, quantityCell, rateCell } from "./figure-cells.js";
import { level1Cell, level2Cell, levelsCell } from "./level-cells.js";
import { explanationCell, type Known, labelCell, nameCell, otherCell, standardCell, textCell } from "./word-cells.js";

/** A cell's text with its layout and the known slips of recognition undone, as the scores see it. */
export function foldCell(text: string): string {
  return withoutSlips(unspaced(foldWidth(text)));
}

/** A text as a cell of a column: a bare figure is a rate where the head has the percent sign. */
export function scoreInColumn({ kind, title }: Pick<Column, "kind" | "title">, folded: string, known: Known): number {
  if (kind === "rate" && /[%％]/u.test(title) && /^\d+(?:\.\d+)?$/u.test(folded)) return Number(folded) < MOST_RATE ? 2.5 : -3;
  return scoreCell(kind, folded, known);
}

/** No text is likelier as a cell of any kind: a name that the prose has too. */
export const MOST_WORTH = 12;

/** Log-like likelihood of a folded text as a cell of a kind. Figures are scored by their form alone. */
export function scoreCell(kind: ColumnKind, folded: string, known?: Known): number {
  switch (kind) {
    case "level1":
      return level1Cell(folded);
    case "level2":
      return level2Cell(folded);
    case "levels":
      return levelsCell(folded);
    case "name":
      return nameCell(folded, known);
    case "target":
    case "adjusted":
      return quantityCell(folded, true);
    case "actual":
    case "earlier":
      return quantityCell(folded, false);
    case "operator":
      return operatorOf(folded) !== undefined || /^(?:定性|定量|正向|反向|逆向)(?:指标)?$/u.test(folded) ? 4 : IMPOSSIBLE;
    case "unit":
      return unitCell(folded);
    case "points":
      return pointsCell(folded);
    case "rate":
      return rateCell(folded);
    case "amount":
      return AMOUNT.test(folded) ? 3 + (/\.\d\d$/u.test(folded) ? 0.5 : 0) : nothing(folded, 1);
    case "label":
      return labelCell(folded);
    case "text":
      return textCell(folded);
    case "standard":
      return standardCell(folded);
    case "explanation":
      return explanationCell(folded);
    case "other":
      return otherCell(folded);
    case "serial":
      return /^(?:\d{1,3}|[(（]\d{1,2}[)）](?:=.*)?|[一二三四五六七八九十]{1,2})$/u.test(folded) ? 1 : IMPOSSIBLE;
  }
}

/** Some systems tell a target in words in the place of the unit. */
const IN_WORDS = -0.5;

function unitCell(folded: string): number {
  if (folded.length > 6 || /\d/u.test(folded)) return IMPOSSIBLE;
  return STARTS_QUALITATIVE.test(folded) ? IN_WORDS : 1.5;
}
