import type { LineCrop } from "./line-crop.js";
import { lineCrop } from "./line-crop.js";
import { type LineReading, lineReading } from "./line-reading.js";
import { type PpOcr, STEP } from "./pp-ocr.js";
import type { PixelBox, Raster } from "./raster/raster.js";
import { readCrops } from "./read-crops.js";

/** A figure inside a line that was read, and a box around it alone. */
interface FigureSpot {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly confidence: number;
  readonly box: PixelBox;
}

/** A line with what two looks at its figures gave. */
export interface CheckedLine {
  readonly text: string;
  readonly confidence: number;
  readonly alternatives: readonly string[];
}

/** How much wider the second look is: digits crowd the reader's time steps at their own width. */
const STRETCH = 1.3;
const FIGURE = /[≥≤><＞＜=＝]?\d[\d.,，．:：]*[%％]?/gu;
/** Confidence of a figure that two looks read differently is at most this. */
const DISPUTED = 0.55;

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
  const spots = readings.flatMap((reading, line) => figureSpots(reading, crops[line]!, line));
  const looks = new Map<LineCrop, FigureSpot>();
  for (const spot of spots) looks.set(lineCrop(page, spot.box, glyph, STRETCH), spot);
  const seen = new Map<FigureSpot, LineReading>();
  await readCrops([...looks.keys()], reader, (crop, lattice) => seen.set(looks.get(crop)!, lineReading(crop, lattice)));
  return readings.map((reading, line) =>
    weighed(
      reading,
      spots.filter((spot) => spot.line === line),
      seen,
    ),
  );
}

function figureSpots(reading: LineReading, crop: LineCrop, line: number): FigureSpot[] {
  // Glyphs may be several characters; positions in the text are mapped to glyphs.
  const glyphOf: number[] = [];
  reading.glyphs.forEach((glyph, i) => {
    for (let k = 0; k < glyph.text.length; k++) glyphOf.push(i);
  });
  return Array.from(reading.text.matchAll(FIGURE), (match) => {
    const from = match.index;
    const to = from + match[0].length;
    const [first, last] = [glyphOf[from]!, glyphOf[to - 1]!];
    const { glyphs } = reading;
    const x = (step: number) => crop.left + step * STEP * crop.scale;
    const height = crop.box.y1 - crop.box.y0;
    // Half way to the neighbouring glyphs, or the line's own end.
    const x0 =
      first > 0 ? Math.min(x((glyphs[first - 1]!.to + glyphs[first]!.from) / 2), x(glyphs[first]!.from) - height * 0.3) : crop.box.x0;
    const x1 =
      last + 1 < glyphs.length
        ? Math.max(x((glyphs[last]!.to + glyphs[last + 1]!.from) / 2), x(glyphs[last]!.to) + height * 0.3)
        : crop.box.x1;
    return {
      line,
      from,
      to,
      text: match[0],
      confidence: Math.min(...glyphs.slice(first, last + 1).map((glyph) => glyph.confidence)),
      box: { ...crop.box, x0: Math.max(crop.box.x0, x0), x1: Math.min(crop.box.x1, x1) },
    };
  });
}

function weighed(reading: LineReading, spots: readonly FigureSpot[], seen: ReadonlyMap<FigureSpot, LineReading>): CheckedLine {
  let text = "";
  let at = 0;
  let confidence = reading.confidence;
  const others: string[] = [];
  for (const spot of spots) {
    const other = seen.get(spot);
    text += reading.text.slice(at, spot.from);
    at = spot.to;
    const rival = other && rivalFigure(other, spot);
    if (!other || rival === undefined) {
      text += spot.text;
      continue;
    }
    confidence = Math.min(confidence, DISPUTED);
    const wins = other.confidence > spot.confidence + 0.05;
    others.push(reading.text.slice(0, spot.from) + rival + reading.text.slice(spot.to));
    text += wins ? rival : spot.text;
  }
  text += reading.text.slice(at);
  const alternatives = [...others, reading.text, ...reading.alternatives].filter((other) => other !== text);
  return { text, confidence, alternatives: [...new Set(alternatives)] };
}

/** The figure that the second look read instead; undefined where it confirms the first. Halves of neighbouring glyphs at the edges do not count. */
function rivalFigure(other: LineReading, spot: FigureSpot): string | undefined {
  const figures = other.text.match(FIGURE) ?? [];
  if (figures.includes(spot.text) || other.text === spot.text) return undefined;
  const longest = figures.sort((a, b) => b.length - a.length)[0];
  return longest ?? (other.text.length <= spot.text.length + 1 && other.text !== "" ? other.text : spot.text);
}
