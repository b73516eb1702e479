import type { Box } from "../../core/evidence.js";
import type { PageImage } from "../recognise.js";
import type { PlacedPage, Ruling } from "../tables/placed.js";
import { findLines, type PageLines } from "./lines/find-lines.js";
import { type LineCrop, lineCrop, roomOf } from "./lines/line-crop.js";
import { meetsSeal, underSeal } from "./lines/seals-in-grey.js";
import { splitGaps } from "./lines/split-gaps.js";
import { standsUpsideDown } from "./orientation.js";
import type { PpOcr } from "./pp-ocr.js";
import { turnedSeal } from "./raster/grey-seal.js";
import type { PixelBox } from "./raster/raster.js";
import type { PixelRuling } from "./raster/rulings/pixel-ruling.js";
import { turn, turnedBox } from "./raster/turn.js";
import { type LineReading, lineReading } from "./reading/line-reading.js";
import { lookUnderSeals } from "./reading/look-under-seals.js";
import { readChoices } from "./reading/read-choices.js";
import { readCrops } from "./reading/read-crops.js";
import { withExponents } from "./reading/read-exponents.js";
import { STRETCH, secondLook } from "./reading/second-look.js";
import { type StraightPage, straightPage } from "./straight-page.js";
import { circledSerials } from "./words/circled-serials.js";
import { doubtCovered } from "./words/doubt-covered.js";
import { doubtParted } from "./words/doubt-parted.js";
import { isSlash } from "./words/is-slash.js";
import { joinAtMarks } from "./words/join-at-marks.js";
import { type ReadLine, recognisedWord } from "./words/recognised-word.js";
import { withPaleMinus } from "./words/with-pale-minus.js";
import { withoutRulingEnds } from "./words/without-ruling-ends.js";
import { withoutSpecks } from "./words/without-specks.js";
import { wrappedPoints } from "./words/wrapped-points.js";

/** Asked for a second opinion on lines whose figures are doubtful. */
export type SecondReader = (page: StraightPage, lines: readonly ReadLine[]) => Promise<ReadLine[]>;

/** Resolution at which a page is first looked at. Glyphs lower than LEAST_GLYPH pixels are looked at again, so that they have WANTED_GLYPH. */
const DPI = 200;
const MOST_DPI = 400;
const LEAST_GLYPH = 17;
const WANTED_GLYPH = 26;
/** Pixels of a rendered page: A3 at 300 dpi has 17 million. */
const MOST_PIXELS = 20_000_000;
/** Lines read less surely than this on average are no text, unless they hold a digit: a figure is never dropped. */
const LEAST_SURENESS = 0.5;
/** Confidence in what a seal covers, at most. */
const UNDER_SEAL = 0.8;

/** Ink lower than this, in glyphs, is a speck or a point; nobody asks what it says. */
const LEAST_UNREAD = 0.45;
/** Confidence in what was read only at the second look, at most. */
const SECOND_TIME = 0.8;
/** What ink that the first look passed over may be: a figure or a sign. Noise reads as an ideograph as easily as not. */
const SHORT_FIGURE = /^(?:[≥≤><=]|[≥≤><=]?\d[\d.,]*[%％]?)$/u;
const NOTHING = { text: "", confidence: 0, alternatives: [] };

/** Reads a page: words and rulings in points of the upright page. */
export async function recognisePage(image: PageImage, reader: PpOcr, secondReader?: SecondReader): Promise<PlacedPage> {
  const upright = await uprightLines(image, reader);
  if (!upright) return { ...pageInfo(image, 0), textLayer: "none", words: [], rulings: [] };
  const { page, found, turned } = upright;
  const lines = await readLines(page, found, reader);
  const whole = joinAtMarks(secondReader ? await secondReader(page, lines) : lines, found.rulings, found.glyph);
  const settled = doubtCovered(withoutSpecks(circledSerials(whole, found.glyph)), page.covering);
  const words = settled.filter(({ text }) => text !== "").map((line) => recognisedWord(line, found.glyph, page.dpi));
  const illegible = settled.filter(({ text }) => text === "").map(({ box }) => box);
  const hidden = page.covering.filter(({ inner }) => inner);
  const unread = [...illegible, ...hidden].map((box) => pointBox(box, page.dpi));
  const rulings = pointRulings(found.rulings, page.dpi);
  return {
    ...pageInfo(image, turned),
    textLayer: words.length > 0 ? "ocr" : "none",
    words: doubtParted(words, rulings),
    rulings,
    ...(unread.length > 0 ? { unread } : {}),
  };
}

/** Rulings in pixels as rulings in points. */
export function pointRulings(rulings: readonly PixelRuling[], dpi: number): Ruling[] {
  const points = 72 / dpi;
  return rulings.map(({ direction, at, from, to, thickness }) => ({
    direction,
    at: at * points,
    from: from * points,
    to: to * points,
    thickness: thickness * points,
  }));
}

function pointBox({ x0, y0, x1, y1 }: PixelBox, dpi: number): Box {
  const points = 72 / dpi;
  return [x0 * points, y0 * points, x1 * points, y1 * points];
}

interface Upright {
  readonly page: StraightPage;
  readonly found: PageLines;
  /** Clockwise turn that made it upright. */
  readonly turned: 0 | 90 | 180 | 270;
}

async function uprightLines(image: PageImage, reader: PpOcr): Promise<Upright | undefined> {
  const most = Math.floor(Math.sqrt(MOST_PIXELS / Math.max(1, (image.width / 72) * (image.height / 72))));
  let dpi = Math.min(DPI, most);
  let page = straightPage(await image.render(dpi), dpi);
  if (page.glyph !== undefined && page.glyph < LEAST_GLYPH) {
    dpi = Math.min(MOST_DPI, most, Math.round((dpi * WANTED_GLYPH) / page.glyph));
    if (dpi > page.dpi) page = straightPage(await image.render(dpi), dpi);
  }
  if (page.glyph === undefined && !hasInk(page)) return undefined;
  const glyph = page.glyph ?? dpi / 7;
  let found = await findLines(page, glyph, reader);
  let turned: Upright["turned"] = 0;
  if (found.sideways) {
    page = turnedPage(page, 90);
    turned = 90;
    found = await findLines(page, glyph, reader);
  }
  if (await standsUpsideDown(found, reader)) {
    page = turnedPage(page, 180);
    turned = turned === 90 ? 270 : 180;
    found = await findLines(page, glyph, reader);
  }
  return { page: { ...page, raster: found.printed }, found, turned };
}

function turnedPage(page: StraightPage, degrees: 90 | 180): StraightPage {
  const { raster, seals, covering, grey } = page;
  return {
    ...page,
    raster: turn(raster, degrees),
    seals: seals.map((seal) => turnedBox(seal, raster, degrees)),
    covering: covering.map((tile) => ({ ...tile, ...turnedBox(tile, raster, degrees) })),
    ...(grey ? { grey: { thinned: turn(grey.thinned, degrees), seals: grey.seals.map((seal) => turnedSeal(seal, raster, degrees)) } } : {}),
  };
}

function hasInk({ raster, inkBelow }: StraightPage): boolean {
  let ink = 0;
  for (const value of raster.data) if (value < inkBelow) ink++;
  return ink > 40;
}

async function readLines(page: StraightPage, found: PageLines, reader: PpOcr): Promise<ReadLine[]> {
  const strokes: ReadLine[] = [];
  const crops: LineCrop[] = [];
  for (const box of found.lines) {
    if (isDash(box, found.glyph)) strokes.push(dashLine(box, found.glyph));
    else if (isSlash(found.clean, box, page.inkBelow, found.glyph)) strokes.push(slashLine(box));
    else crops.push(lineCrop(found.clean, box, found.glyph, 1, roomOf(box, found.lines)));
  }
  const first = new Map<(typeof crops)[number], LineReading>();
  await readCrops(crops, reader, (crop, lattice) => first.set(crop, lineReading(crop, lattice)));
  const readings = await withExponents(found, first, reader);
  const choices = await readChoices(found, page.inkBelow, readings, reader);
  const kept = crops.filter((crop) => !choices.has(crop) && isText(readings.get(crop)!));
  const checked = await secondLook(
    page.raster,
    found.glyph,
    kept,
    kept.map((crop) => readings.get(crop)!),
    reader,
  );
  const seals = [...found.seals, ...(page.grey?.seals ?? [])];
  const pointed = new Set<ReadLine>();
  const lines = kept.flatMap((crop, i): ReadLine[] => {
    const { text, confidence, alternatives } = checked[i]!;
    const sure = underSeal(seals, crop.box) ? Math.min(UNDER_SEAL, confidence) : confidence;
    const reading = readings.get(crop)!;
    const stretches = reading.figures.length > 0 ? [] : splitGaps(found.clean, page.inkBelow, crop, reading, found.glyph);
    if (stretches.length > 1) return stretches.map((stretch) => ({ ...stretch, confidence: sure, alternatives: [] }));
    const bare = withoutRulingEnds({ box: crop.box, text, alternatives, confidence: sure }, found.rulings, found.glyph);
    const line = withPaleMinus(bare, found.clean, page.inkBelow, found.glyph);
    if (reading.isPointed) pointed.add(line);
    return [line];
  });
  const lost = crops.filter((crop) => !choices.has(crop) && !isText(readings.get(crop)!) && isGlyphHigh(crop.box, found.glyph));
  const chosen = [...choices.values()].map((line) =>
    underSeal(seals, line.box) ? { ...line, confidence: Math.min(UNDER_SEAL, line.confidence) } : line,
  );
  const unfigured = [...strokes, ...chosen];
  const whole = [
    ...wrappedPoints(lines, pointed, found.rulings, found.glyph),
    ...unfigured,
    ...(await readAgain(page, lost, found, reader)),
  ];
  if (!page.grey) return whole;
  const { thinned, seals: lifted } = page.grey;
  return lookUnderSeals(thinned, found.glyph, whole, ({ box }) => meetsSeal(lifted, box), reader);
}

/**
 * Ink of which the reader made nothing, looked at once more: wider, and with the rulings left in, as a second look is. Lines that stay without a
 * text are ink that nobody could read; what is read only now is doubtful, and is a figure or a sign.
 */
async function readAgain(page: StraightPage, lost: readonly LineCrop[], found: PageLines, reader: PpOcr): Promise<ReadLine[]> {
  const wider = lost.map(({ box }) => lineCrop(page.raster, box, found.glyph, STRETCH, roomOf(box, found.lines)));
  const lines: ReadLine[] = [];
  await readCrops(wider, reader, (crop, lattice) => {
    const reading = lineReading(crop, lattice);
    const { text, confidence, alternatives } = SHORT_FIGURE.test(reading.text) ? reading : NOTHING;
    lines.push({ box: crop.box, text, confidence: Math.min(SECOND_TIME, confidence), alternatives });
  });
  return lines;
}

function isGlyphHigh({ y0, y1 }: PixelBox, glyph: number): boolean {
  return y1 - y0 >= LEAST_UNREAD * glyph;
}

/** A lone level stroke says "not applicable"; the reader takes it for a 1 as readily as for a dash. */
function isDash({ x0, y0, x1, y1 }: PixelBox, glyph: number): boolean {
  return y1 - y0 <= glyph * 0.22 && x1 - x0 >= glyph * 0.22 && x1 - x0 >= 1.9 * (y1 - y0) && x1 - x0 < glyph * 3;
}

function dashLine(box: PixelBox, glyph: number): ReadLine {
  return { box, text: box.x1 - box.x0 >= glyph * 0.6 ? "—" : "-", confidence: 0.95, alternatives: ["一", "1"] };
}

function slashLine(box: PixelBox): ReadLine {
  return { box, text: "/", confidence: 0.95, alternatives: ["7", "1"] };
}

function isText({ text, glyphs }: LineReading): boolean {
  if (text.trim() === "") return false;
  const mean = glyphs.reduce((sum, glyph) => sum + glyph.confidence, 0) / glyphs.length;
  return mean >= LEAST_SURENESS || /\d/u.test(text);
}

/** What a page is once it is turned. */
export function pageInfo({ number, width, height, rotation }: PageImage, turned: number) {
  const sideways = turned % 180 === 90;
  return {
    number,
    width: sideways ? height : width,
    height: sideways ? width : height,
    rotation: ((rotation + turned) % 360) as 0 | 90 | 180 | 270,
  };
}
