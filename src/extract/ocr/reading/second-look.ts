import { type LineCrop, lineCrop, type Room } from "../lines/line-crop.js";
import { type PpOcr, STEP } from "../pp-ocr.js";
import type { PixelBox, Raster } from "../raster/raster.js";
import { type FigureReading, type LineReading, lineReading } from "./line-reading.js";
import { withoutRateTail } from "./rate-tail.js";
import { readCrops } from "./read-crops.js";

/** A line after two looks at its figures. */
export interface CheckedLine {
  readonly text: string;
  /** 0–1: of its figures, or of its glyphs where it has none. */
  readonly confidence: number;
  readonly alternatives: readonly string[];
}

/** How much wider the second look is: digits crowd the reader's time steps at their own width. */
export const STRETCH = 1.3;
/** Confidence of a figure that two looks read differently is at most this. */
const DISPUTED = 0.55;
/** Confidence in a sign that only one look saw. */
const ONE_SIGN = 0.85;
/** The second look must be surer by this to win. */
const SURER = 0.05;
/** Digits that both looks read so surely, together, are no question, though their sign may be one. */
const SURE_DIGITS = 0.95;

/**
 * Each figure is looked at once more, alone, wider, and with the rulings left in: the reader's slips (a lost decimal point, a 3 for an 8) seldom come twice.
 * Where the looks differ the surer one stands, the other is an alternative, and the figure is doubtful.
 */
export async function secondLook(
  page: Raster,
  glyph: number,
  crops: readonly LineCrop[],
  readings: readonly LineReading[],
  reader: Pick<PpOcr, "read">,
): Promise<CheckedLine[]> {
  const figureOf = new Map<LineCrop, FigureReading>();
  readings.forEach((reading, i) => {
    for (const figure of reading.figures) {
      const box = spotBox(page, figure, reading, crops[i]!);
      figureOf.set(lineCrop(page, box, glyph, STRETCH, roomOf(box, crops[i]!)), figure);
    }
  });
  const seconds = new Map<FigureReading, LineReading>();
  await readCrops([...figureOf.keys()], reader, (crop, lattice) => seconds.set(figureOf.get(crop)!, lineReading(crop, lattice)));
  return readings.map((reading) => weighed(reading, seconds));
}

/** The figure's box on the page: to the emptiest column between it and its neighbours, or to the line's own end. */
function spotBox(page: Raster, { first, last }: FigureReading, { glyphs }: LineReading, crop: LineCrop): PixelBox {
  const x = (step: number) => crop.left + step * STEP * crop.scale;
  const before = glyphs[first - 1];
  const after = glyphs[last + 1];
  return {
    ...crop.box,
    x0: before ? emptiest(page, crop.box, x((before.from + before.to) / 2), x((glyphs[first]!.from + glyphs[first]!.to) / 2)) : crop.box.x0,
    x1: after ? emptiest(page, crop.box, x((glyphs[last]!.from + glyphs[last]!.to) / 2), x((after.from + after.to) / 2)) : crop.box.x1,
  };
}

/** How far the second look may show the page: not the neighbours from which it was cut, of which a stroke would read as a sign or a digit. */
function roomOf(box: PixelBox, { box: line }: LineCrop): Room {
  return {
    from: box.x0 > line.x0 ? box.x0 : Number.NEGATIVE_INFINITY,
    to: box.x1 < line.x1 ? box.x1 : Number.POSITIVE_INFINITY,
  };
}

/** The column with the least ink in the middle three fifths between two glyphs' middles. */
function emptiest({ width, data }: Raster, box: PixelBox, from: number, to: number): number {
  let best = (from + to) / 2;
  let least = Number.POSITIVE_INFINITY;
  for (let x = Math.ceil(from + (to - from) * 0.2); x <= from + (to - from) * 0.8; x++) {
    if (x < 0 || x >= width) continue;
    let ink = 0;
    for (let y = Math.max(0, Math.floor(box.y0)); y < box.y1; y++) ink += 255 - (data[y * width + x] ?? 255);
    ink += Math.abs(x - (from + to) / 2);
    if (ink < least) {
      least = ink;
      best = x;
    }
  }
  return best;
}

interface Verdict {
  readonly text: string;
  readonly confidence: number;
  readonly alternatives: readonly string[];
}

function weighed(reading: LineReading, seconds: ReadonlyMap<FigureReading, LineReading>): CheckedLine {
  if (reading.figures.length === 0) return reading;
  const verdicts = reading.figures.map((figure) => verdict(figure, seconds.get(figure), reading.glyphs.length));
  const spell = (texts: readonly string[]) => {
    let text = "";
    let at = 0;
    reading.figures.forEach((figure, i) => {
      text += reading.text.slice(at, figure.from) + texts[i]!;
      at = figure.to;
    });
    return text + reading.text.slice(at);
  };
  const own = verdicts.map((figure) => figure.text);
  const text = spell(own);
  const doubtful = verdicts.map((figure, i) => ({ figure, i })).sort((a, b) => a.figure.confidence - b.figure.confidence);
  const alternatives = doubtful.flatMap(({ figure, i }) =>
    figure.alternatives.map((other) => spell(own.map((each, k) => (k === i ? other : each)))),
  );
  return {
    text,
    confidence: Math.min(...verdicts.map((figure) => figure.confidence)),
    alternatives: [...new Set(alternatives)].filter((other) => other !== text),
  };
}

/** What two looks at a figure make of it: its sign and its digits are weighed apart. Two looks that agree are surer than each. */
function verdict(figure: FigureReading, second: LineReading | undefined, glyphCount: number): Verdict {
  if (!second) return figure;
  const others = [...figure.alternatives, ...second.figures.flatMap((other) => other.alternatives)];
  const same = second.figures.find((other) => other.text === figure.text);
  if (same)
    return {
      text: figure.text,
      confidence: 1 - (1 - figure.confidence) * (1 - same.confidence),
      alternatives: plausible(figure, same, true, others),
    };
  const rival = [...second.figures].sort((a, b) => b.text.length - a.text.length)[0];
  if (!rival) return { text: figure.text, confidence: Math.min(DISPUTED, figure.confidence), alternatives: others };
  const [sign, digits] = parts(figure.text);
  const [seenSign, rivalDigits] = parts(rival.text);
  // Two level strokes of the glyph before it, cut off with the figure, look like a sign: 于92.
  const cutSign = figure.first > 0 && /[=＝]/u.test(seenSign);
  const rivalSign = cutSign ? "" : seenSign;
  // Half of the next glyph, cut off with the figure, reads like one more digit.
  const cutOff = rivalDigits.slice(0, -1) === digits && figure.last + 1 < glyphCount;
  const sameDigits = rivalDigits === digits || cutOff || isSameRate(rivalDigits, digits);
  const wins = isSignOf(rival, digits) || (!sameDigits && !isSignOf(figure, rivalDigits) && rival.confidence > figure.confidence + SURER);
  const text = strongerSign(sign, rivalSign) + (wins ? rivalDigits : digits);
  const signs = sign === rivalSign ? 1 : sign === "" || rivalSign === "" ? ONE_SIGN : DISPUTED;
  const confidence = sameDigits ? figure.confidence : Math.min(DISPUTED, Math.max(rival.confidence, figure.confidence));
  const rest = [figure.text, ...(cutSign ? figure.alternatives : [...(cutOff ? [] : [rival.text]), ...others])];
  return { text, confidence: Math.min(signs, confidence), alternatives: plausible(figure, rival, sameDigits, rest) };
}

/** Two readings of a rate that differ in nothing but the noughts and percent signs behind its decimals. */
function isSameRate(a: string, b: string): boolean {
  return /[%％]/u.test(a) && /[%％]/u.test(b) && withoutRateTail(a) === withoutRateTail(b);
}

/** Whether the digits that another look saw begin with one where this look saw a sign: a reader makes a digit of a sign, not a sign of a digit. */
function isSignOf({ text }: FigureReading, others: string): boolean {
  const [sign, digits] = parts(text);
  return sign !== "" && others.length === digits.length + 1 && others.endsWith(digits);
}

function parts(figure: string): [sign: string, digits: string] {
  const sign = /^[≥≤><＞＜=＝]?/u.exec(figure)![0];
  return [sign, figure.slice(sign.length)];
}

/** The other readings of a figure; where its digits are sure, those that have them, and where both looks saw the sign's bar, those that have it. */
function plausible(figure: FigureReading, second: FigureReading, sameDigits: boolean, others: readonly string[]): readonly string[] {
  const [sign, digits] = parts(figure.text);
  const areSure = sameDigits && 1 - (1 - figure.digits) * (1 - second.digits) >= SURE_DIGITS;
  const isBarred = /[≥≤]/u.test(sign) && parts(second.text)[0] === sign;
  return others.filter((other) => (!areSure || parts(other)[1] === digits) && (!isBarred || parts(other)[0] === sign));
}

/** A sign is not made of nothing, nor a bar: the look that saw more stands. */
function strongerSign(a: string, b: string): string {
  const strength = (sign: string) => (sign === "" ? 0 : /[≥≤]/u.test(sign) ? 2 : 1);
  return strength(b) > strength(a) ? b : a;
}
