import type { Box } from "../../core/evidence.js";
import type { PageInfo } from "../../core/extracted.js";

/**
 * A page as PDF, OFD and recognition give it: words and rulings where they stand. Points, origin top left, after page rotation.
 * The table finder knows nothing else of the format.
 */
export interface PlacedPage extends PageInfo {
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  /** Ink of a glyph's size that recognition could not read, and figures that rulings cut: a cell with it is not empty, and not read. */
  readonly unread?: readonly Box[];
  /** Where glyphs are drawn over other ones. */
  readonly overprinted?: readonly Box[];
  /** How many passages were left out because a line strikes them out. */
  readonly struck?: number;
}

/** A run of glyphs on one baseline with no gap in it wider than a space. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** Nominal glyph height, points. */
  readonly size: number;
  /** Where the baseline lies, points from the top. */
  readonly baseline: number;
  /** Only recognised words: 0–1, the least of its glyphs; other readings of the word, best first. */
  readonly confidence?: number;
  readonly alternatives?: readonly string[];
  readonly agreed?: boolean;
  /** Set where the word does not run from left to right: 90 from top to bottom (turned, or vertical writing), 270 from bottom to top. */
  readonly turned?: 90 | 270;
  /** Set where it runs over an edge of its cell and over the text behind that: no ruling cuts it. */
  readonly whole?: true;
}

/** A straight horizontal or vertical line, or a thin filled rectangle taken for one. */
export interface Ruling {
  readonly direction: "horizontal" | "vertical";
  /** y of a horizontal ruling, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}
