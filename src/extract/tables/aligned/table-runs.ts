import type { Box } from "../../../core/evidence.js";
import { isFigure } from "../../is-figure.js";
import { columnOf, columnsOfLine, keepsToColumn } from "../column-of.js";
import { isCaption } from "../is-caption.js";
import { lineText } from "../text-lines.js";
import { type Band, columnsOf, haveOthers, haveSame, isSlit } from "./band.js";
import { CELL_GAP, coveredRuns } from "./columns/line-columns.js";
import { spanningHeads } from "./heads/spanning-heads.js";
import { partRows } from "./part-lines.js";
import { isLabels } from "./rows/is-labels.js";
import { isNumbered } from "./rows/is-numbered.js";
import type { RuleStack } from "./rule-stacks.js";

/** So many bands of a run, the last ones, tell where its gutters are: more than a printed page has. */
const MOST_EVEN = 100;
/** Fewer texts side by side are no head; and fewer lines of so many tell no columns where these are near to each other. */
const LEAST_HEADS = 3;
const LEAST_LINES = 3;
/** Share of the gutters found so far, or by the band alone, that must still be open when a band is added. */
const AGREEING = 0.6;
/** How exactly the rulings of one height lie, in glyph heights; and what speaks against a table's end where one leaves out a merged cell, beside a misplaced text. */
const SAME = 0.45;
const GOES_ON = 0.1;

/** Runs of bands that read as one table: each with text in several columns, parted where these change. */
export function tableRuns(bands: readonly Band[], stack: RuleStack, glyph: number): Band[][] {
  const { box } = stack;
  const runs: Band[][] = [[]];
  /** The bands of the run that have their gutters in line with the last one's. */
  let even: Band[] = [];
  for (const band of bands) {
    const isTabular = (isApart(band, box, glyph) || fits(even, band, box, glyph)) && !isCaptions(band, glyph);
    const isNew = haveOthers(runs.at(-1)!, [band], glyph);
    if (!isTabular || isNew || !agrees(even, band, box, glyph)) even = [];
    if (!isTabular || isNew) runs.push([]);
    if (isTabular) {
      even = [...even.slice(1 - MOST_EVEN), band];
      runs.at(-1)!.push(band);
    }
  }
  const against = (above: Band, band: Band): number =>
    haveSame(above, band) ? Number.POSITIVE_INFINITY : leavesOut(stack, band.top, glyph) ? GOES_ON : 0;
  const found = runs.flatMap((run) => (run.length === 0 ? [] : partRows(run, glyph, against)));
  for (const each of [...found]) {
    takeHead(each, bands, box, glyph);
    takeSpanningHead(each, found, bands, stack, glyph);
  }
  return bridged(found, bands, box, glyph);
}

/** Whether the ruling at a height leaves out one of a table's sides: a merged cell goes on there. */
function leavesOut({ box, rulings }: RuleStack, at: number, glyph: number): boolean {
  const own = rulings.filter((ruling) => Math.abs(ruling.at - at) <= SAME * glyph);
  const [from, to] = [Math.min(...own.map((ruling) => ruling.from)), Math.max(...own.map((ruling) => ruling.to))];
  return own.length > 0 && (from > box[0] + glyph || to < box[2] - glyph);
}

/** Puts the band above a run to it whose texts stand in its columns, too near to each other to be told apart by themselves: a head. */
function takeHead(run: Band[], bands: readonly Band[], box: Box, glyph: number): void {
  const above = bands[bands.indexOf(run[0]!) - 1];
  if (!above || isApart(above, box, glyph) || isCaptions(above, glyph)) return;
  // A head may be wider than the figures below.
  if (fits(run, above, box, glyph) || keepColumns(above, run, box, glyph)) run.unshift(above);
}

/** Puts the band above a run to it that holds nothing but heads over several of its columns, or a whole head that is parted from it: some are over one each. */
function takeSpanningHead(run: Band[], found: Band[][], bands: readonly Band[], { box, rulings }: RuleStack, glyph: number): void {
  const above = bands[bands.indexOf(run[0]!) - 1];
  if (!above || above.words.length === 0) return;
  const own = found.find((each) => each.includes(above));
  const words = [above, run[0]!].flatMap((band) => band.words);
  const heads = spanningHeads(words, { rulings, uprights: above.uprights }, [box[0], above.top, box[2], run[0]!.bottom], glyph).flatMap(
    (head) => head.words,
  );
  const others = above.words.filter((word) => !heads.includes(word));
  if (others.length > 0 && !(own?.length === 1 && isHead(above, glyph) && keepColumns({ ...above, words: others }, run, box, glyph)))
    return;
  if (own?.length === 1) found.splice(found.indexOf(own), 1);
  else own?.pop();
  run.unshift(above);
}

/** Whether what a band above a run holds stands in the columns of both, and parts none of the run's. */
function keepColumns(above: Band, run: readonly Band[], box: Box, glyph: number): boolean {
  const both = [above, ...run];
  return guttersOf(both, box, glyph) >= guttersOf(run, box, glyph) && fits(both, above, box, glyph);
}

/** Whether the texts of a band stand so far from each other that they have columns of their own, or one under the other in several, however near. */
function isApart(band: Band, box: Box, glyph: number): boolean {
  if (coveredRuns(band.words, CELL_GAP * glyph).length >= 2) return true;
  if (band.lines.length < LEAST_LINES) return false;
  const edges = columnsOf([band], box, glyph);
  const full = band.lines.filter((line) => (columnsOfLine(line, edges)?.size ?? 0) >= LEAST_HEADS);
  return full.length >= LEAST_LINES;
}

/** Whether the texts of a band stand in several of the columns that the run has, however near these are to each other. */
function fits(run: readonly Band[], band: Band, box: Box, glyph: number): boolean {
  if (run.length === 0 || band.words.length < 2) return false;
  const edges = columnsOf(run, box, glyph);
  const places = band.words.map((word) => columnOf(word, edges));
  return new Set(places).size >= 2 && band.words.every((word) => keepsToColumn(word, edges));
}

/** Nothing but the captions of a table below: its title, its unit, each alone on its line but for its number; or labels to be filled in. */
function isCaptions(band: Band, glyph: number): boolean {
  return band.lines.every((line) => {
    if (isLabels(line, glyph)) return true;
    const titled = CAPTION_NUMBER.test(line.words[0]!.text) ? line.words.slice(1) : line.words;
    return coveredRuns(titled, CELL_GAP * glyph).length === 1 && isCaption(lineText(line));
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
      ((isSubtitle(between[0]!, box) && (sameGutters(before, run, box, glyph) || isHeadOf(before, between[0]!, run, box, glyph))) ||
        (isGroup(between[0]!, run, box) && keepGutters(before, run, box, glyph)))
    )
      before.push(between[0]!, ...run);
    else joined.push([...run]);
  }
  return joined;
}

/** Texts of which none has a digit, in several columns: below a caption, the head of another table. */
function isHead({ words }: Band, glyph: number): boolean {
  return coveredRuns(words, CELL_GAP * glyph).length >= LEAST_HEADS && !words.some(({ text }) => /\d/u.test(text));
}

/** A head without figures, and below it no more than the empty rest of a row that the page cut: nothing but its texts says that it is of the same columns. */
function isHeadOf(head: readonly Band[], { lines }: Band, run: readonly Band[], box: Box, glyph: number): boolean {
  const isBare = head.length === 1 && !head[0]!.words.some(({ text }) => isFigure(text));
  return isBare && lines.length === 0 && fits(run, head[0]!, box, glyph);
}

function isSubtitle(band: Band, box: Box): boolean {
  if (band.lines.length !== 1) return band.lines.length === 0;
  return !isCaption(lineText(band.lines[0]!)) && isShort(band, box);
}

/** 二、成本指标（10分） in a row of its own over rows that no head begins: a group of them. Below a heading between two tables stands the head of the next. */
function isGroup(band: Band, [first]: readonly Band[], box: Box): boolean {
  const [line, ...others] = band.lines;
  if (!line || others.length > 0 || !isNumbered(line)) return false;
  return isShort(band, box) && first!.words.some(({ text }) => isFigure(text));
}

function isShort({ words, lines }: Band, box: Box): boolean {
  return !/[:：]/u.test(lineText(lines[0]!)) && words.every((word) => word.box[2] - word.box[0] < 0.5 * (box[2] - box[0]));
}

/** Whether together two runs have no fewer columns than the one that has fewer: the other may fill some that it leaves empty. */
function keepGutters(a: readonly Band[], b: readonly Band[], box: Box, glyph: number): boolean {
  return guttersOf([...a, ...b], box, glyph) >= Math.min(guttersOf(a, box, glyph), guttersOf(b, box, glyph));
}

function sameGutters(a: readonly Band[], b: readonly Band[], box: Box, glyph: number): boolean {
  const count = guttersOf([...a, ...b], box, glyph);
  return count === guttersOf(a, box, glyph) && count === guttersOf(b, box, glyph);
}

function guttersOf(bands: readonly Band[], box: Box, glyph: number): number {
  return columnsOf(bands, box, glyph).length - 2;
}

/** A band may leave columns empty, but not run across the ones found. */
function agrees(run: readonly Band[], band: Band, box: Box, glyph: number): boolean {
  if (run.length === 0) return true;
  return guttersOf([...run, band], box, glyph) >= AGREEING * Math.max(guttersOf(run, box, glyph), guttersOf([band], box, glyph));
}
