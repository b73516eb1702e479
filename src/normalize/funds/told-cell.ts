import type { Cell } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { type FundRole, fundRole } from "../lexicon/labels/head-words.js";

const LABEL_AND_FIGURE = /^(\D{2,12}?)\s*[:：]?\s*(\d[\d,，.．]*\s*(?:[%％]|分|亿元|万元|元)?)$/u;

/** A cell that tells its label and its figure both, as `执行率 95%` or `得分：9.5`: its role, and the cell as if it held the figure alone. */
export function toldCell(cell: Cell): { readonly role: FundRole; readonly label: string; readonly value: Cell } | undefined {
  const match = LABEL_AND_FIGURE.exec(cellText(cell).trim());
  const role = match ? fundRole(match[1]!) : undefined;
  return match && role?.exact ? { role: role.role, label: match[1]!.trim(), value: { ...cell, text: match[2]! } } : undefined;
}
