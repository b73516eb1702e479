import type { Box } from "../../../core/evidence.js";
import type { Glyph } from "../../tables/glyph.js";
import type { Ruling } from "../../tables/placed.js";

/** All that is drawn on a page and matters for reading it. Points, origin top left, after the page's rotation. */
export interface Ink {
  readonly glyphs: readonly InkGlyph[];
  readonly rulings: readonly InkRuling[];
  /** Filled areas that are no lines: cell shading, panels. */
  readonly fills: readonly Fill[];
  /** Pictures as far as they were met; large ones are not (open-document.ts). */
  readonly pictures: readonly Box[];
}

export interface InkGlyph extends Glyph {
  /** `#rrggbb`, or `pattern`. */
  readonly colour: string;
  /** 0–1. */
  readonly opacity: number;
  /** Drawn in no way that shows: text render mode 3, as recognisers write their layer over a scan. */
  readonly invisible: boolean;
  /** Stands at an angle that is no quarter turn; `turn` is the nearest. */
  readonly oblique: boolean;
}

export interface InkRuling extends Ruling {
  readonly colour: string;
}

export interface Fill {
  readonly box: Box;
  readonly colour: string;
}
