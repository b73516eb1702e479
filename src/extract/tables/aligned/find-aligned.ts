import { type Box, middleX, unionBox } from "../../../core/evidence.js";
import { columnOf, keepsToColumn } from "../column-of.js";
import type { Grid } from "../grid.js";
import { isCaption } from "../is-caption.js";
import type { Ruling, Word } from "../placed.js";
import { middleOf } from "../ruled/fill-cells.js";
import { lineText, textLines } from "../text-lines.js";
import { wordsBetween } from "../words-between.js";
import { type Band, haveOthers, haveSame } from "./band.js";
import { buildAligned } from "./build-aligned.js";
import { closingLabel } from "./closing-label.js";
import { findColumns } from "./find-columns.js";
import { coveredRuns } from "./line-columns.js";
import { mergeCentred } from "./merge-centred.js";
import { partLines, partRows } from "./part-lines.js";
import { type RuleStack, ruleStacks } from "./rule-stacks.js";
import { spanningHeads } from "./spanning-heads.js";
import { unclosedRow } from "./unclosed-row.js";

export interface AlignedTables {
  readonly grids: readonly Grid[];
  readonly words: readonly Word[];
}

/** Lower than this, in glyph heights, a band holds no text. */
const LOW = 0.9;

/** So many bands of a run, the last ones, tell where its gutters are: more than a printed page has. */
const MOST_EVEN = 100;

/** The rulings between rows, those between some of the columns, and the height of most glyphs. */
interface Rulings {
  readonly rulings: readonly Ruling[];
  readonly uprights: readonly Ruling[];
  readonly glyph: number;
}

/** Gap between columns of one band, in glyph heights. */
const APART = 0.9;
/** Rows that must be ruled below, and texts above them, for these to be the head of the table. */
const LEAST_ROWS = 3;
/** Fewer texts side by side are no head. */
const LEAST_HEADS = 3;
/** So many times as thick as most rulings is one that closes the table. */
const THICKER = 1.4;
/** Share of the gutters found so far, or by the band alone, that must still be open when a band is added. */
const AGREEING = 0.6;

/** Tables whose rulings part their rows, and not all of their columns: these are told by the gutters of the text. */
export function findAligned(words: readonly Word[], { rulings, uprights, glyph }: Rulings, page: number): AlignedTables {
  let rest = words;
  const grids: Grid[] = [];
  for (const stack of ruleStacks(rulings, glyph)) {
    for (const ruled of tableRuns(bandsOf(rest, stack, uprights, glyph), stack, glyph)) {
      const run = withUnclosed(ruled, rest, stack, glyph);
      const inside = run.flatMap((band) => band.words);
      const box = boxOf(run, stack.rulings, inside, glyph);
      const levels = [box[1], ...run.filter((band) => !isSlit(band, glyph)).map((band) => band.bottom)];
      const lines = run.reduce((sum, band) => sum + band.lines.length, 0);
      const grid = buildAligned({ words: inside, box, levels, rulings: stack.rulings, uprights, lines, page, glyph });
      if (!grid) continue;
      grids.push(mergeCentred(grid));
      const taken = new Set(inside);
      rest = rest.filter((word) => !taken.has(word));
    }
  }
  return { grids, words: rest };
}

/**
 * The run with the row above the stack's first ruling, and the one below its last, where rulings stand under its rows only, or over them only. A total may stand
 * below the last ruling of any table.
 */
function withUnclosed(run: readonly Band[], words: readonly Word[], { box, levels, rulings }: RuleStack, glyph: number): readonly Band[] {
  if (run.length < 2 || run.some((band) => band.lines.length === 0)) return run;
  const edges = columnsOf(run, box, glyph);
  const take = (side: "above" | "below", level: number): Band[] => {
    const beyond = words.filter((word) => middleOf(word) < level === (side === "above") && word.box[2] > box[0] && word.box[0] < box[2]);
    const total = side === "below" ? totalLine(beyond) : [];
    const isOpen = run.length >= LEAST_ROWS && !isThickest(level, rulings, glyph);
    if (!isOpen && total.length === 0) return [];
    const rooms = run.map(({ top, bottom, words: own }) =>
      side === "above" ? bottom - Math.max(...own.map((word) => word.box[3])) : Math.min(...own.map((word) => word.box[1])) - top,
    );
    const row = unclosedRow(isOpen ? beyond : total, level, { edges, glyph, side, near: Math.max(...rooms) + 0.3 * glyph });
    const [, top, , bottom] = unionBox(row.map((word) => word.box)) ?? [0, level, 0, level];
    const [from, to] = side === "above" ? [top - 0.25 * glyph, level] : [level, bottom + 0.25 * glyph];
    return row.length === 0 ? [] : [{ top: from, bottom: to, words: row, lines: textLines(row), uprights: [] }];
  };
  const [top, bottom] = [levels[0]!, levels.at(-1)!];
  return [...(run[0]!.top === top ? take("above", top) : []), ...run, ...(run.at(-1)!.bottom === bottom ? take("below", bottom) : [])];
}

/** The first line of some words, where it is a total's: a label and nothing but figures. */
function totalLine(words: readonly Word[]): readonly Word[] {
  const first = textLines(words)[0];
  return closingLabel(first).length > 0 ? first!.words : [];
}

/** From side to side, the table reaches as far as its own rulings and texts: a wider one may stand above it or below. */
function boxOf(run: readonly Band[], rulings: readonly Ruling[], words: readonly Word[], glyph: number): Box {
  const [top, bottom] = [run[0]!.top, run.at(-1)!.bottom];
  const own = rulings.filter((ruling) => ruling.at > top - 0.45 * glyph && ruling.at < bottom + 0.45 * glyph);
  const boxes = [...own.map(({ from, to, at }): Box => [from, at, to, at]), ...words.map((word) => word.box)];
  const [left, , right] = unionBox(boxes)!;
  return [left, top, right, bottom];
}

function bandsOf(words: readonly Word[], { box, levels }: RuleStack, uprights: readonly Ruling[], glyph: number): Band[] {
  const inside = words.filter((word) => {
    const x = middleX(word.box);
    return x >= box[0] - glyph && x <= box[2] + glyph;
  });
  const inner = uprights.filter(({ at }) => at > box[0] + glyph && at < box[2] - glyph);
  const between = wordsBetween(inside);
  return levels.slice(1).flatMap((bottom, i): Band[] => {
    const top = levels[i]!;
    const lines = textLines(between(top, bottom));
    const blocks = partLines(lines, glyph);
    const levelsWithin = blocks.slice(1).map(([first], at) => (blocks[at]!.at(-1)!.box[3] + first!.box[1]) / 2);
    return blocks.map((block, at): Band => {
      const [from, to] = [levelsWithin[at - 1] ?? top, levelsWithin[at] ?? bottom];
      const own = inner.filter((ruling) => ruling.from < (from + to) / 2 && ruling.to > (from + to) / 2);
      return { top: from, bottom: to, words: block.flatMap((line) => line.words), lines: block, uprights: own };
    });
  });
}

/** Runs of bands that read as one table: each with text in several columns, parted where these change. */
function tableRuns(bands: readonly Band[], { box, rulings }: RuleStack, glyph: number): Band[][] {
  const runs: Band[][] = [[]];
  /** The bands of the run that have their gutters in line with the last one's. */
  let even: Band[] = [];
  for (const band of bands) {
    const isTabular = (isApart(band, glyph) || fits(even, band, box, glyph)) && !isCaptions(band, glyph);
    const isNew = haveOthers(runs.at(-1)!, [band], glyph);
    if (!isTabular || isNew || !agrees(even, band, box, glyph)) even = [];
    if (!isTabular || isNew) runs.push([]);
    if (isTabular) {
      even = [...even.slice(1 - MOST_EVEN), band];
      runs.at(-1)!.push(band);
    }
  }
  const found = runs.flatMap((run) => (run.length === 0 ? [] : partRows(run, glyph, haveSame)));
  for (const each of found) {
    takeHead(each, bands, box, glyph);
    takeSpanningHead(each, bands, rulings, box, glyph);
  }
  return bridged(found, bands, box, glyph);
}

/** Puts the band above a run to it whose texts stand in its columns, too near to each other to be told apart by themselves: a head. */
function takeHead(run: Band[], bands: readonly Band[], box: Box, glyph: number): void {
  const above = bands[bands.indexOf(run[0]!) - 1];
  if (above && !isApart(above, glyph) && fits(run, above, box, glyph) && !isCaptions(above, glyph)) run.unshift(above);
}

/** Whether a ruling is drawn thicker than most others of its stack: the outer one of a table. */
function isThickest(at: number, rulings: readonly Ruling[], glyph: number): boolean {
  const thicknesses = rulings.map(({ thickness }) => thickness).sort((a, b) => a - b);
  const usual = thicknesses[Math.floor(thicknesses.length / 2)]!;
  return rulings.some((ruling) => Math.abs(ruling.at - at) < 0.2 * glyph && ruling.thickness > THICKER * usual);
}

/** Puts the band above a run to it that holds nothing but heads over several of its columns. */
function takeSpanningHead(run: Band[], bands: readonly Band[], rulings: readonly Ruling[], box: Box, glyph: number): void {
  const above = bands[bands.indexOf(run[0]!) - 1];
  if (!above || above.words.length === 0) return;
  const words = [above, run[0]!].flatMap((band) => band.words);
  const heads = spanningHeads(words, { rulings, uprights: above.uprights }, [box[0], above.top, box[2], run[0]!.bottom], glyph).flatMap(
    (head) => head.words,
  );
  if (above.words.every((word) => heads.includes(word))) run.unshift(above);
}

/** Whether the texts of a band stand so far from each other that they have columns of their own. */
function isApart(band: Band, glyph: number): boolean {
  return coveredRuns(band.words, APART * glyph).length >= 2;
}

/** Whether the texts of a band stand in several of the columns that the run has, however near these are to each other. */
function fits(run: readonly Band[], band: Band, box: Box, glyph: number): boolean {
  if (run.length === 0 || band.words.length < 2) return false;
  const edges = columnsOf(run, box, glyph);
  const places = band.words.map((word) => columnOf(word, edges));
  return new Set(places).size >= 2 && band.words.every((word) => keepsToColumn(word, edges));
}

/** Nothing but the captions of a table below: its title, its unit, each alone on its line but for its number. */
function isCaptions(band: Band, glyph: number): boolean {
  return band.lines.every((line) => {
    const titled = CAPTION_NUMBER.test(line.words[0]!.text) ? line.words.slice(1) : line.words;
    return coveredRuns(titled, APART * glyph).length === 1 && isCaption(lineText(line));
  });
}

/** 表2 before what the table is called. */
const CAPTION_NUMBER = /^附?[表件]\s*[\d一二三四五六七八九十]{1,2}(?:[-—]\d)?[:：]?$/u;

/** Runs parted by a row of one text (a subtitle inside the table, the rest of a row) are one table when their columns are the same. */
function bridged(runs: readonly Band[][], bands: readonly Band[], box: Box, glyph: number): Band[][] {
  const joined: Band[][] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const between = before ? bands.slice(bands.indexOf(before.at(-1)!) + 1, bands.indexOf(run[0]!)) : [];
    if (
      before &&
      between.length === 1 &&
      !haveOthers(before, run, glyph) &&
      !(isSlit(between[0]!, glyph) && before.length > 1) &&
      !(between[0]!.lines.length > 0 && isHead(run[0]!, glyph)) &&
      isSubtitle(between[0]!, box) &&
      (sameGutters(before, run, box, glyph) || isHeadOf(before, between[0]!, run, box, glyph))
    )
      before.push(between[0]!, ...run);
    else joined.push([...run]);
  }
  return joined;
}

/** Texts of which none has a digit, in several columns: below a caption, the head of another table. */
function isHead({ words }: Band, glyph: number): boolean {
  return coveredRuns(words, APART * glyph).length >= LEAST_HEADS && !words.some(({ text }) => /\d/u.test(text));
}

/** A head, and below it no more than the empty rest of a row that the page cut: nothing but its texts says that it is of the same columns. */
function isHeadOf(head: readonly Band[], { lines }: Band, run: readonly Band[], box: Box, glyph: number): boolean {
  return head.length === 1 && lines.length === 0 && fits(run, head[0]!, box, glyph);
}

/** Two rulings with no room for text between: they close one table and open the next; under a head they are its double ruling. */
function isSlit({ top, bottom, lines }: Band, glyph: number): boolean {
  return lines.length === 0 && bottom - top < LOW * glyph;
}

function isSubtitle(band: Band, box: Box): boolean {
  if (band.lines.length !== 1) return band.lines.length === 0;
  const text = lineText(band.lines[0]!);
  return !isCaption(text) && !/[:：]/u.test(text) && band.words.every((word) => word.box[2] - word.box[0] < 0.5 * (box[2] - box[0]));
}

function sameGutters(a: readonly Band[], b: readonly Band[], box: Box, glyph: number): boolean {
  const count = guttersOf([...a, ...b], box, glyph);
  return count === guttersOf(a, box, glyph) && count === guttersOf(b, box, glyph);
}

function guttersOf(bands: readonly Band[], box: Box, glyph: number): number {
  return columnsOf(bands, box, glyph).length - 2;
}

function columnsOf(bands: readonly Band[], box: Box, glyph: number): number[] {
  const words = bands.flatMap((band) => band.words);
  const lines = bands.reduce((sum, band) => sum + band.lines.length, 0);
  return findColumns(words, box, lines, glyph);
}

/** A band may leave columns empty, but not run across the ones found. */
function agrees(run: readonly Band[], band: Band, box: Box, glyph: number): boolean {
  if (run.length === 0) return true;
  return guttersOf([...run, band], box, glyph) >= AGREEING * Math.max(guttersOf(run, box, glyph), guttersOf([band], box, glyph));
}
