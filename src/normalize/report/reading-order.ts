import { type Evidence, middleY } from "../../core/evidence.js";
import type { Block } from "../../core/extracted.js";
import { unspaced } from "../../core/text.js";

/** Orders what the prose and the tables tell as it stands in the document. */
export class ReadingOrder {
  readonly #texts: readonly string[];
  readonly #blocks: readonly Block[];
  readonly #blockOfTable: ReadonlyMap<number, number>;

  constructor(blocks: readonly Block[], blockOfTable: ReadonlyMap<number, number>) {
    this.#blocks = blocks;
    this.#texts = blocks.map((block) =>
      block.type === "paragraph" ? unspaced(block.text) : block.cells.map((cell) => unspaced(cell.text)).join("\n"),
    );
    this.#blockOfTable = blockOfTable;
  }

  /** Position of a table's row. */
  ofRow(table: number, row: number): number {
    return (this.#blockOfTable.get(table) ?? this.#texts.length) + row / 1_000_000;
  }

  /** Position of a sentence: the block that holds its quote, and of several the one that stands where it stands. */
  ofEvidence(evidence: readonly Evidence[]): number {
    const first = evidence[0];
    if (first?.table !== undefined) return this.ofRow(first.table, first.row ?? 0);
    const quote = unspaced(first?.quote ?? "");
    const head = quote.slice(0, 6);
    const holds = (text: string) => text.includes(quote);
    const told = quote === "" ? -1 : this.#texts.findIndex((text, i) => holds(text) && standsAt(this.#blocks[i]!, first!));
    const at = quote === "" || told >= 0 ? told : this.#texts.findIndex(holds);
    const near = at >= 0 || head === "" ? at : this.#texts.findIndex((text) => text.includes(head));
    return Math.max(near, 0);
  }
}

function standsAt(block: Block, { line, page, bbox }: Evidence): boolean {
  if (block.type !== "paragraph") return false;
  return block.lines.some(({ evidence }) => {
    if (line !== undefined) return evidence.line === line;
    const middle = bbox && middleY(bbox);
    return evidence.page === page && !!evidence.bbox && !!middle && evidence.bbox[1] <= middle && middle <= evidence.bbox[3];
  });
}
