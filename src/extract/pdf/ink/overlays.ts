import { isBlank } from "../../tables/is-blank.js";
import { usualSize } from "../../tables/usual-size.js";
import type { InkGlyph } from "./ink.js";

/** How much larger than the page's text a watermark is at least, and how light (0 black, 1 white). */
const WATERMARK_SIZE = 1.8;
const WATERMARK_LIGHT = 0.6;
const WATERMARK_OPACITY = 0.6;
/**
 * A watermark in tiles may be smaller, and one that shows what is below it of any size, when nothing is written in its look that does not
 * stand so many times on the page.
 */
const TILE_SIZE = 1.2;
const TILES = 3;
/** Fewer slanted glyphs than this are an accident of drawing, not a seal. */
const SEAL_GLYPHS = 3;

/**
 * The page's text without what is laid over it: watermarks (slanted; or large and light; or light and in tiles) and the writing of drawn seals, which runs round a
 * circle, so that a glyph or two of it stand upright: those are told by their colour.
 */
export function withoutOverlays(glyphs: readonly InkGlyph[]): readonly InkGlyph[] {
  const light = lightColours(glyphs);
  if (light.size === 0 && glyphs.every(isSolid)) return glyphs;
  const upright = glyphs.filter((glyph) => !glyph.oblique);
  const sealColours = sealColoursOf(glyphs, upright);
  const isFaint = (glyph: InkGlyph): boolean => glyph.opacity < WATERMARK_OPACITY || light.has(glyph.colour);
  const solid = upright.filter((glyph) => !isFaint(glyph));
  const usual = usualSize(solid.length > 0 ? solid : upright);
  const mayBeTile = (glyph: InkGlyph): boolean => glyph.opacity < WATERMARK_OPACITY || glyph.size > TILE_SIZE * usual;
  const tiled = tiledLooks(upright.filter((glyph) => isFaint(glyph) && mayBeTile(glyph)));
  return upright.filter((glyph) => {
    if (sealColours.has(glyph.colour)) return false;
    return !(isFaint(glyph) && (glyph.size > WATERMARK_SIZE * usual || tiled.has(lookOf(glyph))));
  });
}

/** Most pages have nothing but such glyphs, in dark colours. */
function isSolid({ oblique, opacity }: InkGlyph): boolean {
  return !oblique && opacity >= WATERMARK_OPACITY;
}

function lightColours(glyphs: readonly InkGlyph[]): Set<string> {
  const seen = new Set<string>();
  let before: string | undefined;
  for (const { colour } of glyphs) {
    if (colour !== before) seen.add(colour);
    before = colour;
  }
  return new Set([...seen].filter((colour) => lightness(colour) > WATERMARK_LIGHT));
}

/** The looks (colour, opacity, size) in which each character that is written at all is written several times. */
function tiledLooks(glyphs: readonly InkGlyph[]): Set<string> {
  const looks = new Map<string, Map<string, number>>();
  for (const glyph of glyphs) {
    const look = lookOf(glyph);
    const counts = looks.get(look) ?? new Map<string, number>();
    looks.set(look, counts.set(glyph.text, (counts.get(glyph.text) ?? 0) + 1));
  }
  return new Set([...looks].filter(([, counts]) => [...counts.values()].every((count) => count >= TILES)).map(([look]) => look));
}

function lookOf({ colour, opacity, size }: InkGlyph): string {
  return `${colour} ${opacity} ${Math.round(2 * size)}`;
}

/** Colours in which text is slanted, and hardly any is upright. */
function sealColoursOf(glyphs: readonly InkGlyph[], upright: readonly InkGlyph[]): Set<string> {
  const slanted = countBy(glyphs.filter((glyph) => glyph.oblique));
  if (slanted.size === 0) return new Set();
  const level = countBy(upright);
  return new Set(
    [...slanted].filter(([colour, count]) => count >= SEAL_GLYPHS && (level.get(colour) ?? 0) <= count).map(([colour]) => colour),
  );
}

function countBy(glyphs: readonly InkGlyph[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { colour, text } of glyphs) if (!isBlank(text)) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return counts;
}

/** 0 black – 1 white; patterns count as dark. */
export function lightness(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return 0;
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.299 * r! + 0.587 * g! + 0.114 * b!;
}
