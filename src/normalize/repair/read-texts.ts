import type { Block, Reading } from "../../core/extracted.js";

/** Below this, a recognised text is a question: two readers agreeing lift it. */
const TRUSTED = 0.9;

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
  const isSure = reading === undefined || reading.agreed === true || reading.confidence >= TRUSTED;
  return { text: plain(text), page, isSure, others: isSure ? [] : reading.alternatives.map(plain) };
}

function plain(text: string): string {
  return text.replace(/\s+/gu, "");
}
