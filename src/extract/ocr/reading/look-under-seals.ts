import { lineCrop } from "../lines/line-crop.js";
import type { PpOcr } from "../pp-ocr.js";
import type { Raster } from "../raster/raster.js";
import type { ReadLine } from "../words/recognised-word.js";
import { lineReading } from "./line-reading.js";
import { readCrops } from "./read-crops.js";
import { STRETCH } from "./second-look.js";

/** Confidence in what was read differently once a seal was lifted in another way, at most. */
const DISPUTED = 0.55;
/** The other look must be surer by this to win. */
const SURER = 0.05;

const FIGURE = /^[≥≤><=]?\d[\d,]*(?:\.\d+)?[%％‰]?$/u;

/**
 * What lifted seals covered, read once more on the page whose seals were lifted by their grey alone (`thinned`): where the readings differ the surer one
 * stands, the other is one more reading, and the line is doubtful.
 */
export async function lookUnderSeals(
  thinned: Raster,
  glyph: number,
  lines: readonly ReadLine[],
  isCovered: (line: ReadLine) => boolean,
  reader: Pick<PpOcr, "read">,
): Promise<ReadLine[]> {
  const lineOf = new Map(lines.filter(isCovered).map((line) => [lineCrop(thinned, line.box, glyph, STRETCH), line] as const));
  const looks = new Map<ReadLine, ReadLine>();
  await readCrops([...lineOf.keys()], reader, (crop, lattice) => {
    const line = lineOf.get(crop)!;
    const { text, confidence, alternatives } = lineReading(crop, lattice);
    if (text === line.text || text.trim() === "") return;
    const [here, there] = [isFigure(line.text), isFigure(text)];
    // What is left of a seal makes a mark beside a figure; it makes no figure.
    const wins = here === there ? confidence > line.confidence + SURER : there;
    const others = [wins ? line.text : text, ...line.alternatives, ...alternatives];
    looks.set(line, {
      box: line.box,
      text: wins ? text : line.text,
      confidence: Math.min(DISPUTED, Math.max(confidence, line.confidence)),
      alternatives: [...new Set(others)].filter((other) => other !== "" && other !== (wins ? text : line.text)),
    });
  });
  return lines.map((line) => looks.get(line) ?? line);
}

function isFigure(text: string): boolean {
  return FIGURE.test(text);
}
