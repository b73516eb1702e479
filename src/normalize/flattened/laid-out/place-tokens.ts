import type { ColumnKind } from "../column.js";
import type { Band } from "./column-bands.js";
import type { Token } from "./laid-lines.js";

const COST = {
  /** For each column of characters between a word and its column. */
  away: 0.25,
  farthest: 2.5,
  /** Words set apart by a gap in one column; words with one space between in two. */
  apart: 1.2,
  together: 0.3,
  /** A word that is no figure under marks, a sign of comparison under what was achieved. */
  unfit: 1.5,
  /** A bare figure where only words stand. */
  figure: 6,
  two: 6,
};
const POINTS = /^(?:-?\d{1,3}\.?\d{0,4}分?|[-—–/／]+|无)$/u;
const AMOUNT = /^(?:-?[\d,]+(?:\.\d+)?(?:万元|元)?|[-—–/／]+|无)$/u;
const RATE = /^(?:-?\d+(?:\.\d+)?[%％]?|[-—–/／]+|无)$/u;

export interface Placing {
  /** The column of each word. */
  readonly places: readonly number[];
  /** How far the words stand off their columns; the better, the less. */
  readonly cost: number;
}

/**
 * The column of each word of a line: in order, each where it overlaps or is nearest to the column, and what stands in it is of the column's kind. Layouts
 * push words aside where there is no room for them, so that no column's words need stand strictly below each other. `parted`: a word that begins
 * another column than the one before it.
 */
export function placeTokens(tokens: readonly Token[], bands: readonly Band[], kinds: readonly ColumnKind[], parted?: number): Placing {
  const cost: number[][] = [];
  const from: number[][] = [];
  tokens.forEach((token, t) => {
    cost.push([]);
    from.push([]);
    bands.forEach((band, c) => {
      let least = t === 0 ? 0 : Number.POSITIVE_INFINITY;
      let best = -1;
      const gap = t === 0 ? 0 : token.from - tokens[t - 1]!.to;
      for (let before = 0; t > 0 && before <= c; before++) {
        const step =
          before === c
            ? sameCost(t === parted, gap, kinds[c]!, [tokens[t - 1]!.text, token.text])
            : isMarks(tokens, t - 1) || (isMarks(tokens, t) && gap === 1 && tokens[t - 1]!.text.endsWith("扣"))
              ? COST.figure
              : gap < 2
                ? COST.together
                : 0;
        const total = cost[t - 1]![before]! + step;
        if (total < least) {
          least = total;
          best = before;
        }
      }
      cost[t]![c] = least + ownCost(token, band, kinds[c]!, !(kinds[c] === "standard" && isMarks(tokens, t)));
      from[t]![c] = best;
    });
  });
  const places: number[] = [];
  for (let t = tokens.length - 1; t >= 0; t--) {
    const last = cost[t]!;
    places[t] = t === tokens.length - 1 ? last.indexOf(Math.min(...last)) : from[t + 1]![places[t + 1]!]!;
  }
  return { places, cost: tokens.length === 0 ? 0 : Math.min(...cost.at(-1)!) };
}

/** What it costs that a word stands in the same column as the one before it: a column of figures has one a line, a cell one share. */
function sameCost(isParted: boolean, gap: number, kind: ColumnKind, [before, text]: readonly [string, string]): number {
  if (isParted) return Number.POSITIVE_INFINITY;
  if (FIGURES.has(kind)) return COST.figure;
  return (areTwo(before, text, kind) ? COST.two : 0) + (gap >= 2 ? COST.apart : 0);
}

const SHARE = /[%％]$/u;
/** ≥48台（套）: a quantity with its unit, which is no date. */
const QUANTITY = /^[≥≤<>=＝]{0,2}\d[\d,]*(?:\.\d+)?(?:[%％]|(?![年月日])\p{Script=Han}[\p{Script=Han}（）()/]*)$/u;

/** Whether words side by side are never one cell's: two shares, a target and what came of it, a result and its mark. */
function areTwo(before: string, text: string, kind: ColumnKind): boolean {
  if (SHARE.test(before) && /^[\d≥≤]/u.test(text)) return true;
  if (kind !== "target" && kind !== "actual") return false;
  if (QUANTITY.test(before)) return /^\d+(?:\.\d+)?$/u.test(text) || (/^[≥≤<>=＝]/u.test(before) && QUANTITY.test(text));
  return before === text && /^\p{Script=Han}{2,}$/u.test(text);
}

/** 每低1%扣 0.2 分: whether a word is a figure whose 分 stands behind a blank, and which may be what a rule of scoring takes off. */
function isMarks(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token !== undefined && next?.from === token.to + 1 && FIGURE.test(token.text) && next.text.startsWith("分");
}

function ownCost(token: Token, band: Band, kind: ColumnKind, isBare: boolean): number {
  const shared = Math.min(token.to, band.to) - Math.max(token.from, band.from);
  const near = shared > 0 ? -shared / Math.min(token.to - token.from, band.to - band.from) : Math.min(COST.farthest, -shared * COST.away);
  if (isBare && FIGURE.test(token.text) && WORDY.has(kind)) return near + COST.figure;
  return near + (fits(token.text, kind) ? 0 : COST.unfit);
}

const FIGURE = /^\d+\.?\d*[%％]?$/u;
const WORDY: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["level1", "level2", "levels", "name", "label", "text", "standard"]);
const FIGURES: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["points", "amount", "rate"]);
const SIGNED = /^[≥≤<>]/u;

function fits(text: string, kind: ColumnKind): boolean {
  switch (kind) {
    case "points":
      return POINTS.test(text);
    case "amount":
      return AMOUNT.test(text);
    case "rate":
      return RATE.test(text);
    case "target":
      return true;
    default:
      return !SIGNED.test(text);
  }
}
