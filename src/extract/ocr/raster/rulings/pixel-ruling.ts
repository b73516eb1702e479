/** A straight stroke along one direction, pixels. `at` is the middle of its thickness, `from` and `to` its ends. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  /** Share of its length that is ink: about 1 for a solid one, less for dashed, broken or faint ones. */
  readonly filled: number;
  /** Share of its ink that has paper on both sides. Strokes of glyphs in a row have less. */
  readonly clear: number;
  /** Usual run of its ink and usual gap in it, pixels: what its dashes are like. */
  readonly run: number;
  readonly space: number;
  /** Upper quartile of its gaps, pixels. */
  readonly widest: number;
  /** Whether its runs are of about one length, and so its gaps. */
  readonly regular: boolean;
}

/** A stroke of a table on a raster. */
export interface PixelRuling extends Stroke {
  readonly direction: "horizontal" | "vertical";
}

/** Lengths that follow from the usual glyph height, pixels. */
export interface Measures {
  readonly glyph: number;
  /** Length over which a ridge is averaged. */
  readonly window: number;
  /** How far from a stroke's middle its paper is looked for. */
  readonly side: number;
  /** Mean ridge, grey levels, from which a stretch may be part of a ruling. */
  readonly ridge: number;
  /** Gaps bridged within one stroke. */
  readonly gap: number;
  /** Grey levels by which its ink is darker than the paper on one side of it. */
  readonly depth: number;
  /** Grey levels by which its ink must be darker than the paper at its sides to stand clear. */
  readonly contrast: number;
  /** Height of the lowest row, glyphs: nothing bridges the gap between two tables. */
  readonly lowest: number;
  /** Mean ridge from which a stretch that is one goes on. */
  readonly goesOn: number;
  /** How far beyond its high ridge a stroke may go on: the ridge of faint dashes sinks before their end. */
  readonly beyond: number;
  /** How far an end may be from a crossing stroke and still meet it. */
  readonly meet: number;
}

/** Pixels for strokes on the page as printed, of which `glyph` is the usual glyph height. */
export function measures(glyph: number): Measures {
  return {
    glyph,
    window: Math.round(glyph * 1.6) | 1,
    side: Math.max(3, Math.round(glyph / 7)),
    ridge: 22,
    gap: glyph * 0.6,
    depth: 28,
    contrast: 40,
    lowest: 0.5,
    goesOn: 22,
    beyond: 0,
    meet: Math.max(4, glyph * 0.35),
  };
}

/** On a page without glyphs a stroke may be fainter, and its gaps wider: a dash that touched a glyph went with it. */
export function bareMeasures(glyph: number): Measures {
  const usual = measures(glyph);
  return { ...usual, ridge: 14, goesOn: 8, lowest: 0.9, gap: glyph * 1.2, contrast: 20, beyond: usual.window >> 1 };
}
