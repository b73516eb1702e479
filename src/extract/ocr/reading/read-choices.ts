import { type LineCrop, lineCrop } from "../lines/line-crop.js";
import { areFellows, emptyBoxAt, emptyBoxes, isInNextRow, squaresLike, type TickBox } from "../lines/tick-boxes.js";
import { type PpOcr, STEP } from "../pp-ocr.js";
import type { InkPatch } from "../raster/ink.js";
import type { PixelBox, Raster } from "../raster/raster.js";
import type { ReadLine } from "../words/recognised-word.js";
import type { Glyph } from "./ctc.js";
import { type LineReading, lineReading } from "./line-reading.js";
import { readCrops } from "./read-crops.js";

/** What the reader makes of an empty box; it reads the ideograph surer than the first, and no box surer than the second as another. */
const BOX = /^[□口]$/u;
const IDEOGRAPH = 0.985;
const OTHER = 0.85;
/** How far a glyph's middle may lie from that of the box that it was read from, or that is a part of it, in glyphs. */
const SAME_PLACE = 0.4;
/** Confidence in a box whose inside is neither clean nor clearly marked, and in one that is. */
const UNSURE = 0.5;
const SURE = 0.97;
/** What else a choice may begin with, and what its label ends with. */
const MARKED = /^[√■✓V]/u;
const LABELLED = /[:：]\s*$/u;
/** What a pen's tick that runs out of its box looks like. */
const TICKS_END = /^[「『“”"'‘’`´/丿,，.、\s]+/u;

/**
 * The lines that hold boxes to tick (□优 ☑良), read anew: the boxes as their ink shows them, and what stands between them by itself. The reader makes
 * ideographs of boxes, and of a ticked one anything. Squares may be ideographs, too: those are read surely as such, stand alone or inside a line (人口数), or
 * behind a number (12口). `patches`: the ink of `clean`.
 */
export async function readChoices(
  { clean, patches, glyph }: { readonly clean: Raster; readonly patches: readonly InkPatch[]; readonly glyph: number },
  inkBelow: number,
  readings: ReadonlyMap<LineCrop, LineReading>,
  reader: Pick<PpOcr, "read">,
): Promise<Map<LineCrop, ReadLine>> {
  const lines = [...readings].map(([crop, reading]) => ({ crop, reading, may: (box: PixelBox) => mayBeBox(box, crop, reading, glyph) }));
  const alone = emptyBoxes(clean, patches, inkBelow, glyph);
  const touching = lines.flatMap(({ crop, reading }) =>
    doubtfulBoxes(crop, reading).flatMap((x) => emptyBoxAt(clean, crop.box, x, inkBelow, glyph) ?? []),
  );
  const empty = apart([...alone, ...touching]).filter((box) => lines.some(({ crop, may }) => isIn(box, crop.box) && may(box)));
  const likely = new Map<LineCrop, TickBox[]>();
  for (const { crop, may } of lines) {
    const like = empty.flatMap((model) => squaresLike(clean, crop.box, model, inkBelow).filter(may));
    const boxes = apart([...like, ...empty.filter((box) => isIn(box, crop.box))]);
    if (boxes.length > 0) likely.set(crop, boxes);
  }
  const all = [...likely.values()].flat();
  const parts = new Map<LineCrop, readonly Part[]>();
  for (const [crop, boxes] of likely) {
    const own = boxes.filter((box) =>
      all.some((other) => other !== box && (areFellows(box, other) || (!box.ticked && isInNextRow(box, other)))),
    );
    if (own.length > 0) parts.set(crop, partsOf(clean, inkBelow, crop.box, own));
  }
  const texts = await readTexts(clean, glyph, [...parts.values()].flat(), reader);
  const choices = new Map<LineCrop, ReadLine>();
  for (const [crop, own] of parts) if (isChoice(own, texts)) choices.set(crop, asLine(crop.box, own, texts));
  return choices;
}

/** A box of a line, or the ink between two. */
interface Part {
  readonly box: PixelBox;
  readonly tick?: TickBox;
  /** Where the parts beside it end and begin. */
  readonly room: { readonly from: number; readonly to: number };
}

function isIn(box: PixelBox, line: PixelBox): boolean {
  return box.x0 >= line.x0 && box.x1 <= line.x1 && box.y0 >= line.y0 && box.y1 <= line.y1;
}

/** Where, in pixels of the page, the reader saw what may be an empty box. */
function doubtfulBoxes(crop: LineCrop, { glyphs }: LineReading): number[] {
  return glyphs.filter(({ text, confidence }) => BOX.test(text) && confidence < IDEOGRAPH).map((glyph) => middleOf(glyph, crop));
}

/** The middle of a glyph, pixels of the page. */
function middleOf({ from, to }: Glyph, { left, scale }: LineCrop): number {
  return left + ((from + to) / 2) * STEP * scale;
}

/** Boxes of which none lies over one before it. */
function apart(boxes: readonly TickBox[]): TickBox[] {
  const kept: TickBox[] = [];
  const isOver = (a: TickBox, b: TickBox) => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;
  for (const box of boxes) if (!kept.some((other) => isOver(box, other))) kept.push(box);
  return kept.sort((a, b) => a.x0 - b.x0);
}

/** Whether the reader made nothing of the ink at a square that is surely something else. */
function mayBeBox(box: PixelBox, crop: LineCrop, { glyphs }: LineReading, glyph: number): boolean {
  const middle = (box.x0 + box.x1) / 2;
  return glyphs.every((seen) => {
    const { text, confidence } = seen;
    return (
      Math.abs(middleOf(seen, crop) - middle) > SAME_PLACE * glyph ||
      /[□■√]/u.test(text) ||
      confidence < (BOX.test(text) ? IDEOGRAPH : OTHER)
    );
  });
}

/** The boxes of a line and the ink before, between and behind them, left to right. */
function partsOf(clean: Raster, inkBelow: number, line: PixelBox, boxes: readonly TickBox[]): Part[] {
  const parts: Part[] = [];
  const addText = (from: number, to: number) => {
    const ink = inkBetween(clean, inkBelow, { ...line, x0: from, x1: to });
    if (ink) parts.push({ box: ink, room: { from, to } });
  };
  let at = line.x0 - 1;
  for (const tick of boxes) {
    addText(at, tick.x0 - 1);
    parts.push({ box: tick, tick, room: { from: tick.x0, to: tick.x1 } });
    at = tick.x1 + 1;
  }
  addText(at, line.x1 + 1);
  return parts;
}

/** A box drawn in to the columns that have ink; undefined where none has, or no more than a stroke's edge. */
function inkBetween({ width, data }: Raster, inkBelow: number, box: PixelBox): PixelBox | undefined {
  const hasInk = (x: number) => {
    for (let y = Math.floor(box.y0); y < box.y1; y++) if (data[y * width + x]! < inkBelow) return true;
    return false;
  };
  let [x0, x1] = [Math.max(0, Math.ceil(box.x0)), Math.min(width, Math.floor(box.x1))];
  while (x0 < x1 && !hasInk(x0)) x0++;
  while (x1 > x0 && !hasInk(x1 - 1)) x1--;
  return x1 - x0 > 2 ? { ...box, x0, x1 } : undefined;
}

async function readTexts(
  clean: Raster,
  glyph: number,
  parts: readonly Part[],
  reader: Pick<PpOcr, "read">,
): Promise<Map<Part, LineReading>> {
  const partOf = new Map(parts.flatMap((part) => (part.tick ? [] : [[lineCrop(clean, part.box, glyph, 1, part.room), part] as const])));
  const texts = new Map<Part, LineReading>();
  await readCrops([...partOf.keys()], reader, (crop, lattice) => texts.set(partOf.get(crop)!, lineReading(crop, lattice)));
  return texts;
}

/** Whether what stands around the boxes is what may be chosen: each box has a text of its own, and no number before it. */
function isChoice(parts: readonly Part[], texts: ReadonlyMap<Part, LineReading>): boolean {
  const boxes = parts.filter(({ tick }) => tick !== undefined);
  if (parts.some(({ tick }, i) => tick && parts[i + 1]?.tick)) return false;
  const [first, last] = [texts.get(parts[0]!), texts.get(parts.at(-1)!)];
  if (first && parts.some((part, i) => part.tick && /\d$/u.test(texts.get(parts[i - 1]!)?.text ?? ""))) return false;
  return boxes.length > 1 || !first || !last || MARKED.test(first.text) || LABELLED.test(first.text);
}

function mark(ticked: boolean): string {
  return ticked ? "☑" : "□";
}

/** A text without what the reader made of the end of a tick that runs out of the box before it. */
function ofTick(before: Part | undefined, text: string): string {
  return before?.tick?.ticked ? text.replace(TICKS_END, "") : text;
}

function asLine(box: PixelBox, parts: readonly Part[], texts: ReadonlyMap<Part, LineReading>): ReadLine {
  const spell = (turned?: Part) =>
    parts
      .map((part, i) => (part.tick ? mark(part.tick.ticked !== (part === turned)) : ofTick(parts[i - 1], texts.get(part)!.text)))
      .join("");
  const unsure = parts.filter(({ tick }) => tick?.isSure === false);
  return {
    box,
    text: spell(),
    confidence: Math.min(unsure.length > 0 ? UNSURE : SURE, ...parts.map((part) => texts.get(part)?.confidence ?? 1)),
    alternatives: unsure.map(spell),
  };
}
