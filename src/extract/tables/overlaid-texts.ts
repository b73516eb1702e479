import type { Glyph } from "./glyph.js";
import { isBlank } from "./is-blank.js";

/** How far behind the end of the glyph before it one may begin and go on with its text, and how far before that end, in glyph heights. */
const BEHIND = 0.3;
const BEFORE = 0.15;
/** Where more of a line's glyphs reach over the next one, the font says wrongly how wide they are. */
const MOST_OVERLAID = 0.25;
/** Characters that a reader must tell apart: a tick drawn into its box is none. */
const READ = /^[\p{L}\p{N}]/u;

/** The glyphs of a line: the texts of which one is drawn over another's end, and all others. */
interface OverlaidLine {
  readonly overlaid: readonly Glyph[][];
  readonly others: Glyph[];
}

/**
 * A line in which a text that was too wide for its cell goes on over its neighbour's, as the order of drawing tells the two apart: in that order `line` is given.
 * Undefined where no text lies over another.
 */
export function overlaidTexts(line: readonly Glyph[]): OverlaidLine | undefined {
  const sorted = line.filter(({ text }) => !isBlank(text)).sort((a, b) => a.x - b.x);
  const pairs = sorted.flatMap((glyph, i) => (i > 0 && isOver(sorted[i - 1]!, glyph) ? [[sorted[i - 1]!, glyph] as const] : []));
  if (pairs.length === 0 || pairs.length > MOST_OVERLAID * sorted.length) return undefined;
  const texts = textsOf(line);
  const textOf = new Map(texts.flatMap((text) => text.map((glyph) => [glyph, text] as const)));
  const overlaid = new Set(pairs.map((pair) => pair.map((glyph) => textOf.get(glyph)!)).flatMap(([a, b]) => (a === b ? [] : [a!, b!])));
  return { overlaid: texts.filter((text) => overlaid.has(text)), others: texts.filter((text) => !overlaid.has(text)).flat() };
}

/** Whether a glyph is drawn over another that begins before it, and is not the same once more. */
function isOver(before: Glyph, glyph: Glyph): boolean {
  if (glyph.x < before.x || glyph.x > endOf(before) - BEFORE * glyph.size || !READ.test(before.text) || !READ.test(glyph.text))
    return false;
  return before.text !== glyph.text || glyph.x - before.x > BEHIND * glyph.size;
}

/** Glyphs drawn one after the other, each where the one before it ends. */
function textsOf(line: readonly Glyph[]): Glyph[][] {
  const texts: Glyph[][] = [];
  for (const glyph of line) {
    const text = texts.at(-1);
    const gap = text ? (glyph.x - endOf(text.at(-1)!)) / glyph.size : BEHIND * 2;
    if (text && gap <= BEHIND && gap >= -BEFORE) text.push(glyph);
    else texts.push([glyph]);
  }
  return texts;
}

function endOf({ x, advance }: Glyph): number {
  return x + advance;
}
