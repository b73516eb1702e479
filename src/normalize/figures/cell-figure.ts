import type { Evidence } from "../../core/evidence.js";
import type { Cell, Reading } from "../../core/extracted.js";
import type { Doubt } from "../../core/record.js";
import { LETTERS_FOR_DIGITS } from "./confusable.js";
import { groupsBearOut } from "./grouped.js";

/** Below this, what was recognised is a question: two readers agreeing lift it. */
const TRUSTED = 0.9;

/** What a cell says, wherever it stands; a line of a text may say the same. */
export type Content = Pick<Cell, "text" | "evidence" | "reading">;

/** A cell's text with the author's paragraphs joined: figures and names are one piece. */
export function cellText(cell: Pick<Content, "text">): string {
  const { text } = cell;
  return (text.includes("\n") ? text.replaceAll("\n", "") : text).trim();
}

/** Where a cell stands, with what it says. */
export function cellEvidence(cell: Pick<Content, "text" | "evidence">): Evidence[] {
  return cell.evidence.map((evidence) => ({ ...evidence, quote: cell.text }));
}

/** Whether a text came from the file itself, or was surely recognised. */
export function isSure(reading: Reading | undefined): boolean {
  return reading === undefined || reading.agreed === true || (reading.confidence >= TRUSTED && reading.agreed !== false);
}

const ENDS_IN_POINT = /^[^\p{Script=Han}]{0,3}\d{1,12}\.$/u;

/** The doubt that a recognised cell's figure carries; undefined for text that came from the file itself, or was surely read. */
export function cellDoubt(cell: Content): Doubt | undefined {
  const { reading } = cell;
  if (!reading) return undefined;
  if (ENDS_IN_POINT.test(cellText(cell)))
    return {
      confidence: Math.min(0.5, reading.confidence),
      readings: [...reading.alternatives],
      because: "what stands behind its point was not read",
    };
  if (isSure(reading) || groupsBearOut(cell.text, reading.alternatives)) return undefined;
  return { confidence: reading.confidence, readings: [...reading.alternatives], because: "recognised with low confidence" };
}

/**
 * The doubt on a recognised cell of which no figure could be made though it is not empty: ink that could not be read, or a figure among other
 * text (a ruling was lost). Undefined where the cell is known to be blank, or says in words why it has none.
 */
export function lostFigureDoubt(cell: Cell): Doubt | undefined {
  const text = cellText(cell);
  if (text === "") return cellDoubt(cell);
  if (!cell.reading || !/\d/u.test(text)) return undefined;
  return { confidence: Math.min(0.5, cell.reading.confidence), readings: [text], because: "a figure stands among other text" };
}

/** A figure with its sign and a short unit, however the two are garbled; a date is none. */
const GARBLED = /^[^\d\p{Script=Han}]{0,3}\d[\d,.]*\s*[^\d\s年月日号时]{0,4}$/u;

/** The doubt on a recognised cell that looks like a figure and of which no quantity could be made: a sign or a unit was misread (V10年, 37., ≥=5). */
export function garbledFigureDoubt(cell: Cell): Doubt | undefined {
  const text = cellText(cell);
  if (!cell.reading || !GARBLED.test(text)) return undefined;
  return { confidence: Math.min(0.5, cell.reading.confidence), readings: [text], because: "no quantity could be made of what was read" };
}

/** What a figure of the record carries beside its value. `mended`: letters were taken for the digits they look like. */
export function figureOf(cell: Content, mended = false): { raw: string; evidence: Evidence[]; doubt?: Doubt } {
  const doubt = cellDoubt(cell) ?? (mended ? { confidence: 0.6, readings: [cellText(cell)], because: LETTERS_FOR_DIGITS } : undefined);
  return { raw: cellText(cell), evidence: cellEvidence(cell), ...(doubt ? { doubt } : {}) };
}
