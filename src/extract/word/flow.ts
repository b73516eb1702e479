/**
 * What the word-processing formats (DOCX, DOC, RTF) have in common once their bytes are read: the text as it flows, tables with their cells'
 * edges. {@link assembleBlocks} makes the grid and the evidence of it.
 */
export type FlowBlock = FlowParagraph | FlowTable;

export interface FlowParagraph {
  readonly type: "paragraph";
  /** As written: "\n" a soft line break, "\f" a page or column break, "\t" a tab; layout not yet undone. */
  readonly text: string;
  /** 1–9 */
  readonly heading?: number;
  /** What automatic numbering puts before the text, with the space that follows it: "一、", "1. ". */
  readonly label?: string;
}

export interface FlowTable {
  readonly type: "table";
  readonly rows: readonly FlowRow[];
}

export interface FlowRow {
  /** From left to right, without overlap. Gaps are allowed before, between and after. */
  readonly cells: readonly FlowCell[];
}

export interface FlowCell {
  /** Edges in twips from any origin that the table's rows share. */
  readonly left: number;
  readonly right: number;
  /** Set where the cell is merged with the one above or below. */
  readonly vertical?: "restart" | "continue";
  readonly blocks: readonly FlowBlock[];
}
