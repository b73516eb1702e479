import type { Block, Cell, Extracted, Paragraph, Reading } from "../../../core/extracted.js";
import { unspaced } from "../../../core/text.js";
import { isSure } from "../../figures/cell-figure.js";
import { isInWord } from "../../lexicon/writing/words.js";

/** A sentence that stands twice was copied; a shorter text may be another's neighbour by chance. */
const LEAST = 6;
const LONGEST = 60;

/**
 * The recognised texts with those settled that something else bears out: the same words stand elsewhere, surely read (a scoring standard repeated from row to row),
 * or each ideograph that a reader would have otherwise stands in a known word as read and in none as it would have it (竣工, not 峻工). Figures are borne out by neither.
 */
export function settleTexts(extracted: Extracted): Extracted {
  const sure = new Set<string>();
  let open = false;
  for (const { text, reading } of eachText(extracted.blocks)) {
    if (reading && isSure(reading)) sure.add(unspaced(text));
    else if (reading) open = true;
  }
  if (!open) return extracted;
  const settled = <Text extends { readonly text: string; readonly reading?: Reading | undefined }>(one: Text): Text => {
    if (!one.reading || isSure(one.reading)) return one;
    const text = unspaced(one.text);
    if (/\d/u.test(text)) return one;
    const isBorneOut = (text.length >= LEAST && sure.has(text)) || spellsWords(text, one.reading.alternatives.map(unspaced));
    return isBorneOut ? { ...one, reading: { ...one.reading, agreed: true } } : one;
  };
  const blocks = extracted.blocks.map((block) =>
    block.type === "paragraph" ? settled(block) : { ...block, cells: block.cells.map(settled) },
  );
  return { ...extracted, blocks };
}

function eachText(blocks: readonly Block[]): readonly (Paragraph | Cell)[] {
  return blocks.flatMap((block): readonly (Paragraph | Cell)[] => (block.type === "paragraph" ? [block] : block.cells));
}

/** Whether the readings differ in ideographs alone, that stand in words as read, and no other reading's do. */
function spellsWords(text: string, others: readonly string[]): boolean {
  const rivals = others.filter((other) => other !== text);
  if (rivals.length === 0 || text.length > LONGEST) return false;
  return rivals.every((other) => {
    const [from, to, end] = difference(text, other);
    if (to === from) return other[from] === text[from] || other[from] === text[from - 1];
    const own = Array.from({ length: to - from }, (_, i) => from + i);
    if (!own.every((at) => isInWord(text, at))) return false;
    return end - from !== to - from || !own.every((at) => isInWord(other, at));
  });
}

/** Where two texts begin to differ, where that ends in the first, and in the second. */
function difference(a: string, b: string): [from: number, to: number, end: number] {
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - from && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return [from, a.length - tail, b.length - tail];
}
