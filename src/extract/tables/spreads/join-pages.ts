import { type Box, unionBox } from "../../../core/evidence.js";
import type { PlacedPage, Ruling, Word } from "../placed.js";
import { cutBefore, type Strip } from "./stands-beside.js";

/** A page of a spread: from where on it reaches there, and how far its content was moved to the right; points. */
export interface Moved {
  readonly page: number;
  readonly from: number;
  readonly by: number;
}

/** Pages side by side as the one page that a wider sheet of paper would show, and where each of them is in it. A text that the cut went through is whole again. */
export function joinPages(
  [first, ...others]: readonly PlacedPage[],
  strips: readonly Strip[],
): { page: PlacedPage; moved: readonly Moved[] } {
  let page = first!;
  const moved: Moved[] = [{ page: first!.number, from: Number.NEGATIVE_INFINITY, by: 0 }];
  let end = strips[0]?.right ?? 0;
  others.forEach((other, i) => {
    const { left, right } = strips[i + 1]!;
    const by = end - left;
    page = beside(page, other, end, by);
    moved.push({ page: other.number, from: end, by });
    end = right + by;
  });
  return { page, moved };
}

function beside(left: PlacedPage, right: PlacedPage, cut: number, by: number): PlacedPage {
  const words = new Set(left.words);
  const rest = right.words.map((word) => {
    const there = { ...word, box: movedBox(word.box, by) };
    const before = cutBefore(there, cut, left.words, cut);
    if (!before || !words.delete(before)) return there;
    return wholeWord(before, there);
  });
  return {
    ...left,
    width: right.width + by,
    words: [...words, ...rest],
    rulings: [...left.rulings, ...right.rulings.map((ruling) => movedRuling(ruling, by))],
    unread: [...(left.unread ?? []), ...(right.unread ?? []).map((box) => movedBox(box, by))],
    overprinted: [...(left.overprinted ?? []), ...(right.overprinted ?? []).map((box) => movedBox(box, by))],
  };
}

/** Only text of the file's own is cut so exactly that its parts follow one another; of recognised words neither is sure of the other's readings. */
function wholeWord(before: Word, after: Word): Word {
  const { alternatives: _, ...word } = before;
  const confidence = Math.min(before.confidence ?? 1, after.confidence ?? 1);
  return { ...word, text: before.text + after.text, box: unionBox([before.box, after.box])!, ...(confidence < 1 ? { confidence } : {}) };
}

function movedBox([x0, y0, x1, y1]: Box, by: number): Box {
  return [x0 + by, y0, x1 + by, y1];
}

function movedRuling(ruling: Ruling, by: number): Ruling {
  return ruling.direction === "vertical" ? { ...ruling, at: ruling.at + by } : { ...ruling, from: ruling.from + by, to: ruling.to + by };
}
