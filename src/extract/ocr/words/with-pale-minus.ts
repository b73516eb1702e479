import { PAPER, type Raster } from "../raster/raster.js";
import type { ReadLine } from "./recognised-word.js";

/** How far before a figure its minus may end and begin, how long it is at least, and how high at most, in glyphs. */
const NEAR = 0.3;
const REACH = 0.9;
const LEAST = 0.2;
const FLAT = 0.22;
/** A speck is as long as it is high. */
const LONG = 1.5;
/** It stands between these shares of the figure's height. */
const FROM = 0.3;
const TO = 0.8;
/** Confidence in it, at most. */
const UNDECIDED = 0.6;

/**
 * A line that begins with a figure, with the minus before it that is paler than ink and was therefore not read: the thin hyphen of small print. It is doubtful.
 * `clean` is the page without rulings and dust, `inkBelow` its grey level of ink.
 */
export function withPaleMinus(line: ReadLine, clean: Raster, inkBelow: number, glyph: number): ReadLine {
  const start = /^\d/u.test(line.text) ? paleStroke(line.box, clean, (inkBelow + PAPER) / 2, glyph) : undefined;
  if (start === undefined) return line;
  return {
    ...line,
    box: { ...line.box, x0: start },
    text: `-${line.text}`,
    confidence: Math.min(UNDECIDED, line.confidence),
    alternatives: [line.text, ...line.alternatives.map((other) => `-${other}`)],
    agreed: false,
  };
}

/** Where the level stroke before a box begins; undefined where there is none. */
function paleStroke({ x0, y0, y1 }: ReadLine["box"], { width, data }: Raster, level: number, glyph: number): number | undefined {
  const [top, bottom] = [Math.floor(y0), Math.ceil(y1)];
  const rowsAt = (x: number) => {
    const rows: number[] = [];
    for (let y = top; y < bottom; y++) if (data[y * width + x]! < level) rows.push(y);
    return rows;
  };
  const edge = Math.floor(x0) - 1;
  let end = edge;
  // The blurred edge of the figure itself.
  while (end > 0 && end > edge - 2 && rowsAt(end).length > 0) end--;
  while (end > 0 && end > edge - NEAR * glyph && rowsAt(end).length === 0) end--;
  let start = end;
  const seen: number[] = [];
  while (start > 0 && rowsAt(start).length > 0) seen.push(...rowsAt(start--));
  if (end - start < LEAST * glyph || start < x0 - REACH * glyph) return undefined;
  const [highest, lowest] = [Math.min(...seen), Math.max(...seen) + 1];
  const middle = ((highest + lowest) / 2 - y0) / (y1 - y0);
  const isFlat = lowest - highest <= FLAT * glyph && end - start >= LONG * (lowest - highest);
  return isFlat && middle >= FROM && middle <= TO ? start + 1 : undefined;
}
