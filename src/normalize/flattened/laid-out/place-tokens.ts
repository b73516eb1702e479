import type { ColumnKind } from "../column.js";
import type { Band } from "./column-bands.js";
import type { Token } from "./laid-lines.js";

const COST = {
  /** For each column of characters between a word and its column. */
  away: 0.25,
  farthest: 2.5,
  /** What of it counts beyond that: of columns all too far the nearest is meant. */
  beyond: 0.01,
  /** The same for a word that stands right behind another, however far to the right it stood on the page. */
  behind: 0.06,
  /** The same for one that goes on behind its own column's words. */
  on: 0.12,
  /** A column left blank that each row has something in; one of marks in a row that has as many. */
  blank: 1,
  unmarked: 3,
  /** Words set apart by a gap in one column; words with one space between in two. */
  apart: 1.2,
  together: 0.3,
  /** A word that is no figure under marks, a sign of comparison under what was achieved. */
  unfit: 1.5,
  /** A bare figure where only words stand. */
  figure: 6,
  two: 6,
};
const POINTS = /^(?:-?\d{1,3}(?:\.\d{0,4})?分?|[-—–/／]+|无)$/u;
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
 * another column than the one before it; `full`: columns that each row has something in.
 */
export function placeTokens(
  tokens: readonly Token[],
  bands: readonly Band[],
  kinds: readonly ColumnKind[],
  { parted, full = marksOf(kinds) }: { readonly parted?: number | undefined; readonly full?: readonly number[] } = {},
): Placing {
  const cost: number[][] = [];
  const from: number[][] = [];
  // 绩效目标 1 may stand left of all else.
  const beside = kinds.findIndex((kind) => kind !== "text");
  const blanks = blanksBefore(tellsRow(tokens, kinds) ? full : [], kinds);
  tokens.forEach((token, t) => {
    cost.push([]);
    from.push([]);
    bands.forEach((band, c) => {
      const gap = t === 0 ? 0 : token.from - tokens[t - 1]!.to;
      const rest = t === tokens.length - 1 ? blanks[kinds.length]! - blanks[c + 1]! : 0;
      const isBare = c >= beside && !(kinds[c] === "standard" && isMarks(tokens, t));
      const own = rest + kindCost(token, kinds[c]!, isBare);
      const [alone, on] = [own + placeCost(token, band, false), own + placeCost(token, band, true)];
      let best = -1;
      let least = t === 0 ? blanks[c]! + alone : Number.POSITIVE_INFINITY;
      for (let before = 0; t > 0 && before <= c; before++) {
        const step =
          before === c
            ? sameCost(t === parted, gap, kinds[c]!, [tokens[t - 1]!.text, token.text])
            : isMarks(tokens, t - 1) || (isMarks(tokens, t) && gap === 1 && tokens[t - 1]!.text.endsWith("扣"))
              ? COST.figure
              : gap < 2
                ? COST.together
                : 0;
        const total = cost[t - 1]![before]! + step + (before === c ? on : alone + blanks[c]! - blanks[before + 1]!);
        if (total < least) {
          least = total;
          best = before;
        }
      }
      cost[t]![c] = least;
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

/** The columns of marks in a table of indicators. */
function marksOf(kinds: readonly ColumnKind[]): number[] {
  const ofIndicators = kinds.includes("target") || kinds.includes("actual");
  return ofIndicators ? kinds.flatMap((kind, c) => (kind === "points" ? [c] : [])) : [];
}

/** Whether a line has as many figures as an indicator has marks. */
export function tellsRow(tokens: readonly Token[], kinds: readonly ColumnKind[]): boolean {
  const marks = marksOf(kinds).length;
  return marks > 0 && tokens.filter(({ text }) => POINTS.test(text)).length >= marks;
}

/** What it costs that the columns before each one are left blank, of those that each row has something in. */
function blanksBefore(full: readonly number[], kinds: readonly ColumnKind[]): number[] {
  const costs = [0];
  const costOf = (kind: ColumnKind) => (kind === "points" ? COST.unmarked : COST.blank);
  for (const [c, kind] of kinds.entries()) costs.push(costs[c]! + (full.includes(c) ? costOf(kind) : 0));
  return costs;
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

/** How far off a column a word stands; `goesOn`: behind another of the same column. */
function placeCost(token: Token, band: Band, goesOn: boolean): number {
  const shared = Math.min(token.to, band.to) - Math.max(token.from, band.from);
  const within = (token.glued ? GLUED : 1) / Math.min(token.to - token.from, band.to - band.from);
  if (shared > 0) return -shared * within;
  const behind = band.from >= token.to ? COST.behind : goesOn ? COST.on : COST.away;
  const off = -shared * (token.glued ? behind : COST.away);
  return Math.min(off, COST.farthest + off * COST.beyond);
}

function kindCost({ text }: Token, kind: ColumnKind, isBare: boolean): number {
  if (isBare && FIGURE.test(text) && WORDY.has(kind)) return COST.figure;
  return fits(text, kind) ? 0 : COST.unfit;
}

/** What it is worth that a word right behind another stands in a column, as a share. */
const GLUED = 0.5;
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
