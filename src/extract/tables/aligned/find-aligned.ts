import { type Box, middleX, unionBox } from "../../../core/evidence.js";
import type { Grid } from "../grid.js";
import { isCaption } from "../is-caption.js";
import { middleOf } from "../middle-of.js";
import type { Ruling, Word } from "../placed.js";
import { lineText, NEXT_LINE, type TextLine, textLines, WRAPPED } from "../text-lines.js";
import { wordsBetween } from "../words-between.js";
import { type Band, columnsOf, isSlit } from "./band.js";
import { buildAligned } from "./build-aligned.js";
import { type Cover, findCover } from "./find-cover.js";
import { headsLooseRows } from "./heads/heads-loose-rows.js";
import { partLines } from "./part-lines.js";
import { closingLabel, lastLabel } from "./rows/closing-label.js";
import { mergeCentred } from "./rows/merge-centred.js";
import { unclosedRow } from "./rows/unclosed-row.js";
import { type RuleStack, ruleStacks } from "./rule-stacks.js";
import { tableRuns } from "./table-runs.js";

export interface AlignedTables {
  readonly grids: readonly Grid[];
  readonly words: readonly Word[];
}

/** The rulings between rows, those between some of the columns, and the height of most glyphs. */
interface Rulings {
  readonly rulings: readonly Ruling[];
  readonly uprights: readonly Ruling[];
  readonly glyph: number;
}

/** Rows that must be ruled below, and texts above them, for these to be the head of the table. */
const LEAST_ROWS = 3;
/** How far from the left side a label of the first column stands at most, in glyph heights. */
const LEFT = 1.5;
/** Texts side by side that a row has, at least. */
const LEAST_TEXTS = 3;
const DIGIT = /\d/u;
/** So many times as thick as most rulings is one that closes the table. */
const THICKER = 1.4;

/** Tables whose rulings part their rows, and not all of their columns: these are told by the gutters of the text. */
export function findAligned(words: readonly Word[], { rulings, uprights, glyph }: Rulings, page: number): AlignedTables {
  let rest = words;
  const grids: Grid[] = [];
  const stacks = ruleStacks(rulings, glyph);
  for (const whole of stacks) {
    const { stack, covers } = withoutCovers(rest, whole, page, glyph);
    grids.push(...covers.map(({ grid }) => grid));
    const covered = new Set(covers.flatMap(({ lines }) => lines.flatMap(({ words: own }) => own)));
    if (covered.size > 0) rest = rest.filter((word) => !covered.has(word));
    const runs = tableRuns(bandsOf(rest, stack, uprights, glyph), stack, glyph);
    for (const ruled of runs) {
      const others = new Set(runs.flatMap((other) => (other === ruled ? [] : other.flatMap((band) => band.words))));
      const run = withUnclosed(
        ruled,
        rest.filter((word) => !others.has(word)),
        stack,
        glyph,
      );
      const inside = run.flatMap((band) => band.words);
      const box = boxOf(run, stack.rulings, inside, glyph);
      const levels = [box[1], ...run.filter((band) => !isSlit(band, glyph)).map((band) => band.bottom)];
      const lines = run.reduce((sum, band) => sum + band.lines.length, 0);
      const grid = buildAligned({ words: inside, box, levels, rulings: stack.rulings, uprights, lines, page, glyph });
      if (!grid || headsLooseRows(grid, rest, stack, stacks, glyph)) continue;
      grids.push(mergeCentred(grid));
      const taken = new Set(inside);
      rest = rest.filter((word) => !taken.has(word));
    }
  }
  return { grids, words: rest };
}

/** The covers of forms between two rulings of a stack, and the stack with the height below each as one more at which a table may begin. */
function withoutCovers(
  words: readonly Word[],
  stack: RuleStack,
  page: number,
  glyph: number,
): { readonly stack: RuleStack; readonly covers: readonly Cover[] } {
  const between = wordsBetween(words.filter((word) => !word.turned && isWithin(word, stack, glyph)));
  const covers = stack.levels.slice(1).flatMap((bottom, i) => findCover(textLines(between(stack.levels[i]!, bottom)), page, glyph) ?? []);
  if (covers.length === 0) return { stack, covers };
  const levels = [...stack.levels, ...covers.map(({ grid }) => grid.box[3])].sort((a, b) => a - b);
  return { stack: { ...stack, levels }, covers };
}

function isWithin({ box }: Word, stack: RuleStack, glyph: number): boolean {
  const x = middleX(box);
  return x >= stack.box[0] - glyph && x <= stack.box[2] + glyph;
}

/**
 * The run with the row above the stack's first ruling, and the one below its last, where rulings stand under its rows only, or over them only. A total may stand
 * below the last ruling of any table, also where another follows, and the head of rows that none heads above the first: what closed it is on the page before.
 * `words`: those of no other run.
 */
function withUnclosed(run: readonly Band[], words: readonly Word[], { box, levels, rulings }: RuleStack, glyph: number): readonly Band[] {
  const isHeadless = beginsWithFigures(run[0]!);
  if ((run.length < 2 && !isHeadless) || run.some((band) => band.lines.length === 0)) return run;
  const known = columnsOf(run, box, glyph);
  /** A head in the middle of its column may stand over the gutter's middle, beside figures at the right: the columns that both have, where these are no fewer. */
  const edgesWith = (line: TextLine | undefined): readonly number[] => {
    const both = line ? columnsOf([...run, { ...run[0]!, words: line.words, lines: [line] }], box, glyph) : known;
    return both.length >= known.length ? both : known;
  };
  const take = (side: "above" | "below", level: number): Band[] => {
    const beyond = words.filter((word) => middleOf(word) < level === (side === "above") && word.box[2] > box[0] && word.box[0] < box[2]);
    const total = side === "below" ? totalLine(beyond) : [];
    const isOuter = level === levels[0] || level === levels.at(-1);
    const isOpen =
      isOuter && run.filter(({ bottom: end }) => levels.includes(end)).length >= LEAST_ROWS && !isThickest(level, rulings, glyph);
    const mayBeHead = side === "above" && isHeadless;
    if (!isOpen && !mayBeHead && total.length === 0) return [];
    const rooms = run.map(({ top, bottom, words: own }) =>
      side === "above" ? bottom - Math.max(...own.map((word) => word.box[3])) : Math.min(...own.map((word) => word.box[1])) - top,
    );
    const row = isOpen || mayBeHead ? beyond : total;
    const edges = edgesWith(textLines(row).at(side === "above" ? -1 : 0));
    const found = unclosedRow(row, level, { edges, glyph, side, near: Math.max(...rooms) + 0.3 * glyph });
    const own = isOpen || !mayBeHead || !found.some(({ text }) => DIGIT.test(text)) ? found : [];
    const [, top, , bottom] = unionBox(own.map((word) => word.box)) ?? [0, level, 0, level];
    const [from, to] = side === "above" ? [top - 0.25 * glyph, level] : [level, bottom + 0.25 * glyph];
    return own.length === 0 ? [] : [{ top: from, bottom: to, words: own, lines: textLines(own), uprights: [] }];
  };
  const [top, bottom] = [levels[0]!, run.at(-1)!.bottom];
  return [...(run[0]!.top === top ? take("above", top) : []), ...run, ...(levels.includes(bottom) ? take("below", bottom) : [])];
}

/** Whether the first line of several texts has a figure: no head is in the band. */
function beginsWithFigures({ lines }: Band): boolean {
  return lines.find(({ words }) => words.length >= LEAST_TEXTS)?.words.some(({ text }) => DIGIT.test(text)) ?? false;
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

function bandsOf(words: readonly Word[], stack: RuleStack, uprights: readonly Ruling[], glyph: number): Band[] {
  const { box, levels } = stack;
  const inside = words.filter((word) => isWithin(word, stack, glyph));
  const inner = uprights.filter(({ at }) => at > box[0] + glyph && at < box[2] - glyph);
  const between = wordsBetween(inside);
  return levels.slice(1).flatMap((bottom, i): Band[] => {
    const top = levels[i]!;
    const blocks = belowCaptions(textLines(between(top, bottom)), glyph).flatMap((lines) =>
      partLines(lines, glyph).flatMap(withTotalApart),
    );
    const levelsWithin = blocks.slice(1).map(([first], at) => (blocks[at]!.at(-1)!.box[3] + first!.box[1]) / 2);
    return blocks.map((block, at): Band => {
      const [from, to] = [levelsWithin[at - 1] ?? top, levelsWithin[at] ?? bottom];
      const own = inner.filter((ruling) => ruling.from < (from + to) / 2 && ruling.to > (from + to) / 2);
      return { top: from, bottom: to, words: block.flatMap((line) => line.words), lines: block, uprights: own };
    });
  });
}

/**
 * The lines of a block, and by itself the total that closes it, where figures stand above that it may be of and its label at the left side: no cell of the rows above
 * goes on beside it.
 */
function withTotalApart(block: readonly TextLine[]): (readonly TextLine[])[] {
  const [last, before] = [block.at(-1)!, block.at(-2)];
  const [label, ...more] = lastLabel(block).length > 0 ? closingLabel(last) : [];
  const left = Math.min(...block.map(({ box }) => box[0]));
  const isApart =
    label &&
    more.length === 0 &&
    before &&
    last.baseline - before.baseline >= NEXT_LINE * last.size &&
    label.box[0] - left <= LEFT * last.size;
  return isApart ? [block.slice(0, -1), [last]] : [block];
}

/** The captions of a table that stand at the top of a band, well above the rest of it, and that: nothing is drawn above the table's first row. */
function belowCaptions(lines: readonly TextLine[], glyph: number): (readonly TextLine[])[] {
  const isOver = (line: TextLine, i: number): boolean =>
    lines[i + 1] !== undefined &&
    line.words.length === 1 &&
    lines[i + 1]!.baseline - line.baseline > WRAPPED * glyph &&
    isCaption(lineText(line));
  const first = lines.findIndex((line, i) => !isOver(line, i));
  return first > 0 ? [lines.slice(0, first), lines.slice(first)] : [lines];
}

/** Whether a ruling is drawn thicker than most others of its stack: the outer one of a table. */
function isThickest(at: number, rulings: readonly Ruling[], glyph: number): boolean {
  const thicknesses = rulings.map(({ thickness }) => thickness).sort((a, b) => a - b);
  const usual = thicknesses[Math.floor(thicknesses.length / 2)]!;
  return rulings.some((ruling) => Math.abs(ruling.at - at) < 0.2 * glyph && ruling.thickness > THICKER * usual);
}
