import { readQuantity } from "../../figures/quantity.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { ANY_SIGN } from "../cells/cell-words.js";
import { swallowsLabel } from "../cells/swallows-label.js";
import { type ColumnKind, kindOfHead } from "../column.js";
import { ratesBearOut, rowArithmetic } from "../search/row-arithmetic.js";
import { FIGURE } from "./find-anchors.js";
import type { LaidRole } from "./find-laid-head.js";
import type { LaidRow } from "./laid-rows.js";

/**
 * No cell holds what stands elsewhere, and all columns that have figures in most rows have one in each; where the figures are proven, an author may have
 * left out a target or what was achieved.
 */
export function isSound(
  texts: readonly (readonly string[])[],
  rows: readonly LaidRow[],
  kinds: readonly ColumnKind[],
  areProven: boolean,
): boolean {
  const own = texts.filter((_, r) => rows[r]!.total === undefined);
  if (!answersTargets(own, kinds)) return false;
  return kinds.every((kind, c) => {
    const column = own.map((row) => row[c]!);
    if (column.some((text) => swallowsLabel(kind, text))) return false;
    if ((kind === "level1" || kind === "level2" || kind === "levels") && column.some((text) => ANY_SIGN.test(text))) return false;
    if (kind === "name" && column.some((text) => ANY_SIGN.test(text.charAt(0)))) return false;
    const filled = column.filter((text) => text !== "").length;
    if ((kind === "text" || kind === "standard" || kind === "explanation") && column.some((text) => FIGURE.test(text))) return false;
    if (kind === "points" || kind === "amount")
      return column.every((text) => text === "" || FIGURE.test(text) || saysNothing(text)) && (filled === 0 || filled === column.length);
    if (filled === 0 || filled === column.length) return true;
    if (kind === "target" || kind === "actual") {
      const other = kinds.indexOf(kind === "target" ? "actual" : "target");
      return areProven && own.every((row) => row[c] !== "" || readQuantity(row[other] ?? "") !== null);
    }
    return kind !== "name" && kind !== "level1";
  });
}

/** Whether the scores' column, where there is one, has any: marks may all stand a column too far to the left. */
export function hasScores(texts: readonly (readonly string[])[], roles: readonly (LaidRole | undefined)[]): boolean {
  const score = roles.indexOf("score");
  return score < 0 || texts.some((row) => row[score] !== "");
}

/** Whether what was achieved is told in the targets' units, but for some: 0.2分 under ≥248处 is another column's. */
function answersTargets(texts: readonly (readonly string[])[], kinds: readonly ColumnKind[]): boolean {
  const [target, actual] = [kinds.indexOf("target"), kinds.indexOf("actual")];
  if (target < 0 || actual < 0) return true;
  const units = texts.flatMap((row) => {
    const [wanted, given] = [readQuantity(row[target]!)?.unit, readQuantity(row[actual]!, "actual")?.unit];
    return wanted && given ? [[wanted, given] as const] : [];
  });
  return units.filter(([wanted, given]) => wanted === given).length * 2 >= units.length;
}

const LIKE_POINTS = 0.011;
/** What weights come to: the full marks, or what is left beside the execution's. */
const WHOLES = [100, 90, 80];

/** Weights that come to a whole, else scores that come to the total, every score within its weight; amounts that give their rates. */
export function isProven(
  texts: readonly (readonly string[])[],
  rows: readonly LaidRow[],
  roles: readonly (LaidRole | undefined)[],
): boolean {
  const column = (role: LaidRole, total: boolean) => {
    const c = roles.indexOf(role);
    return c < 0
      ? []
      : texts.flatMap((row, r) => ((rows[r]!.total !== undefined) === total ? Number.parseFloat(row[c]!.replace(/,/gu, "")) : []));
  };
  const sum = (figures: readonly number[]) => figures.reduce((so, figure) => so + (Number.isNaN(figure) ? 0 : figure), 0);
  const near = (a: number, b: number) => Math.abs(a - b) < LIKE_POINTS;
  if (roles.includes("executed")) return ratesHold(texts, roles);
  const [weights, scores] = [column("weight", false), column("score", false)];
  if (weights.length > 0)
    return (
      scores.every((score, i) => !(score > weights[i]!)) &&
      [...WHOLES, ...column("weight", true)].some((whole) => near(sum(weights), whole))
    );
  return scores.length > 0 && column("score", true).some((total) => near(sum(scores), total));
}

function ratesHold(texts: readonly (readonly string[])[], roles: readonly (LaidRole | undefined)[]): boolean {
  const columns = roles.map((role) => ({ kind: kindOfHead("", role, "funds"), role: role ?? "", title: "" }));
  // A source without money has nothing to divide by, and proves nothing.
  return texts.every((row) => rowArithmetic(columns, row) >= 0) && ratesBearOut(columns, texts);
}
