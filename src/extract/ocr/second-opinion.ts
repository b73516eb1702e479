import { lineCrop } from "./lines/line-crop.js";
import { figuresIn } from "./reading/figure-spots.js";
import type { SecondReader } from "./recognise-page.js";
import type { Tesseract } from "./tesseract.js";
import type { ReadLine } from "./words/recognised-word.js";

/** Lines whose figures are surer than this need no second opinion; of the others so many a page are asked about, the least sure first. */
const SURE = 0.9;
const ASKED = 24;
const LONGEST = 12;
/** Confidence in a figure that it alone read. */
const ALONE = 0.5;

/**
 * Tesseract's opinion on short lines with doubtful figures. Where it reads the same, both agree; where it reads another figure, that is one more reading. It
 * never overrules: it reads this kind of page worse. Ink of which the first reader made nothing is a figure where it reads one, and a doubtful one.
 */
export function secondOpinion(load: () => Promise<Tesseract>): SecondReader {
  return async (page, lines) => {
    const doubtful = lines
      .filter(({ text, confidence }) => text === "" || (confidence < SURE && text.length <= LONGEST && figuresIn(text).length === 1))
      .sort((a, b) => a.confidence - b.confidence)
      .slice(0, ASKED);
    if (doubtful.length === 0) return [...lines];
    const tesseract = await load();
    const opinions = new Map<ReadLine, ReadLine>();
    for (const line of doubtful) {
      const { image } = lineCrop(page.raster, line.box, page.glyph ?? line.box.y1 - line.box.y0);
      const { text } = await tesseract.readLine(image);
      opinions.set(line, weighed(line, text));
    }
    return lines.map((line) => opinions.get(line) ?? line);
  };
}

function weighed(line: ReadLine, opinion: string): ReadLine {
  if (line.text === "") return /^\d[\d.,]*%?$/u.test(opinion) ? { ...line, text: opinion, confidence: ALONE } : line;
  const [own] = figuresIn(line.text);
  const [other] = figuresIn(opinion);
  if (own === undefined || other === undefined) return line;
  if (own === other) return { ...line, agreed: true };
  const alternative = line.text.replace(own, other);
  return { ...line, agreed: false, alternatives: [...new Set([...line.alternatives, alternative])] };
}
