/** A cell of a reading: atoms `from` up to `to` (equal: an empty cell). */
export interface ReadCell {
  readonly from: number;
  readonly to: number;
}

/** One way to read the atoms `from` up to `to` as a row; the next may begin at `to`. */
export interface RowReading extends ReadCell {
  /** One for each column, in their order. */
  readonly cells: readonly ReadCell[];
  readonly score: number;
}
