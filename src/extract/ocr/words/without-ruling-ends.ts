import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";
import type { ReadLine } from "./recognised-word.js";

/** What the reader makes of a bit of a ruling that was not quite erased; no cell begins with a closing bracket or ends with an opening one. */
const AT_LEFT = /^[」』\]|｜丨]+/u;
const AT_RIGHT = /[「『[|｜丨]+$/u;
/** The upright of a glyph, read once more (引|导): no bar stands between two characters of a cell. */
const AMID = /(?<=\p{Script=Han})[|｜丨](?=\p{Script=Han})/gu;
/** How near a line's end is to the ruling that it shows, in glyphs. */
const NEAR = 0.35;

/** A line without the bits of upright rulings that were read at its ends, and bars that no glyph is. */
export function withoutRulingEnds(line: ReadLine, rulings: readonly PixelRuling[], glyph: number): ReadLine {
  const middle = (line.box.y0 + line.box.y1) / 2;
  const touches = (x: number) =>
    rulings.some(
      ({ direction, at, from, to }) => direction === "vertical" && Math.abs(at - x) <= NEAR * glyph && from < middle && to > middle,
    );
  const strip = (whole: string) => {
    const text = whole.replace(AMID, "");
    const left = touches(line.box.x0) ? text.replace(AT_LEFT, "") : text;
    return touches(line.box.x1) ? left.replace(AT_RIGHT, "") : left;
  };
  if (!/[「『[」』\]|｜丨]/u.test(line.text)) return line;
  return { ...line, text: strip(line.text), alternatives: line.alternatives.map(strip) };
}
