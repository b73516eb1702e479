import type { Box, Evidence } from "./evidence.js";
import type { Warning } from "./record.js";

/**
 * What every format becomes. After this, nobody knows the format: pages, and blocks in reading order.
 */
export interface Extracted {
  readonly mediaType: string;
  /** Empty where the format has no pages (text, HTML, DOCX, XLSX …). */
  readonly pages: readonly PageInfo[];
  /** Paragraphs and tables in reading order. */
  readonly blocks: readonly Block[];
  /**
   * `flowed`: a paragraph is a paragraph of the author. `lines`: paragraphs are physical lines of a text whose layout is lost
   * (plain text hard-wrapped, tables broken to lines); the normaliser must join or rebuild them.
   */
  readonly flow: "flowed" | "lines";
  readonly warnings: readonly Warning[];
}

export interface PageInfo {
  /** From 1. */
  readonly number: number;
  /** Points, after rotation. */
  readonly width: number;
  readonly height: number;
  readonly rotation: 0 | 90 | 180 | 270;
  readonly textLayer: "native" | "ocr" | "none";
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly type: "paragraph";
  /** Layout undone: NFC, lines joined, spaces between CJK characters removed. */
  readonly text: string;
  /** The physical lines it was joined of; one at least. */
  readonly lines: readonly Line[];
  /** Heading level 1–9 where the format says so (Word style, h1–h6, Markdown #). */
  readonly heading?: number;
  /** Blank lines before it, in formats that are lines. */
  readonly blankBefore?: number;
  /** True where the format's mark of a list's point stood before it. */
  readonly bullet?: true;
  /** True where a form feed stands before it, in formats that are lines. */
  readonly newPage?: boolean;
  readonly evidence: readonly Evidence[];
  readonly reading?: Reading;
}

export interface Line {
  readonly text: string;
  readonly evidence: Evidence;
  /** What the file tells of a table that lies in pieces: the line is a whole cell (`|`: one that is empty), or a row whose cells tabs part. */
  readonly told?: "cell" | "row";
}

/** A grid of cells. Cells cover the grid without overlap; a spanned position has no cell of its own. */
export interface Table {
  readonly type: "table";
  /** Index in reading order over the whole document, from 0: `Evidence.table`. */
  readonly index: number;
  readonly page?: number;
  readonly bbox?: Box;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly Cell[];
  /**
   * `ruled`: from rulings; `aligned`: from alignment alone; `markup`: from the format's own table; `recognised`: from a raster;
   * `delimited`: from tabs, pipes or spaces in a text.
   */
  readonly origin: "ruled" | "aligned" | "markup" | "recognised" | "delimited";
  /** 0–1: how sure the grid is. Markup is 1. */
  readonly confidence: number;
  /** A sheet's or a caption's name where the format gives one. */
  readonly caption?: string;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Layout undone, as in {@link Paragraph.text}; author's paragraphs inside the cell are separated by "\n". */
  readonly text: string;
  /** Page and box, or line; several where the cell was sewn together over a page break. Table, row and column are filled in. */
  readonly evidence: readonly Evidence[];
  readonly reading?: Reading;
  /** Tables that stand inside the cell. */
  readonly nested?: readonly Table[];
}

/** How surely a recognised text was read. Absent for text that came from the file itself. */
export interface Reading {
  /** 0–1, the least of its glyphs. */
  readonly confidence: number;
  /** Other readings of the whole text, best first; the second reader's among them. */
  readonly alternatives: readonly string[];
  /** True when two independent readers read the same. */
  readonly agreed?: boolean;
}
