import { areaOf, type Box, intersection, middleX } from "../../core/evidence.js";
import type { Bitmap } from "../recognise.js";
import { middleOf } from "../tables/middle-of.js";
import type { PlacedPage } from "../tables/placed.js";
import type { Matrix } from "./matrix.js";
import type { PageDrawer } from "./pdfium/draw-page.js";

/** Least share of the page that a picture of a table or of text takes; seals and logos take less. */
const LEAST_AREA = 0.06;
/** A gap in the text at least this high, as a share of the page, may hold such a picture. */
const LEAST_GAP = 0.08;
/** Words of the text layer over a picture, above which the picture is a background. */
const MOST_WORDS = 4;
/** Resolution at which a picture is looked at. */
const GLANCE_DPI = 50;
/** Paper: at least this share of the picture has about one light tone. */
const PAPER_SHARE = 0.5;
const PAPER_TONE = 30;
/** Ink: at least this share is much darker. */
const INK_SHARE = 0.005;

/** Whether the file holds any picture. Pictures are streams, and the dictionary of a stream always stands in plain. */
export function mayHavePictures(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("/Image");
}

/** Pictures of a page that look like printed matter and over which its own text says nothing. */
export async function printedPictures(drawer: PageDrawer, page: PlacedPage, turn: number, matrix: Matrix): Promise<Box[]> {
  if (!hasGap(page)) return [];
  const pageBox: Box = [0, 0, page.width, page.height];
  const large = (await drawer.pictures(page.number, matrix))
    .map((box) => intersection(box, pageBox))
    .filter((box) => areaOf(box) >= LEAST_AREA * page.width * page.height && wordsIn(page, box) <= MOST_WORDS);
  if (large.length === 0) return [];
  const glance = await drawer.draw(page.number, GLANCE_DPI, turn);
  return large.filter((box) => looksPrinted(glance, box, glance.width / page.width));
}

/** Whether a band across the page is free of text and tables. */
function hasGap(page: PlacedPage): boolean {
  const spans = [
    ...page.words.map((word): [number, number] => [word.box[1], word.box[3]]),
    ...page.rulings.filter((ruling) => ruling.direction === "vertical").map((ruling): [number, number] => [ruling.from, ruling.to]),
    [page.height, page.height] as [number, number],
  ].sort((a, b) => a[0] - b[0]);
  let reached = 0;
  for (const [from, to] of spans) {
    if (from - reached > LEAST_GAP * page.height) return true;
    reached = Math.max(reached, to);
  }
  return false;
}

function wordsIn(page: PlacedPage, box: Box): number {
  return page.words.filter((word) => {
    const x = middleX(word.box);
    const y = middleOf(word);
    return x > box[0] && x < box[2] && y > box[1] && y < box[3];
  }).length;
}

/** Dark marks on paper of one tone, unlike a photograph. */
function looksPrinted({ data, width, height }: Bitmap, box: Box, scale: number): boolean {
  const [x0, y0, x1, y1] = box.map((value) => Math.round(value * scale)) as unknown as Box;
  const tones = new Float64Array(256);
  let all = 0;
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
    for (let x = Math.max(0, x0); x < Math.min(width, x1); x++) {
      const at = (y * width + x) * 4;
      tones[Math.round(0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!)]!++;
      all++;
    }
  const share = (from: number, to: number): number =>
    tones.slice(Math.max(0, from), to + 1).reduce((sum, count) => sum + count, 0) / (all || 1);
  for (let paper = 255; paper >= 128; paper--)
    if (share(paper - PAPER_TONE, paper) >= PAPER_SHARE) return share(0, paper - 3 * PAPER_TONE) >= INK_SHARE;
  return false;
}
