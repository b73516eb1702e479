import type { Turn } from "../../tables/glyph.js";

/** Sine of the angle up to which a baseline counts as a quarter turn: scans straightened by a viewer are a degree or two off. */
const SLANT = Math.sin((3 * Math.PI) / 180);

/** The quarter turn nearest to a baseline that runs along (dx, dy), y down; `oblique` where it is none. */
export function baselineTurn(dx: number, dy: number): { turn: Turn; oblique: boolean } {
  const length = Math.hypot(dx, dy) || 1;
  const [x, y] = [dx / length, dy / length];
  const oblique = Math.min(Math.abs(x), Math.abs(y)) > SLANT;
  if (Math.abs(x) >= Math.abs(y)) return { turn: x >= 0 ? 0 : 180, oblique };
  return { turn: y >= 0 ? 90 : 270, oblique };
}
