import type { FlowBlock, FlowCell, FlowRow } from "./flow.js";

/** A cell of a row, as the row's own properties define it. Edges in twips. */
export interface DefinedCell {
  readonly left: number;
  readonly right: number;
  readonly vertical?: "restart" | "continue";
  /** One with the cell before it. */
  readonly goesOn?: boolean;
}

/** A row's cells, which its end defines. */
export interface RowDefinition {
  readonly cells: readonly DefinedCell[];
  readonly justification: Justification;
}

/**
 * How rows stand between the margins (0 left, 1 centred, 2 right): a row shorter than the others stands where this puts it, not at their left edge.
 */
export type Justification = 0 | 1 | 2;

interface StoredRow extends FlowRow {
  readonly justification: Justification;
}

interface OpenTable {
  rows: StoredRow[];
  /** Ended cells of the row under way, and the blocks of the cell under way. */
  cells: FlowBlock[][];
  blocks: FlowBlock[];
}

/** The width of a cell that no definition gives one: only that it is the same for all counts. */
const UNIT = 1000;

/** Puts paragraphs into the tables that they say they stand in: how deep is told by each, where cells and rows end by their marks. */
export class TableStack {
  readonly #body: FlowBlock[] = [];
  readonly #open: OpenTable[] = [];

  add(depth: number, blocks: readonly FlowBlock[]): void {
    this.#reach(depth);
    const into = this.#open.at(-1)?.blocks ?? this.#body;
    for (const block of blocks) into.push(block);
  }

  endCell(depth: number): void {
    this.#reach(depth);
    const table = this.#open.at(-1);
    if (!table) return;
    table.cells.push(table.blocks);
    table.blocks = [];
  }

  /** Ends a row; one that was deleted or hidden is dropped. */
  endRow(depth: number, definition: RowDefinition, isGone: boolean): void {
    this.#reach(depth);
    const table = this.#open.at(-1);
    if (!table) return;
    if (!isGone) table.rows.push(...rowsOf(table, definition));
    table.cells = [];
    table.blocks = [];
  }

  finish(): FlowBlock[] {
    this.#reach(0);
    return this.#body;
  }

  #reach(depth: number): void {
    while (this.#open.length > depth) this.#close();
    while (this.#open.length < depth) this.#open.push({ rows: [], cells: [], blocks: [] });
  }

  #close(): void {
    const table = this.#open.pop();
    if (!table) return;
    const rows = [...table.rows, ...rowsOf(table, { cells: [], justification: 0 })];
    const into = this.#open.at(-1)?.blocks ?? this.#body;
    if (rows.length > 0) into.push({ type: "table", rows: justified(rows) });
  }
}

/** The row under way, if there is one. Cells beyond the definition go on in units, so that none is lost. */
function rowsOf({ cells, blocks }: OpenTable, { cells: defined, justification }: RowDefinition): StoredRow[] {
  const contents = [...cells, blocks];
  // Cells beyond the definition that hold nothing are slips of the program that wrote them.
  while (contents.length > defined.length && isBlank(contents.at(-1)!) && (defined.length > 0 || contents.length > cells.length))
    contents.pop();
  if (contents.length === 0) return [];
  const end = defined.at(-1)?.right ?? 0;
  const row: FlowCell[] = [];
  for (const [index, content] of contents.entries()) {
    const place = defined[index] ?? beyond(end, index - defined.length);
    const before = row.at(-1);
    if (before && place.goesOn) row[row.length - 1] = { ...before, right: place.right };
    else if (before && place.right <= place.left) row[row.length - 1] = { ...before, blocks: [...before.blocks, ...content] };
    else row.push({ left: place.left, right: Math.max(place.right, place.left + 1), ...verticalOf(place), blocks: content });
  }
  return [{ cells: row, justification }];
}

function isBlank(blocks: readonly FlowBlock[]): boolean {
  return blocks.every((block) => block.type === "paragraph" && block.text.trim() === "" && block.label === undefined);
}

function justified(rows: readonly StoredRow[]): FlowRow[] {
  const left = rows.reduce((least, { cells }) => Math.min(least, cells[0]!.left), Number.POSITIVE_INFINITY);
  const right = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)!.right), Number.NEGATIVE_INFINITY);
  return rows.map(({ cells, justification }) => {
    const room = right - left - (cells.at(-1)!.right - cells[0]!.left);
    const shift = justification === 0 ? 0 : left - cells[0]!.left + Math.round((room * justification) / 2);
    return { cells: shift === 0 ? cells : cells.map((cell) => ({ ...cell, left: cell.left + shift, right: cell.right + shift })) };
  });
}

function beyond(end: number, index: number): DefinedCell {
  return { left: end + index * UNIT, right: end + (index + 1) * UNIT };
}

function verticalOf({ vertical }: DefinedCell): Pick<FlowCell, "vertical"> {
  return vertical ? { vertical } : {};
}
