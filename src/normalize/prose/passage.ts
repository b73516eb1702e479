import { type Evidence, unionBox } from "../../core/evidence.js";
import type { Block, Cell, Line, Paragraph, Reading } from "../../core/extracted.js";
import { POINT_NUMBER } from "../../core/numbering.js";
import { cleanText, isSpaced } from "../../core/text.js";
import { pointsOf } from "../figures/points.js";
import { totalKind } from "../lexicon/labels/total-words.js";
import { FIELD_GAP, foldForReading } from "./fold.js";
import { isLabelWithValue, labelledFields } from "./labelled-fields.js";
import { reflow } from "./reflow.js";

/** One paragraph of the author, or one cell that holds sentences, with the way back from each character to the page. */
export interface Passage {
  /** As printed, layout undone. */
  readonly text: string;
  /** As the patterns see it; same length as `text`. */
  readonly folded: string;
  readonly place: "paragraph" | "cell";
  readonly heading?: number;
  /** Index of the first block that it was made of. */
  readonly block: number;
  readonly reading?: Reading;
  readonly pieces: readonly Piece[];
  /** The target, the result or the standard of an indicator: money in it is the indicator's. */
  readonly ofIndicator?: true;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
}

/** A space between a Chinese character and anything is layout; between two Latin words or two figures it is writing. */
const LAYOUT_SPACE = /(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu;
/** Cells shorter than this hold a figure or a name, not a sentence. */
const SENTENCE_LENGTH = 12;

/** The document's running text in reading order: paragraphs (reflowed where the flow is physical lines) and cells that hold sentences. */
export function toPassages(blocks: readonly Block[], flow: "flowed" | "lines", ofIndicators: ReadonlySet<Cell> = new Set()): Passage[] {
  const passages: Passage[] = [];
  let run: { paragraph: Paragraph; block: number }[] = [];
  const flush = () => {
    for (const group of reflow(run.map((entry) => entry.paragraph))) {
      const members = group.map((index) => run[index]!);
      passages.push(
        joined(
          members.flatMap((m) => m.paragraph.lines),
          members[0]!.block,
          members[0]!.paragraph,
        ),
      );
    }
    run = [];
  };
  blocks.forEach((block, index) => {
    if (block.type === "table") {
      flush();
      for (const cell of block.cells) {
        const passage = cellPassage(cell, index);
        if (passage) passages.push(ofIndicators.has(cell) ? { ...passage, ofIndicator: true } : passage);
      }
    } else if (flow === "lines" && block.heading === undefined) {
      // The blank lines around a page's number part nothing.
      const isBehindMark = index > 0 && isPageMark(blocks[index - 1]!, blocks[index - 2]);
      const paragraph = isBehindMark ? { ...block, blankBefore: 0 } : block;
      if (!isPageMark(block, blocks[index - 1])) run.push({ paragraph, block: index });
    } else {
      flush();
      passages.push(joined(block.lines, index, block));
    }
  });
  flush();
  return passages.filter((passage) => passage.text !== "");
}

const PAGE_MARK = /^\s*(?:[-—–－]+\s*)?\d{1,3}(?:\s*[-—–－]+)?\s*$|^\s*第\s*\d{1,3}\s*页(?:.{0,3}共\s*\d{1,3}\s*页)?\s*$/u;

/** A lone number between two lines of a text is the page's. */
function isPageMark(block: Block, before: Block | undefined): boolean {
  return block.type === "paragraph" && PAGE_MARK.test(block.text) && before?.type === "paragraph" && !PAGE_MARK.test(before.text);
}

/** Where characters `start` to `end` of a passage stand, with the quote. One evidence for each physical line they touch. */
export function locate(passage: Passage, start: number, end: number): Evidence[] {
  const touched = passage.pieces.filter((piece) => piece.start < end && piece.end > start);
  const places = (touched.length > 0 ? touched : passage.pieces.slice(0, 1)).slice(0, 3);
  const quote = passage.text.slice(start, end);
  return places.map((piece) => ({ ...piece.evidence, quote }));
}

function joined(lines: readonly Line[], block: number, paragraph: Paragraph): Passage {
  let text = "";
  const pieces: Piece[] = [];
  for (const line of lines) {
    const tidy = tidyLine(line.text);
    if (tidy === "") continue;
    if (isSpaced(text, tidy)) text += " ";
    pieces.push({ start: text.length, end: text.length + tidy.length, evidence: line.evidence });
    text += tidy;
  }
  // A reader that joins lines its own way (hyphens, numbering labels) knows better than this: then evidence is the paragraph's.
  const own = tidyLine(paragraph.text);
  if (lines.length === paragraph.lines.length && own.replace(/\s+/gu, "") !== text.replace(/\s+/gu, "")) {
    const whole = unionEvidence(lines, paragraph);
    return finish(own, [{ start: 0, end: own.length, evidence: whole }], block, "paragraph", paragraph.heading, paragraph.reading);
  }
  return finish(text, pieces, block, "paragraph", paragraph.heading, paragraph.reading);
}

function unionEvidence(lines: readonly Line[], paragraph: Paragraph): Evidence {
  const first = lines[0]?.evidence ?? paragraph.evidence[0] ?? {};
  const boxes = lines.flatMap((line) => (line.evidence.bbox && line.evidence.page === first.page ? [line.evidence.bbox] : []));
  const bbox = unionBox(boxes);
  return bbox ? { ...first, bbox } : first;
}

function cellPassage(cell: Cell, block: number): Passage | null {
  const text = tidyLine(cell.text.replace(/\n+/gu, "。"));
  const isSentence = /[。，；：,;:]/u.test(text) && (text.length >= SENTENCE_LENGTH || tellsTotal(text));
  if (!isSentence && !TELLS_GRADE.test(text)) return null;
  const evidence = cell.evidence[0] ?? {};
  return finish(text, [{ start: 0, end: text.length, evidence }], block, "cell", undefined, cell.reading);
}

/** 本项目自评等级为优: short, and a sentence all the same. */
const TELLS_GRADE = /(?:等级|等次|评级)[为是]/u;

/** 自评得分：98.5分 in a row of its own: short, and a statement all the same. */
function tellsTotal(text: string): boolean {
  const [label, ...values] = text.split(/[：:]/u);
  return values.length === 1 && totalKind(label!) === "total" && (pointsOf(values[0]!) !== undefined || values[0]!.endsWith("分"));
}

function finish(text: string, pieces: Piece[], block: number, place: Passage["place"], heading?: number, reading?: Reading): Passage {
  return {
    text,
    folded: foldForReading(text),
    place,
    block,
    pieces,
    ...(heading === undefined ? {} : { heading }),
    ...(reading ? { reading } : {}),
  };
}

/** A list's line whose fields stand apart: they are read as clauses, by a blank of their own. */
const ITEM_LINE = new RegExp(`^\\s*${POINT_NUMBER}`, "u");
const WIDE_GAP = /(?<=\S)(?: {2,}|\u3000+|\t+)(?=\S)/u;
const LEAST_FIELDS = 3;

const LABELS_A_FIELD = /^(?:年初|年度|全年|实际|自评|绩效)*(?:目标|指标值|计划|完成|实际|分值|权重|满分|得分|自评|得\d)/u;

function tidyLine(text: string): string {
  const fields = text.split(WIDE_GAP);
  const isItem = ITEM_LINE.test(text) || fields.filter((field) => LABELS_A_FIELD.test(field)).length >= LEAST_FIELDS;
  const areLabelled = fields.every(isLabelWithValue);
  const apart = labelledFields(text) ?? (areLabelled || (isItem && fields.length >= LEAST_FIELDS) ? fields : [text]);
  return apart.map((field) => cleanText(field).replace(LAYOUT_SPACE, "")).join(FIELD_GAP);
}
