import type { Block, Cell, Paragraph, Table } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { cleanText, joinLines } from "../../core/text.js";
import { assertText } from "../assert-text.js";
import { completeSpanlessRows } from "../complete-spanless-rows.js";
import { stackedTexts } from "../tables/stacked-lines.js";
import { type ColumnGrid, columnGrid } from "./column-grid.js";
import type { FlowBlock, FlowCell, FlowParagraph, FlowTable } from "./flow.js";
import { paragraphLines } from "./paragraph-lines.js";

/**
 * Blocks with grids and evidence. `line` is the ordinal of the stored paragraph in the document, empty ones and those in cells counted too.
 * Faults: `too-large` (cells, nesting).
 */
export function assembleBlocks(flow: readonly FlowBlock[], limits: Limits): Block[] {
  return new Assembly(limits).blocks(flow, 0);
}

class Assembly {
  #line = 0;
  #tables = 0;
  #cells = 0;

  constructor(private readonly limits: Limits) {}

  blocks(flow: readonly FlowBlock[], depth: number): Block[] {
    if (depth > this.limits.nesting) throw new Fault("too-large", `Tables nested deeper than ${this.limits.nesting} (limit nesting).`);
    return flow.flatMap((block) => (block.type === "paragraph" ? this.#paragraphs(block) : this.#table(block, depth)));
  }

  #paragraphs({ text, heading, label }: FlowParagraph): Paragraph[] {
    this.#line++;
    const line = this.#line;
    assertText(text, this.limits);
    return paragraphLines(text).map((lines, index) => {
      const raw = index === 0 && label ? [label + lines[0], ...lines.slice(1)] : lines;
      const joined = joinLines(raw);
      return {
        type: "paragraph",
        text: joined,
        lines: raw.map((each) => ({ text: each.normalize("NFC").trim(), evidence: { line, quote: cleanText(each) } })),
        ...(heading === undefined ? {} : { heading }),
        evidence: [{ line, quote: joined }],
      };
    });
  }

  /** A table; the blocks inside it when it is a mere frame: one column around other tables. */
  #table({ rows }: FlowTable, depth: number): Block[] {
    const grid = columnGrid(rows.flatMap((row) => row.cells));
    const isFrame =
      grid.columnCount === 1 && rows.some((row) => row.cells.some((cell) => cell.blocks.some(({ type }) => type === "table")));
    if (isFrame) return rows.flatMap((row) => row.cells.flatMap((cell) => this.blocks(cell.blocks, depth + 1)));
    if (grid.columnCount === 0) return [];
    const index = this.#tables++;
    const places = placeCells(rows, grid);
    const read = places.map((placed) => this.#cell(placed, index, depth));
    const stacked = stackedTexts(read.map(({ cell: { row }, lines }) => ({ row, lines })));
    const placed = read.map(({ cell }, i) => withText(cell, stacked[i]));
    const holes = new Set(placed.filter((_, i) => places[i]!.source === undefined));
    const cells = completeSpanlessRows({ columnCount: grid.columnCount, cells: placed, isHole: (cell) => holes.has(cell) });
    return [{ type: "table", index, rowCount: rows.length, columnCount: grid.columnCount, cells, origin: "markup", confidence: 1 }];
  }

  #cell({ source, ...place }: PlacedCell, table: number, depth: number): { readonly cell: Cell; readonly lines: readonly string[] } {
    this.#cells++;
    if (this.#cells > this.limits.cells) throw new Fault("too-large", `More than ${this.limits.cells} table cells (limit cells).`);
    const line = this.#line + 1;
    const { texts, lines, nested } = this.#inner(source?.blocks ?? [], depth);
    const where = { table, row: place.row, column: place.column };
    const cell = { ...place, text: "", evidence: [source ? { ...where, line } : where], ...(nested.length === 0 ? {} : { nested }) };
    return { cell: withText(cell, texts.join("\n")), lines };
  }

  #inner(blocks: readonly FlowBlock[], depth: number): { texts: string[]; lines: string[]; nested: Table[] } {
    const inner = this.blocks(blocks, depth + 1);
    const labelled =
      inner.length === 0 ? blocks.flatMap((block) => (block.type === "paragraph" && block.label ? [block.label.trim()] : [])) : [];
    return {
      texts: [...labelled, ...inner.flatMap((block) => (block.type === "paragraph" ? [block.text] : []))],
      lines: inner.flatMap((block) => (block.type === "paragraph" ? block.lines.map(({ text }) => text) : [])),
      nested: inner.filter((block): block is Table => block.type === "table"),
    };
  }
}

/** A cell with a text, which its evidence quotes. */
function withText(cell: Cell, text: string | undefined): Cell {
  return text ? { ...cell, text, evidence: cell.evidence.map((evidence) => ({ ...evidence, quote: text })) } : cell;
}

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly colSpan: number;
  readonly source?: FlowCell;
}

/** Cells on the grid, vertical merges done and gaps filled with empty cells, so that the grid is covered. */
function placeCells(rows: FlowTable["rows"], grid: ColumnGrid): PlacedCell[] {
  const placed: PlacedCell[] = [];
  /** The cell that ends at the row above and may go on, by its first column. */
  let open = new Map<number, PlacedCell>();
  for (const [row, { cells }] of rows.entries()) {
    const next = new Map<number, PlacedCell>();
    let column = 0;
    const fill = (until: number) => {
      if (until > column) placed.push({ row, column, rowSpan: 1, colSpan: until - column });
    };
    for (const source of cells) {
      const place = grid.place(source);
      fill(place.column);
      column = place.column + place.colSpan;
      const above = source.vertical === "continue" ? open.get(place.column) : undefined;
      if (above?.colSpan === place.colSpan) {
        above.rowSpan++;
        next.set(place.column, above);
        continue;
      }
      const cell = { row, rowSpan: 1, ...place, source };
      placed.push(cell);
      if (source.vertical) next.set(place.column, cell);
    }
    fill(grid.columnCount);
    open = next;
  }
  return placed;
}
