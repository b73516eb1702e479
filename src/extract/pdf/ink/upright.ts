import type { Turn } from "../../tables/glyph.js";
import type { Ruling } from "../../tables/placed.js";
import type { Matrix } from "../matrix.js";
import { inCircle } from "../pdfium/page-space.js";
import type { Ink, InkGlyph, InkRuling } from "./ink.js";

/** The turn of most of a page's text: a wide table is often drawn on its side without the page saying that it is turned. */
export function readingTurn(glyphs: readonly InkGlyph[]): Turn {
  if (glyphs.every(({ turn }) => turn === 0)) return 0;
  const counts = new Map<Turn, number>();
  for (const glyph of glyphs) if (!glyph.oblique) counts.set(glyph.turn, (counts.get(glyph.turn) ?? 0) + 1);
  let best: Turn = 0;
  for (const [turn, count] of counts) if (count > 2 * (counts.get(best) ?? 0)) best = turn;
  return best;
}

/** The matrix that turns a page so that text of `turn` runs from left to right. `width` and `height` are the page's before. */
export function turnMatrix(turn: Turn, width: number, height: number): Matrix {
  if (turn === 90) return [0, -1, 1, 0, 0, width];
  if (turn === 180) return [-1, 0, 0, -1, width, height];
  if (turn === 270) return [0, 1, -1, 0, height, 0];
  return [1, 0, 0, 1, 0, 0];
}

/** The ink turned so that text of `turn` runs from left to right. */
export function turnInk(ink: Ink, turn: Turn, width: number, height: number): Ink {
  if (turn === 0) return ink;
  const [a, b, c, d, e, f] = turnMatrix(turn, width, height);
  const point = (x: number, y: number): [number, number] => [a * x + c * y + e, b * x + d * y + f];
  return {
    glyphs: ink.glyphs.map((glyph) => {
      const [x, y] = point(glyph.x, glyph.y);
      return { ...glyph, x, y, turn: inCircle(glyph.turn - turn) };
    }),
    rulings: ink.rulings.map((ruling) => ({ ...turnRuling(ruling, point), colour: ruling.colour })),
    fills: ink.fills.map((fill) => ({ ...fill, box: turnBox(fill.box, point) })),
    pictures: ink.pictures.map((box) => turnBox(box, point)),
  };
}

type Point = (x: number, y: number) => [number, number];

function turnRuling(ruling: InkRuling, point: Point): Ruling {
  const level = ruling.direction === "horizontal";
  const [ax, ay] = level ? point(ruling.from, ruling.at) : point(ruling.at, ruling.from);
  const [bx, by] = level ? point(ruling.to, ruling.at) : point(ruling.at, ruling.to);
  const flat = Math.abs(bx - ax) >= Math.abs(by - ay);
  return {
    direction: flat ? "horizontal" : "vertical",
    at: flat ? ay : ax,
    from: flat ? Math.min(ax, bx) : Math.min(ay, by),
    to: flat ? Math.max(ax, bx) : Math.max(ay, by),
    thickness: ruling.thickness,
  };
}

function turnBox([x0, y0, x1, y1]: readonly [number, number, number, number], point: Point): [number, number, number, number] {
  const [ax, ay] = point(x0, y0);
  const [bx, by] = point(x1, y1);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
