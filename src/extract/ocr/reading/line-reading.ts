import type { LineCrop } from "../lines/line-crop.js";
import { STEP } from "../pp-ocr.js";
import { angleShape, inkColumns, isEqualsShape } from "./angle-shape.js";
import { bestPath, type Candidate, candidates, type Glyph, type Lattice } from "./ctc.js";
import { type FigureSpot, figureSpots, stepsOf } from "./figure-spots.js";
import { hasBar } from "./inequality-bar.js";
import { withMissedGlyphs } from "./missed-glyphs.js";
import { withMissedSigns } from "./missed-sign.js";
import { withoutRateTail } from "./rate-tail.js";
import { withUnreadTail } from "./unread-tail.js";
import { withoutWideOnes } from "./wide-ones.js";
import { withDashes } from "./with-dashes.js";
import { withoutFalseMinus } from "./without-false-minus.js";

/** A figure of a line as one look at it read it. */
export interface FigureReading extends FigureSpot {
  /** 0–1: the least of its glyphs, or less where another reading of it is nearly as likely. */
  readonly confidence: number;
  /** 0–1, of its digits alone: its sign may be a question by itself. */
  readonly digits: number;
  /** Other readings of the figure, best first. */
  readonly alternatives: readonly string[];
}

/** What one look at a line gave. */
export interface LineReading {
  readonly text: string;
  /** 0–1, the least of its glyphs. */
  readonly confidence: number;
  readonly glyphs: readonly Glyph[];
  readonly figures: readonly FigureReading[];
  /** Other readings of a line without figures, best first. */
  readonly alternatives: readonly string[];
  /** Whether a point was seen before the figure with which the line begins. It is left out of the text. */
  readonly isPointed: boolean;
}

const MOST = 5;
/** Confidence in an angle whose bar the ink neither shows nor rules out. */
const UNDECIDED = 0.6;
/** Confidence in a sign that its strokes show and the reader did not see. */
const BY_SHAPE = 0.92;
/** An ideograph that stands alone and was read less surely may be a sign: ≤ passes for 从. */
const SURE = 0.9;
const SIGN = /^[≥≤><＞＜=＝]$/u;
/** What the reader makes of a sign that it does not know for one. */
const NO_SIGN = /^[A-Za-zИΛ∧∨∩√《》〈〉ⅠⅡ]$/u;
const WITH_BAR = new Map([
  [">", "≥"],
  ["<", "≤"],
  ["＞", "≥"],
  ["＜", "≤"],
]);

/** The reading of a line from its lattice. */
export function lineReading(crop: LineCrop, lattice: Lattice): LineReading {
  const seen = thousands(exponents(perMilles(points(commas(bestPath(lattice))))));
  const whole = withMissedGlyphs(
    withoutWideOnes(withDashes(withoutFalseMinus(withoutSpeck(seen), crop), crop), crop, lattice),
    crop,
    lattice,
  );
  const read = withUnreadTail(whole, crop, lattice);
  const glyphs = withShapedSign(
    withMissedSigns(read, lattice).map((glyph, i, all) => (isLevel(all[i + 1]) ? bare(glyph) : signed(glyph, crop))),
    crop,
    lattice,
  );
  const text = glyphs.map((glyph) => glyph.text).join("");
  const figures = figureSpots(glyphs).map((spot) => figureReading(spot, glyphs, lattice));
  const others = figures.length > 0 ? [] : candidates(lattice, 0, lattice.steps, MOST).map((candidate) => candidate.text);
  return {
    text,
    confidence: least(glyphs),
    glyphs,
    figures,
    alternatives: others.filter((other) => other !== text && other.trim() !== ""),
    isPointed: seen[0]?.text === "." && /^\d/u.test(text),
  };
}

/**
 * The glyphs with the sign that the ink at the line's left end has the shape of, where the reader made a letter of it or passed over it: a sign
 * stands alone or before a figure. A digit read from its ink is doubted, and is the sign where the reader holds that possible.
 */
function withShapedSign(glyphs: readonly Glyph[], crop: LineCrop, lattice: Lattice): Glyph[] {
  const { image } = crop;
  const [first, second] = glyphs;
  const isUnsure = first !== undefined && second === undefined && first.confidence < SURE && /^\p{Script=Han}$/u.test(first.text);
  const isLetter = isUnsure || (first !== undefined && NO_SIGN.test(first.text) && (second === undefined || /^[\d=＝]/u.test(second.text)));
  if (first !== undefined && !isLetter && !/^\d/u.test(first.text) && !(second === undefined && isLevel(first))) return [...glyphs];
  const [ink, ...others] = inkColumns(image);
  if (!ink || ((first === undefined || isUnsure) && others.length > 0)) return [...glyphs];
  if (second === undefined && others.length === 0 && isEqualsShape(image, ...ink))
    return [{ text: "=", confidence: BY_SHAPE, from: Math.floor(ink[0] / STEP), to: Math.ceil(ink[1] / STEP) }];
  const text = angleShape(image, ...ink);
  if (!text) return [...glyphs];
  const [from, to] = [Math.floor(ink[0] / STEP), Math.ceil(ink[1] / STEP)];
  const sign = (end: number) => signed({ text, confidence: BY_SHAPE, from, to: end }, crop);
  if (!first || isLetter || isLevel(first)) return [isLevel(second) ? bare(sign(to)) : sign(to), ...glyphs.slice(1)];
  const away = (stretch: readonly [number, number]) => Math.abs((stretch[0] + stretch[1]) / 2 - middle(first));
  if (others[0] && away(others[0]) < away(ink)) return [sign(Math.max(from + 1, Math.min(to, first.from))), ...glyphs];
  // A thin 6 has the strokes of ≤ itself; a 2 or a 7 in such ink is rather the sign.
  if (first.text === "6" && text === "≤") return [...glyphs];
  const end = second ? Math.round((first.to + second.from) / 2) : lattice.steps;
  const isPossible = second !== undefined && candidates(lattice, 0, end, MOST).some((candidate) => sideOf(candidate.text) === sideOf(text));
  const read = isPossible ? { ...first, text } : first;
  return [{ ...read, confidence: Math.min(first.confidence, UNDECIDED) }, ...glyphs.slice(1)];
}

/** The side to which a sign points; undefined of what is no angle. */
function sideOf(text: string): "left" | "right" | undefined {
  return /^[≥>＞]$/u.test(text) ? "right" : /^[≤<＜]$/u.test(text) ? "left" : undefined;
}

/** The middle of a glyph, pixels of the line's picture. */
function middle({ from, to }: Glyph): number {
  return ((from + to) / 2) * STEP;
}

/** Between digits a comma is a thousands separator, however wide the reader thinks it; between ideographs a point is a comma, but behind a heading's number. */
function commas(glyphs: readonly Glyph[]): Glyph[] {
  const isDigit = (glyph: Glyph | undefined) => glyph !== undefined && /^\d$/u.test(glyph.text);
  const isWord = (glyph: Glyph | undefined) => glyph !== undefined && /^(?![一二三四五六七八九十])\p{Script=Han}$/u.test(glyph.text);
  return glyphs.map((glyph, i) => {
    const thousands =
      glyph.text === "，" && isDigit(glyphs[i - 1]) && [1, 2, 3].every((k) => isDigit(glyphs[i + k])) && !isDigit(glyphs[i + 4]);
    if (thousands) return { ...glyph, text: "," };
    return glyph.text === "．" && isWord(glyphs[i - 1]) && isWord(glyphs[i + 1]) ? { ...glyph, text: "，" } : glyph;
  });
}

/** 0:4%: no ratio is a percentage; the mark between digits before a percent sign is a point. */
function points(glyphs: readonly Glyph[]): Glyph[] {
  const isDigit = (glyph: Glyph | undefined) => glyph !== undefined && /^\d$/u.test(glyph.text);
  return glyphs.map((glyph, i) => {
    if (!/^[:：]$/u.test(glyph.text) || !isDigit(glyphs[i - 1]) || !isDigit(glyphs[i + 1])) return glyph;
    const behind = glyphs.slice(i + 1).find((other) => !isDigit(other));
    return behind && /^[%％‰]$/u.test(behind.text) ? { ...glyph, text: ".", confidence: Math.min(UNDECIDED, glyph.confidence) } : glyph;
  });
}

/** 0.3%0: the last of a ‰'s circles stands for itself. No figure goes on behind a percent sign. */
function perMilles(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.flatMap((glyph, i) => {
    const [before, after, behind] = [glyphs[i - 1], glyphs[i + 1], glyphs[i + 2]];
    const isCircle = (other: Glyph | undefined) => other !== undefined && /^[0oO]$/u.test(other.text);
    const isFigure = (other: Glyph | undefined) => other !== undefined && /^\d$/u.test(other.text);
    if (isCircle(glyph) && before?.text === "%" && isFigure(glyphs[i - 2]) && !isFigure(after)) return [];
    if (glyph.text !== "%" || !isFigure(before) || !isCircle(after) || isFigure(behind)) return [glyph];
    return [{ text: "‰", confidence: Math.min(UNDECIDED, glyph.confidence), from: glyph.from, to: after!.to }];
  });
}

/** ㎡²: the unit's own exponent, read once more. */
function exponents(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter(({ text }, i) => text !== "²" || glyphs[i - 1]?.text !== "㎡");
}

/** 5.0干米: what a reader makes of 千 between a figure and a measure. */
function thousands(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.map((glyph, i) => {
    const isMeasure = /^[干于]$/u.test(glyph.text) && /^[米克瓦伏]$/u.test(glyphs[i + 1]?.text ?? "");
    return isMeasure && /^\d$/u.test(glyphs[i - 1]?.text ?? "") ? { ...glyph, text: "千" } : glyph;
  });
}

/** No figure begins with a point: it is a speck before it, or a nought was lost. */
function withoutSpeck(glyphs: readonly Glyph[]): Glyph[] {
  const [first, second, ...rest] = glyphs;
  if (first === undefined || second === undefined || !/^[.,·'‘’`]$/u.test(first.text) || !/^\d$/u.test(second.text)) return [...glyphs];
  return [{ ...second, confidence: Math.min(second.confidence, UNDECIDED) }, ...rest];
}

function figureReading(spot: FigureSpot, glyphs: readonly Glyph[], lattice: Lattice): FigureReading {
  const found = candidates(lattice, ...stepsOf(spot, glyphs, lattice.steps), MOST);
  const bare = /[%％]$/u.test(spot.text) ? withoutRateTail : (text: string) => text;
  const own = share(found, spot.text, (text) => bare(text).replace(/[≥≤><＞＜]/gu, "~"));
  const ofDigits = share(found, spot.text, (text) => bare(text).replace(/^[^\d]+/u, ""));
  const inside = glyphs.slice(spot.first, spot.last + 1 - (spot.text.length - bare(spot.text).length));
  return {
    ...spot,
    confidence: Math.min(least(inside), own ?? 1),
    digits: Math.min(least(inside.filter(({ text }) => !SIGN.test(text))), ofDigits ?? 1),
    alternatives: [...new Set([...found.map((candidate) => candidate.text), ...barred(spot.text)])].filter(
      (other) => other !== spot.text && /\d/u.test(other),
    ),
  };
}

/** The probability share of a reading, told by what `bare` leaves of it; undefined where the search did not meet it (its ends fell differently). */
function share(found: readonly Candidate[], text: string, bare: (text: string) => string): number | undefined {
  const same = found.filter((candidate) => bare(candidate.text) === bare(text));
  return same.length === 0 ? undefined : same.reduce((sum, candidate) => sum + candidate.share, 0);
}

function least(glyphs: readonly Glyph[]): number {
  return Math.min(1, ...glyphs.map((glyph) => glyph.confidence));
}

/** An angle with or without its bar, as the ink shows. Where it does not tell, the sign is doubted. */
function signed(glyph: Glyph, { image, stretch }: LineCrop): Glyph {
  const other = WITH_BAR.get(glyph.text);
  if (!other) return glyph;
  const bar = hasBar(image, glyph.from * STEP, glyph.to * STEP, stretch, /[>＞]/u.test(glyph.text) ? "right" : "left");
  if (bar === false) return glyph;
  const ink = bar === undefined && inkColumns(image).find(([from, to]) => from < middle(glyph) && middle(glyph) < to);
  if (ink && angleShape(image, ...ink) === other) return { ...glyph, text: other };
  return bar ? { ...glyph, text: other } : { ...glyph, confidence: Math.min(glyph.confidence, UNDECIDED) };
}

/** The bar of a sign written with two glyphs (>=) is the second of them. */
function bare(glyph: Glyph): Glyph {
  return glyph.text === "≥" ? { ...glyph, text: ">" } : glyph.text === "≤" ? { ...glyph, text: "<" } : glyph;
}

function isLevel(glyph: Glyph | undefined): boolean {
  return glyph?.text === "=" || glyph?.text === "＝";
}

/** The figure with its other sign. */
function barred(text: string): string[] {
  const other = text.replace(/^[><＞＜≥≤]/u, (sign) => WITH_BAR.get(sign) ?? (sign === "≥" ? ">" : "<"));
  return other === text ? [] : [other];
}
