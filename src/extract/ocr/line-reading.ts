import { bestPath, type Candidate, candidates, type Glyph, type Lattice } from "./ctc.js";
import { hasBar } from "./inequality-bar.js";
import type { LineCrop } from "./line-crop.js";
import { STEP } from "./pp-ocr.js";

/** What one look at a line gave. */
export interface LineReading {
  readonly text: string;
  /** 0–1: the least of its glyphs, or less where another whole reading is nearly as likely. */
  readonly confidence: number;
  readonly glyphs: readonly Glyph[];
  /** Other whole readings, best first. */
  readonly alternatives: readonly string[];
}

const MOST = 6;
const UNDECIDED = 0.6;
const WITH_BAR = new Map([
  [">", "≥"],
  ["<", "≤"],
  ["＞", "≥"],
  ["＜", "≤"],
]);

/** The reading of a line from its lattice. */
export function lineReading(crop: LineCrop, lattice: Lattice): LineReading {
  const path = bestPath(lattice);
  const found = candidates(lattice, 0, lattice.steps, MOST);
  const glyphs = path.map((glyph) => signed(glyph, crop));
  const text = glyphs.map((glyph) => glyph.text).join("");
  const least = Math.min(1, ...glyphs.map((glyph) => glyph.confidence));
  const alternatives = [path.map((glyph) => glyph.text).join(""), ...found.map((candidate) => candidate.text), ...barred(text)];
  return {
    text,
    confidence: Math.min(least, share(found, path)),
    glyphs,
    alternatives: [...new Set(alternatives)].filter((other) => other !== text && other.trim() !== ""),
  };
}

/** An angle with or without its bar, as the ink shows; with less confidence where it does not tell. */
function signed(glyph: Glyph, { image }: LineCrop): Glyph {
  const other = WITH_BAR.get(glyph.text);
  if (!other) return glyph;
  const bar = hasBar(image, glyph.from * STEP, glyph.to * STEP);
  if (bar === false) return glyph;
  return bar ? { ...glyph, text: other } : { ...glyph, confidence: Math.min(glyph.confidence, UNDECIDED) };
}

function barred(text: string): string[] {
  const other = text.replace(/[><＞＜]/u, (sign) => WITH_BAR.get(sign)!);
  return other === text ? [] : [other];
}

function share(found: readonly Candidate[], path: readonly Glyph[]): number {
  const text = path.map((glyph) => glyph.text).join("");
  return found.find((candidate) => candidate.text === text)?.share ?? 0;
}
