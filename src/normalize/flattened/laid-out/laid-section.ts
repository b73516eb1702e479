import { HEADING_NUMBER } from "../../../core/numbering.js";
import { TABLE_LABEL } from "../../lexicon/flattened-words.js";
import { type ColumnKind, kindOfHead } from "../column.js";
import { type Band, bandOf, withLabels } from "./column-bands.js";
import { FIGURE } from "./find-anchors.js";
import { type LaidHead, laidHeadAt, laidRole, titlesOf } from "./find-laid-head.js";
import { fundBands } from "./fund-labels.js";
import { groupLabel } from "./group-label.js";
import { isLaidOut, type LaidLine, type Token } from "./laid-lines.js";
import { matchBands } from "./match-bands.js";
import { totalLabel } from "./total-label.js";

const MOST_LINES = 1200;
/** How far apart, in lines, what belongs to one table may stand. */
const FARTHEST = 8;
const HEADING = new RegExp(`^(?:${HEADING_NUMBER}|附[件表注录]|注[:：]|备注[:：]|说明[:：]|填[报表])`, "u");

/** The lines of a table on one page. */
export interface Section {
  readonly bands: readonly Band[];
  /** The line behind its last. */
  readonly to: number;
  /** A line in columns follows that does not keep to its own. */
  readonly cut: boolean;
}

/**
 * The table's lines on the page, from one on, and its columns. An indicator table goes on to its total, or its last row; another line that runs over two
 * heads is none of a table's.
 */
export function sectionOf(lines: readonly LaidLine[], head: LaidHead, from: number): Section {
  let end = from;
  while (end < Math.min(lines.length, from + MOST_LINES) && !endsTable(lines, end, from) && !laidHeadAt(lines, end)) end++;
  const last = head.about === "indicators" ? lastRow(lines.slice(from, end)) + from : -1;
  const isTotal = last >= from && totalLabel(lines[last]!) !== undefined;
  let to = isTotal ? last + 1 : from;
  let cut = false;
  // A narrow column breaks the total's figure too.
  if (isTotal) while (to < end && lines[to]!.row === lines[to - 1]!.row + 1 && isRestOfFigures(lines[to]!)) to++;
  else
    for (; to < end; to++) {
      const line = lines[to]!;
      if (head.about === "funds" && tellsNoAmount(line, head)) break;
      if (
        to > last &&
        groupLabel(lines, to) === undefined &&
        (runsOver(line, head.bands) || (head.about === "funds" && runsPastLabels(line, firstAmount(head))))
      ) {
        cut = isLaidOut(line.tokens);
        break;
      }
    }
  return { bands: bandsOf(head, lines.slice(from, to)), to, cut };
}

/** 8 below 97.1; 1. and 2. number what is to be filled in below the table. */
function isRestOfFigures({ tokens }: LaidLine): boolean {
  return tokens.every(({ text }) => FIGURE.test(text) && !/^\d{1,2}\.$/u.test(text));
}

function bandsOf(head: LaidHead, lines: readonly LaidLine[]): readonly Band[] {
  const isFunds = head.about === "funds";
  const bands = withLabels(head.bands, lines, isFunds && fundKind(head, 0) === "amount");
  return isFunds ? fundBands(bands, bands.length - head.bands.length, fundKind(head, 0) === "label", lines) : bands;
}

/** The last total behind a row, else the last that has figures side by side as rows have; -1 where there is none. */
function lastRow(lines: readonly LaidLine[]): number {
  const isTotal = (line: LaidLine) => totalLabel(line) !== undefined;
  const isRow = (line: LaidLine) => !isTotal(line) && line.tokens.filter(({ text }) => FIGURE.test(text)).length >= LEAST_FIGURES;
  const total = lines.findLastIndex(isTotal);
  return lines.slice(0, Math.max(0, total)).some(isRow) ? total : Math.max(total, lines.findLastIndex(isRow));
}

/** Bare figures of a row: its marks. */
const LEAST_FIGURES = 2;

function endsTable(lines: readonly LaidLine[], at: number, from: number): boolean {
  const line = lines[at]!;
  const [{ text }] = line.tokens as [Token];
  const isLabel =
    (HEADING.test(text) && !isLaidOut(line.tokens) && groupLabel(lines, at) === undefined) ||
    (line.tokens.length === 1 && TABLE_LABEL.test(text) && laidHeadAt(lines, at + 1) !== undefined);
  return (at > from && line.newPage) || (at > 0 && line.row - lines[at - 1]!.row > FARTHEST) || isLabel;
}

/** Whether one text takes the place of two columns: half of two heads and more. */
function runsOver({ tokens }: LaidLine, heads: readonly Band[]): boolean {
  return tokens.some(
    ({ text, from, to }) =>
      !isValue(text) && heads.filter((head) => Math.min(to, head.to) - Math.max(from, head.from) >= (head.to - head.from) / 2).length > 1,
  );
}

/** A figure or a date stands in one column, however wide. */
function isValue(text: string): boolean {
  return /\d/u.test(text) && (text.match(/\p{Script=Han}/gu)?.length ?? 0) <= MOST_IN_VALUE;
}

const MOST_IN_VALUE = 4;

/** Whether a text that begins among the labels takes the place of the first amount too: a row of the form behind the table. */
function runsPastLabels({ tokens }: LaidLine, first: Band): boolean {
  return tokens.some(({ text, from, to }) => /\p{Script=Han}{2}/u.test(text) && from < first.from && to >= first.to);
}

/** Whether a line of words alone has some where figures stand: a row of the form behind the table. */
function tellsNoAmount({ tokens }: LaidLine, head: LaidHead): boolean {
  const first = firstAmount(head);
  const behind = tokens.filter((token) => token.from >= first.from - 1);
  const isWords = (token: Token) => /\p{Script=Han}{3}/u.test(token.text) && isFigures(head, bandOf(head.bands, token));
  return !behind.some(({ text }) => /\d/u.test(text)) && behind.some(isWords);
}

/** The first column of a fund table that holds figures. */
function firstAmount(head: LaidHead): Band {
  return head.bands.find((_, column) => isFigures(head, column))!;
}

function isFigures(head: LaidHead, column: number): boolean {
  return fundKind(head, column) !== "text" && fundKind(head, column) !== "label";
}

function fundKind({ titles }: LaidHead, column: number): ColumnKind {
  return kindOfHead(titles[column]!, laidRole(titles[column]!, "funds"), "funds");
}

/** The table's next page: under the same heads again, or lines in its columns that end in a total. */
export function continued(
  lines: readonly LaidLine[],
  at: number,
  { about }: LaidHead,
  {
    kinds,
    titles,
    bands: above,
  }: { readonly kinds: readonly ColumnKind[]; readonly titles: readonly string[]; readonly bands: readonly Band[] },
): (Section & { from: number }) | undefined {
  for (let line = at; line < Math.min(lines.length, at + FARTHEST); line++) {
    const again = laidHeadAt(lines, line);
    if (again?.about !== about) continue;
    const section = sectionOf(lines, again, again.to);
    const repeated = titlesOf(lines.slice(again.from, again.to), section.bands);
    const isSame =
      repeated.length === titles.length && repeated.every((title, i) => laidRole(title, about) === laidRole(titles[i]!, about));
    return isSame ? { ...section, from: again.to } : undefined;
  }
  for (let to = at; to < lines.length && !endsTable(lines, to, at); to++) {
    // Another table's.
    if (laidHeadAt(lines, to)) return undefined;
    if (totalLabel(lines[to]!) === undefined) continue;
    const bands = matchBands(lines.slice(at, to), kinds, above);
    return bands && { bands, from: at, to: to + 1, cut: false };
  }
  return undefined;
}
