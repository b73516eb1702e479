import { isSource } from "../written/fund-columns.js";
import type { Band } from "./column-bands.js";
import { FIGURE } from "./find-anchors.js";
import type { LaidLine, Token } from "./laid-lines.js";

/** 项目资金（万元）, 预算执行情况（万元）（20分）: the label beside all rows. */
const CORNER = /^(?=.*(?:资金|预算|支出|执行))\p{Script=Han}{2,10}(?:[（(][^（()）]*[）)])*$/u;

/**
 * The columns of a fund table with those of its rows' labels as their words show them: `labels`, found left of all heads, and the heads' own. What stands
 * beside all rows is parted from the rows' labels behind it by one blank where there was no room; labels stand far left of their column's head, or of each other.
 */
export function fundBands(bands: readonly Band[], labels: number, hasHead: boolean, lines: readonly LaidLine[]): readonly Band[] {
  const last = labels + (hasHead ? 1 : 0);
  const edge = bands[last]!.from;
  const sides = lines.map(({ tokens }) =>
    tokens.filter((token) => !FIGURE.test(token.text) && edge - token.from > (token.to - token.from) / 2),
  );
  const rest = bands.slice(last);
  const words = sides.flat();
  if (words.length === 0 || last === 0) return bands;
  const whole = { from: Math.min(...words.map(({ from }) => from)), to: edge };
  if (last > 1) {
    // Labels of rows, and nothing beside them all.
    const outer = words.filter(({ to }) => to <= bands[last - 1]!.from);
    return sides.every((side) => side.length < 2) && outer.every(({ text }) => isSource(text)) ? [whole, ...rest] : bands;
  }
  const start = Math.min(...sides.flatMap((side) => (side.length > 1 ? side.at(-1)!.from : [])));
  const corner = words.filter(({ to }) => to <= start);
  return CORNER.test(textOf(corner)) && !isSource(textOf(corner))
    ? [{ from: whole.from, to: start }, { from: start, to: edge }, ...rest]
    : bands;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}
