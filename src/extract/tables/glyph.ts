/** One character where it is drawn. Points, origin top left, y down. */
export interface Glyph {
  readonly text: string;
  /** Start of the baseline. */
  readonly x: number;
  readonly y: number;
  /** How far the glyph reaches along its baseline; spacing is not part of it. */
  readonly advance: number;
  /** Nominal glyph height. */
  readonly size: number;
  /** Degrees clockwise by which the baseline is turned from left-to-right. */
  readonly turn: Turn;
  /** Upright, but the next glyph stands below (vertical writing). */
  readonly stacked: boolean;
}

export type Turn = 0 | 90 | 180 | 270;
