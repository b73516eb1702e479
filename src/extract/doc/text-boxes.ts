import type { WordFile } from "./word-file.js";

/** A stretch of a story, in characters from the story's start, and what it belongs to. */
export interface PartOfStory {
  readonly start: number;
  readonly end: number;
  /** Of a text box: where in the main text it is anchored; undefined when that is not known. */
  readonly anchor?: number;
}

const SHAPE_SIZE = 26;
const BOX_SIZE = 22;

/** The text boxes of the main text, in the order of their text ([MS-DOC] 2.8.31 PlcfTxbxTxt), each with its anchor's place. */
export function readTextBoxes(file: WordFile): PartOfStory[] {
  const shapes = file.table("shapes");
  const shapeCount = Math.max(0, Math.floor((shapes.length - 4) / (4 + SHAPE_SIZE)));
  const anchors = new Map<number, number>();
  for (let i = 0; i < shapeCount; i++) anchors.set(shapes.u32((shapeCount + 1) * 4 + i * SHAPE_SIZE), shapes.u32(i * 4));
  const boxes = file.table("textBoxes");
  const count = Math.max(0, Math.floor((boxes.length - 4) / (4 + BOX_SIZE)));
  const parts: PartOfStory[] = [];
  // The last entry only ends the one before.
  for (let i = 0; i < count - 1; i++) {
    const box = (count + 1) * 4 + i * BOX_SIZE;
    const isReusable = boxes.u16(box + 8) !== 0;
    if (isReusable) continue;
    parts.push({ start: boxes.u32(i * 4), end: boxes.u32(i * 4 + 4), anchor: anchors.get(boxes.u32(box + 14)) });
  }
  return consecutive(parts, file.fib.counts.textBoxes);
}

/** The notes of a kind, in the order in which the text refers to them. */
export function readNoteParts(file: WordFile, kind: "footnote" | "endnote"): PartOfStory[] {
  const referenced = Math.max(0, Math.floor((file.table(`${kind}References`).length - 4) / 6));
  const places = file.table(`${kind}Texts`);
  const count = Math.min(referenced, Math.floor(places.length / 4) - 1);
  const parts = Array.from({ length: Math.max(0, count) }, (_, i) => ({ start: places.u32(i * 4), end: places.u32(i * 4 + 4) }));
  return consecutive(parts, file.fib.counts[`${kind}s`]);
}

/** The parts as far as they follow one another inside their story: none is read twice. */
function consecutive(parts: readonly PartOfStory[], length: number): PartOfStory[] {
  let last = 0;
  return parts.filter(({ start, end }) => {
    const isNext = start >= last && end > start && end <= length;
    if (isNext) last = end;
    return isNext;
  });
}
