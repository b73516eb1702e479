import type { Doubt } from "../../core/record.js";
import { groupsBearOut } from "../figures/grouped.js";
import { foldForReading } from "./fold.js";
import type { Passage } from "./passage.js";

/** Below this, a recognised text is a question; two readers agreeing lift it. */
const TRUSTED = 0.9;
/** Without other readings to show where it lies, only a reading this poor makes its figures doubtful. */
const POOR = 0.5;
const FIGURE = /-?\d[\d,]*(?:\.\d+)?/u;
/** What another reader made of a figure need be none: 3.505.38. */
const DIGITS = /-?\d(?:[\d,.]*\d)?/u;

/**
 * The doubt of one figure in a recognised paragraph: the paragraph's other readings tell which of its characters are in question, so a figure
 * is doubted only where one of them reads it otherwise.
 */
export function figureDoubt(passage: Passage, start: number, end: number): Doubt | undefined {
  const { reading } = passage;
  if (!reading || reading.agreed || (reading.confidence >= TRUSTED && reading.agreed !== false)) return undefined;
  const own = FIGURE.exec(passage.folded.slice(start, end))?.[0];
  const others = reading.alternatives.flatMap(
    (alternative) => otherFigure(passage.folded, foldForReading(tidy(alternative)), start, end) ?? [],
  );
  const readings = [...new Set(others)].filter((other) => other !== own && other !== "");
  if (others.every((other) => other === own) && (reading.alternatives.length > 0 || reading.confidence >= POOR)) return undefined;
  if (own !== undefined && groupsBearOut(own, others)) return undefined;
  return { confidence: reading.confidence, readings, because: "recognised with low confidence" };
}

/** What the other reading has in the figure's place; undefined where both read alike there. Empty where it has no figure. */
function otherFigure(text: string, other: string, start: number, end: number): string | undefined {
  let before = 0;
  while (before < text.length && before < other.length && text[before] === other[before]) before++;
  let behind = 0;
  while (behind < text.length - before && behind < other.length - before && text.at(-1 - behind) === other.at(-1 - behind)) behind++;
  if (before >= end || text.length - behind <= start) return undefined;
  const slice = other.slice(Math.min(start, before), end + other.length - text.length);
  return DIGITS.exec(slice)?.[0] ?? "";
}

function tidy(text: string): string {
  return text.replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu, "");
}
