import type { Evidence } from "../../core/evidence.js";
import type { Block } from "../../core/extracted.js";

/** Orders what the prose and the tables tell as it stands in the document. */
export class ReadingOrder {
  readonly #texts: readonly string[];
  readonly #blockOfTable: ReadonlyMap<number, number>;

  constructor(blocks: readonly Block[], blockOfTable: ReadonlyMap<number, number>) {
    this.#texts = blocks.map((block) =>
      block.type === "paragraph" ? flat(block.text) : block.cells.map((cell) => flat(cell.text)).join("\n"),
    );
    this.#blockOfTable = blockOfTable;
  }

  /** Position of a table's row. */
  ofRow(table: number, row: number): number {
    return (this.#blockOfTable.get(table) ?? this.#texts.length) + row / 1_000_000;
  }

  /** Position of a sentence: the first block that holds its quote, or that stands where it stands. */
  ofEvidence(evidence: readonly Evidence[]): number {
    const first = evidence[0];
    if (first?.table !== undefined) return this.ofRow(first.table, first.row ?? 0);
    const quote = flat(first?.quote ?? "");
    const head = quote.slice(0, 6);
    const at = quote === "" ? -1 : this.#texts.findIndex((text) => text.includes(quote));
    const near = at >= 0 || head === "" ? at : this.#texts.findIndex((text) => text.includes(head));
    return Math.max(near, 0);
  }
}

function flat(text: string): string {
  return text.replace(/\s+/gu, "");
}
