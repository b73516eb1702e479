/** What one document may cost. Exceeding any is `Fault("too-large")`. */
export interface Limits {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes that a container may inflate to, all entries together. */
  readonly inflatedBytes: number;
  /** Inflated ÷ packed bytes, judged once 1 MiB is inflated. */
  readonly ratio: number;
  /** Entries of a container. */
  readonly entries: number;
  readonly pages: number;
  /** Pixels of one image or rendered page. */
  readonly pixels: number;
  /** Cells of all tables together. */
  readonly cells: number;
  /** Characters of all paragraphs and cells together, and of one of them. */
  readonly characters: number;
  readonly paragraph: number;
  /** Depth of nested markup or tables. */
  readonly nesting: number;
}

export const LIMITS: Limits = {
  bytes: 200 * 2 ** 20,
  inflatedBytes: 300 * 2 ** 20,
  ratio: 200,
  entries: 10_000,
  pages: 5_000,
  pixels: 100_000_000,
  cells: 500_000,
  characters: 5_000_000,
  paragraph: 100_000,
  nesting: 200,
};
