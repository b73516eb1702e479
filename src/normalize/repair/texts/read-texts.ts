import type { Block, Reading } from "../../../core/extracted.js";
import { unspaced } from "../../../core/text.js";
import { isSure } from "../../figures/cell-figure.js";

/** A text of the report as names are compared: without spaces and line breaks. */
export interface ReadText {
  readonly text: string;
  readonly page: number | undefined;
  readonly isSure: boolean;
  /** Other readings of the whole text. */
  readonly others: readonly string[];
}

/** The paragraphs and cells of a report, each with how surely it was read. */
export function readTexts(blocks: readonly Block[]): ReadText[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return [toText(block.text, block.reading, block.evidence[0]?.page)];
    return block.cells.flatMap(({ text, evidence, reading, nested }) => [
      toText(text, reading, evidence[0]?.page),
      ...readTexts(nested ?? []),
    ]);
  });
}

function toText(text: string, reading: Reading | undefined, page: number | undefined): ReadText {
  return { text: unspaced(text), page, isSure: isSure(reading), others: isSure(reading) ? [] : reading!.alternatives.map(unspaced) };
}
