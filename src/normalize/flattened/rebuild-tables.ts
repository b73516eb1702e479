import type { Block, Cell, Extracted, Paragraph, Table } from "../../core/extracted.js";
import { cleanText } from "../../core/text.js";
import { TABLE_LABEL } from "../lexicon/flattened-words.js";
import { isLevel1, readTableHeading } from "../lexicon/labels/level.js";
import { type Atom, atomsOf, goesOn } from "./atom.js";
import { buildTable } from "./built/build-table.js";
import { phrasesOf } from "./cells/known-phrases.js";
import type { Known } from "./cells/word-cells.js";
import { findForms } from "./find-forms.js";
import { withBannerLevels } from "./heads/banner-levels.js";
import { type BrokenSide, brokenSide } from "./heads/broken-side.js";
import { columnsBelow, type FoundHead, findHeads, HEADING } from "./heads/find-heads.js";
import { rebuildLaidOut } from "./laid-out/rebuild-laid-out.js";
import { withoutHeadlessTables } from "./opened/headless-tables.js";
import { withoutRaggedTables } from "./opened/ragged-tables.js";
import { rebuildRuns } from "./paragraph-runs.js";
import { type Body, readBest, readBody } from "./read-body.js";
import { isProven, isWorth, LEAST_WORTH, type Least } from "./search/least-worth.js";
import { hasRowOnEachLine } from "./search/table-search.js";
import { withoutStrayBlanks } from "./stray-blanks.js";
import { findTransposed } from "./transposed/find-transposed.js";
import { withWovenHeads } from "./woven/woven-heads.js";
import { withLabelledFunds } from "./written/labelled-funds.js";
import { withWrittenColumns } from "./written/written-columns.js";

/**
 * Tables that lost their grid (one cell a line, cells broken over lines, rows parted by single spaces) as tables again. Each is found by its
 * head and read by search; what was not read stays as it was. In flowing text only what reads as a table beyond doubt is taken for one.
 */
export function rebuildTables(extracted: Extracted): Extracted {
  const known = phrasesOf(extracted.blocks);
  const least = extracted.flow === "lines" ? LEAST_WORTH.lines : LEAST_WORTH.flowed;
  const written = withLabelledFunds(withWrittenColumns(extracted.blocks));
  const opened = withoutRaggedTables(withoutHeadlessTables(written), (lines) => readsByLine(lines, 0, lines.length, known));
  const tidy = withoutStrayBlanks(opened);
  const laid = rebuildLaidOut(tidy, (blocks, from, to) => readsByLine(blocks, from, to, known));
  const blocks = rebuildRuns(laid, (from, to) => rebuildRun(laid, from, to, known, least));
  return blocks === extracted.blocks ? extracted : { ...extracted, blocks: renumber(blocks) };
}

/** A table and the atoms of its run that it takes up. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

/** The blocks of a run of paragraphs with its tables rebuilt; null where there is none. */
function rebuildRun(all: readonly Block[], from: number, to: number, known: Known, least: Least): Block[] | null {
  const plain = atomsOf(all, from, to);
  const plainHeads = findHeads(plain);
  const atoms = withWovenHeads(plain, plainHeads);
  const heads = atoms === plain ? plainHeads : findHeads(atoms);
  const transposed = findTransposed(atoms);
  const isWithin = (list: readonly Span[]) => (atom: number) => list.some((span) => atom >= span.from && atom < span.to);
  const isTransposed = isWithin(transposed);
  const spans: Span[] = [];
  for (let h = 0; h < heads.length; h++) {
    const head = heads[h]!;
    if (head.from < (spans.at(-1)?.to ?? 0) || isTransposed(head.from)) continue;
    const side = head.about === "funds" ? brokenSide(atoms, head.to) : undefined;
    const told = dropRepeats(atoms, heads, h, side);
    const whole = withBannerLevels(side ? { ...head, side: side.text } : head, told.atoms);
    const { body, read, woven } = readBest(told, whole, known);
    if (!read || !(isWorth(read.best, least) || isProven(read.best, whole, body.atoms))) continue;
    const table = buildTable(atoms, { ...whole, woven }, body.atoms, read.best, read.others);
    const to = body.consumed(read.best.to);
    if (!transposed.some((span) => head.from < span.to && span.from < to)) spans.push({ from: head.from, to, table });
  }
  const taken = [...spans, ...transposed];
  const found = [...taken, ...findForms(atoms, isWithin(taken))].sort((a, b) => a.from - b.from);
  return found.length > 0 ? withSpans(all, from, to, atoms, found) : null;
}

/** Whether the first table of these paragraphs has a row on each line and is one beyond doubt: its cells need not stand below each other. */
function readsByLine(blocks: readonly Block[], from: number, to: number, known: Known): boolean {
  const atoms = atomsOf(blocks, from, to);
  const heads = findHeads(atoms);
  if (heads.length === 0) return false;
  const body = dropRepeats(atoms, heads, 0);
  const head = withBannerLevels(heads[0]!, body.atoms);
  const read = readBody(body, head, known);
  return read !== null && isWorth(read.best, LEAST_WORTH.flowed) && hasRowOnEachLine(body.atoms, columnsBelow(head), read.best);
}

/** Tables in the place of the paragraphs they were read from; what stands in the same paragraph before or behind a table stays a paragraph. */
function withSpans(all: readonly Block[], from: number, to: number, atoms: readonly Atom[], spans: readonly Span[]): Block[] {
  const blocks: Block[] = [];
  let next = from;
  let done = 0;
  spans.forEach((span, i) => {
    const first = atoms[span.from]!.block;
    if (first >= next) blocks.push(...all.slice(next, first));
    blocks.push(...restOf(atoms, Math.max(done, indexOfBlock(atoms, first)), span.from), span.table);
    const last = atoms[span.to - 1]!.block;
    const stop = spans[i + 1]?.from ?? atoms.length;
    done = span.to;
    next = last + 1;
    const end = endOfBlock(atoms, last);
    if (end <= stop) {
      blocks.push(...restOf(atoms, span.to, end));
      done = end;
    }
  });
  return [...blocks, ...all.slice(next, to)];
}

function indexOfBlock(atoms: readonly Atom[], block: number): number {
  return atoms.findIndex((atom) => atom.block === block);
}

function endOfBlock(atoms: readonly Atom[], block: number): number {
  let end = atoms.length;
  while (end > 0 && atoms[end - 1]!.block !== block) end--;
  return end;
}

function restOf(atoms: readonly Atom[], from: number, to: number): Paragraph[] {
  if (from >= to) return [];
  let text = "";
  for (let i = from; i < to; i++) {
    const atom = atoms[i]!;
    text += i > from && !goesOn(atom) ? ` ${atom.text}` : atom.text;
  }
  const evidence = atoms[from]!.line.evidence;
  return [{ type: "paragraph", text: cleanText(text), lines: [{ text, evidence }], evidence: [evidence] }];
}

/**
 * What follows a head: up to the next head of another table, or the heading of another level's table, with repetitions of the same head (a new page) and
 * the label beside its rows left out.
 */
function dropRepeats(atoms: readonly Atom[], heads: readonly FoundHead[], h: number, side?: BrokenSide): Body {
  const head = heads[h]!;
  const kept: number[] = [];
  let at = head.to + bannerLength(atoms, head.to, TABLE_LABEL);
  for (let next = h + 1; next <= heads.length; next++) {
    const other = heads[next];
    const heading = other && levelHeading(atoms, at, other.from);
    const stop = heading ?? other?.from ?? atoms.length;
    for (let i = at; i < stop; ) {
      const banner = beginsLine(atoms, i) ? bannerLength(atoms, i, GOAL_BANNER) : 0;
      if (banner === 0 && !side?.atoms.has(i)) kept.push(i);
      i += Math.max(banner, 1);
    }
    if (!other || heading !== undefined || !sameColumns(head, other)) break;
    at = other.to;
  }
  return { atoms: kept.map((i) => atoms[i]!), consumed: (to) => (kept[to - 1] ?? head.to) + 1 };
}

/** Where the line right before a head begins that heads a level's table: （二）效益指标（满分30分，得分30分）; undefined where it is none. */
function levelHeading(atoms: readonly Atom[], from: number, to: number): number | undefined {
  let at = to - 1;
  while (at > from && atoms[at - 1]!.row === atoms[at]!.row) at--;
  const text = atoms[at]!.line.text.trim();
  return at > from && HEADING.test(text) && isLevel1(readTableHeading(text).name) ? at : undefined;
}

/** The label of a group of rows that serve one goal. */
const GOAL_BANNER = /^年度(?:总体)?(?:绩效)?目标[一二三四五六七八九十\d]{1,2}$/u;
const LONGEST_BANNER = 12;
const JOINED: ReadonlySet<Atom["gap"]> = new Set<Atom["gap"]>(["glued", "fused", "digit"]);

/** 绩效指标, the label that stands beside the whole table, often broken one character a line: no row's cell. Atoms it takes. */
function bannerLength(atoms: readonly Atom[], from: number, banner: RegExp): number {
  let text = "";
  for (let i = from; i < atoms.length && text.length < LONGEST_BANNER; i++) {
    text += atoms[i]!.text;
    if (banner.test(text) && !JOINED.has(atoms[i + 1]?.gap ?? "line")) return i + 1 - from;
  }
  return 0;
}

function beginsLine(atoms: readonly Atom[], at: number): boolean {
  return atoms[at - 1]?.row !== atoms[at]!.row;
}

function sameColumns(a: FoundHead, b: FoundHead): boolean {
  return a.about === b.about && a.columns.length === b.columns.length && a.columns.every((column, i) => column.role === b.columns[i]!.role);
}

/** Tables count from 0 in reading order; cells say in which they stand. */
function renumber(blocks: readonly Block[]): Block[] {
  let index = 0;
  return blocks.map((block) => {
    if (block.type !== "table") return block;
    const table = index++;
    if (block.index === table) return block;
    return { ...block, index: table, cells: block.cells.map((cell) => moved(cell, table)) } satisfies Table;
  });
}

function moved(cell: Cell, table: number): Cell {
  return { ...cell, evidence: cell.evidence.map((evidence) => ({ ...evidence, table })) };
}
