import type { PageImage } from "../recognise.js";
import type { PlacedPage } from "../tables/placed.js";
import { lineCrop } from "./lines/line-crop.js";
import { textLines } from "./lines/text-lines.js";
import { eraseRulings } from "./raster/erase-rulings.js";
import { inkPatches } from "./raster/ink.js";
import { findRulings } from "./raster/rulings/find-rulings.js";
import { pageInfo, pointRulings } from "./recognise-page.js";
import { leastPatch, straightPage } from "./straight-page.js";
import type { Tesseract } from "./tesseract.js";
import { recognisedWord } from "./words/recognised-word.js";

const DPI = 200;
const LEAST_CONFIDENCE = 0.2;
/** It knows no ≥ and no ≤ and gives an ideograph for them. */
const GARBLED_SIGN = /^\p{Script=Han}(?=\d)/u;
const UNDECIDED = 0.5;
/** It reads three figures in ten of such forms wrongly, some of them surely: alone it accuses nobody, only arithmetic lifts the doubt. */
const ALONE = 0.85;

/** Reads a page with Tesseract alone, line by line (it reads ruled pages badly as a whole): lines are rows of ink, no network finds them. Pages must lie upright. */
export async function recogniseWithTesseract(image: PageImage, tesseract: Tesseract): Promise<PlacedPage> {
  const page = straightPage(await image.render(DPI), DPI);
  const { glyph } = page;
  if (glyph === undefined) return { ...pageInfo(image, 0), textLayer: "none", words: [], rulings: [] };
  const rulings = findRulings(page.raster, page.inkBelow, glyph, page.seals);
  const clean = eraseRulings(page.raster, rulings, page.inkBelow);
  const words = [];
  for (const box of textLines([], [], inkPatches(clean, page.inkBelow, leastPatch(glyph)), rulings, glyph)) {
    const { text, confidence } = await tesseract.readLine(lineCrop(clean, box, glyph).image);
    if (text === "" || confidence < LEAST_CONFIDENCE) continue;
    const garbled = GARBLED_SIGN.test(text);
    const alternatives = garbled ? ["≥", "≤", ""].map((sign) => text.replace(GARBLED_SIGN, sign)) : [];
    const most = garbled ? UNDECIDED : /\d/u.test(text) ? ALONE : 1;
    words.push(recognisedWord({ box, text, confidence: Math.min(most, confidence), alternatives }, glyph, DPI));
  }
  return { ...pageInfo(image, 0), textLayer: words.length > 0 ? "ocr" : "none", words, rulings: pointRulings(rulings, DPI) };
}
