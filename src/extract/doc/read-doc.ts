import type { Extracted } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import { assembleBlocks } from "../word/assemble-blocks.js";
import type { FlowBlock } from "../word/flow.js";
import { ListCounter } from "../word/list-counter.js";
import { markNote } from "../word/mark-note.js";
import { unreadWarning } from "../word/unread-warning.js";
import { type DocContext, readDocStory } from "./doc-story.js";
import { startOf } from "./fib.js";
import { readFontNames } from "./font-table.js";
import { readCharacterStretches, readParagraphStretches } from "./formatted-pages.js";
import { readListUses } from "./list-tables.js";
import { readPieces } from "./piece-table.js";
import { readStyleSheet } from "./style-sheet.js";
import { type PartOfStory, readNoteParts, readTextBoxes } from "./text-boxes.js";
import { openWordFile, type WordFile } from "./word-file.js";

/**
 * Reads a binary Word document (DOC of Word 97–2003, also as WPS and LibreOffice write it). Its text as a reader of the final version sees it:
 * insertions kept, deletions and hidden text dropped, numbering labels written out. Headers and footers are left out; notes stand at the end.
 * Faults: `corrupt`, `encrypted`, `too-large`, `unsupported-type` (Word 95 and older; containers without a Word document).
 */
export function readDoc(bytes: Uint8Array, limits: Limits): Extracted {
  const file = openWordFile(bytes);
  const unread = new Map<string, number>();
  const boxes = new Map<number, PartOfStory[]>();
  const boxStart = startOf(file.fib, "textBoxes");
  const fonts = readFontNames(file);
  const context: DocContext = {
    source: {
      file,
      pieces: readPieces(file),
      characters: readCharacterStretches(file),
      paragraphs: readParagraphStretches(file),
      sectionEnds: readSectionEnds(file),
    },
    styles: readStyleSheet(file),
    fonts,
    lists: readListUses(file, fonts),
    counter: new ListCounter(),
    boxesAt(place) {
      const here = boxes.get(place) ?? [];
      boxes.delete(place);
      return here.flatMap((box) => readPart(box, boxStart));
    },
    unread: (kind) => unread.set(kind, (unread.get(kind) ?? 0) + 1),
  };
  const readPart = ({ start, end }: PartOfStory, base: number): FlowBlock[] => readDocStory(context, base + start, base + end);
  const stray: PartOfStory[] = [];
  for (const box of readTextBoxes(file)) {
    const here = box.anchor === undefined ? stray : (boxes.get(box.anchor) ?? []);
    here.push(box);
    if (box.anchor !== undefined) boxes.set(box.anchor, here);
  }
  const notes = (kind: "footnote" | "endnote", mark: string): FlowBlock[] =>
    readNoteParts(file, kind).flatMap((part, index) => markNote(readPart(part, startOf(file.fib, `${kind}s`)), `${mark}${index + 1}`));
  const flow = [
    ...readDocStory(context, 0, file.fib.counts.main),
    ...[...stray, ...[...boxes.values()].flat()].flatMap((box) => readPart(box, boxStart)),
    ...notes("footnote", "脚注"),
    ...notes("endnote", "尾注"),
  ];
  return {
    mediaType: "application/msword",
    pages: [],
    blocks: assembleBlocks(flow, limits),
    flow: "flowed",
    warnings: [...unread].map(([kind, count]) => unreadWarning(kind, count)),
  };
}

/** Where sections end. */
function readSectionEnds(file: WordFile): Set<number> {
  const table = file.table("sections");
  const count = Math.max(0, Math.floor((table.length - 4) / 16));
  return new Set(Array.from({ length: count }, (_, index) => table.u32((index + 1) * 4)));
}
