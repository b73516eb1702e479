import type { Evidence } from "../../core/evidence.js";
import type { Cell } from "../../core/extracted.js";
import type { Doubt } from "../../core/record.js";

/** Below this, a recognised figure is a question: two readers agreeing lift it. */
const TRUSTED = 0.9;

/** A cell's text with the author's paragraphs joined: figures and names are one piece. */
export function cellText(cell: Cell): string {
  return cell.text.replace(/\n+/gu, "").trim();
}

export function cellEvidence(cell: Cell): Evidence[] {
  return cell.evidence.map((evidence) => ({ ...evidence, quote: cell.text }));
}

/** The doubt that a recognised cell's figure carries; undefined for text that came from the file itself, or was surely read. */
export function cellDoubt(cell: Cell): Doubt | undefined {
  const { reading } = cell;
  if (!reading || reading.agreed || (reading.confidence >= TRUSTED && reading.agreed !== false)) return undefined;
  return { confidence: reading.confidence, readings: [...reading.alternatives], because: "recognised with low confidence" };
}

/** What a figure of the record carries beside its value. `mended`: letters were taken for the digits they look like. */
export function figureOf(cell: Cell, mended = false): { raw: string; evidence: Evidence[]; doubt?: Doubt } {
  const doubt =
    cellDoubt(cell) ?? (mended ? { confidence: 0.6, readings: [cellText(cell)], because: "letters stand where digits should" } : undefined);
  return { raw: cellText(cell), evidence: cellEvidence(cell), ...(doubt ? { doubt } : {}) };
}
