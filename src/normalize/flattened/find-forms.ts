import type { Cell, Table } from "../../core/extracted.js";
import { cleanText } from "../../core/text.js";
import { fundSource } from "../lexicon/labels/fund-source.js";
import { FUNDS_BLOCK } from "../lexicon/labels/funds-block.js";
import { fundRole, indicatorRole } from "../lexicon/labels/head-words.js";
import { listedField, type MetaField, metaField, ORGANISATIONS } from "../lexicon/labels/meta-label.js";
import { totalKind } from "../lexicon/labels/total-words.js";
import { isOrganisation } from "../title/title.js";
import type { Atom } from "./atom.js";
import { HEADING } from "./heads/find-heads.js";
import { type Piece, piecesOf } from "./pieces.js";
import { type CellLine, cellLines, raggedness } from "./search/raggedness.js";

/** A form's head that lost its grid, as a table of label and value; atoms `from` up to `to` of the run. */
export interface FoundForm {
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

interface Pair {
  readonly label: readonly Piece[];
  readonly value: readonly Piece[];
}

const TELLING: ReadonlySet<MetaField> = new Set<MetaField>(["projectName", ...ORGANISATIONS]);
const SHORTEST_LABEL = 3;
/** Lines that a narrow column breaks a label into, at most. */
const MOST_LABEL_LINES = 6;
const LONGEST_LABEL = 24;
const LONGEST_VALUE = 60;
/** Labels of one form. */
const MOST_PAIRS = 60;

/**
 * 项目名称 / 某项目 / 主管部门 / 某局: labels and values one a line, broken over lines, or several on one line. Lines that hold one label and its
 * value each are no form: they read as they stand.
 */
export function findForms(atoms: readonly Atom[], isTaken: (atom: number) => boolean): FoundForm[] {
  const pieces = piecesOf(atoms);
  const form = new FormReader(atoms, pieces, isTaken);
  const onRow = new Map<number, number>();
  for (const { row } of pieces) onRow.set(row, (onRow.get(row) ?? 0) + 1);
  const forms: FoundForm[] = [];
  for (let i = 0; i < pieces.length; ) {
    const { pairs, next } = form.pairsFrom(i);
    if (isForm(pairs, onRow) || (isSinglePair(pairs) && form.followsAt(next))) {
      const last = pairs.at(-1)!;
      forms.push({ from: pairs[0]!.label[0]!.from, to: (last.value.at(-1) ?? last.label.at(-1)!).to, table: tableOf(atoms, pairs) });
      i = next;
    } else i++;
  }
  return forms;
}

/** Reads labels and values in pieces; remembers where labels stand. */
class FormReader {
  readonly #atoms: readonly Atom[];
  readonly #pieces: readonly Piece[];
  readonly #isTaken: (atom: number) => boolean;
  readonly #labels = new Map<number, number>();

  constructor(atoms: readonly Atom[], pieces: readonly Piece[], isTaken: (atom: number) => boolean) {
    this.#atoms = atoms;
    this.#pieces = pieces;
    this.#isTaken = isTaken;
  }

  /** The pairs that follow each other from a piece on, and the piece behind them. */
  pairsFrom(start: number): { pairs: Pair[]; next: number } {
    const pairs: Pair[] = [];
    let at = start;
    for (let length = this.#labelAt(at); length > 0 && pairs.length < MOST_PAIRS; length = this.#labelAt(at)) {
      const value = this.#valueAt(at + length, pairs);
      pairs.push({ label: this.#pieces.slice(at, at + length), value });
      at += length + value.length;
    }
    return { pairs: withValuesBelow(pairs), next: Math.max(at, start + 1) };
  }

  /** Whether a table's head begins at a piece. */
  followsAt(at: number): boolean {
    const piece = this.#pieces[at];
    return piece !== undefined && (this.#isTaken(piece.from) || MONEY.test(piece.text) || this.#longest(at, followsForm) > 0);
  }

  /** How many pieces the label takes that begins at one; 0 where none begins. */
  #labelAt(at: number): number {
    let known = this.#labels.get(at);
    if (known === undefined) {
      known = this.#longest(at, isLabel);
      this.#labels.set(at, known);
    }
    return known;
  }

  /** The most pieces from one on, each but the first on a line of its own, whose text is such a word. */
  #longest(at: number, isWord: (text: string, isJoined: boolean) => boolean): number {
    let text = "";
    let length = 0;
    for (let i = at; i < this.#pieces.length && i - at < MOST_LABEL_LINES && !this.#isTaken(this.#pieces[i]!.from); i++) {
      const piece = this.#pieces[i]!;
      if (i > at && (piece.row === this.#pieces[i - 1]!.row || isWholeLabel(piece))) break;
      text += piece.text;
      if (text.length > LONGEST_LABEL) break;
      if (text.length >= SHORTEST_LABEL && isWord(text, i > at)) length = i + 1 - at;
    }
    return length;
  }

  /**
   * All up to the next label, if its lines are one cell's; else the piece behind the label. Behind the last value anything may stand: its lines
   * are told by the width of the values before.
   */
  #valueAt(from: number, before: readonly Pair[]): readonly Piece[] {
    let to = from;
    let length = 0;
    while (this.#isValue(to) && length <= LONGEST_VALUE) length += this.#pieces[to++]!.text.length;
    const value = this.#pieces.slice(from, to);
    if (to - from < 2) return value;
    const width = this.#labelAt(to) > 0 ? undefined : this.#widthOf(before);
    const isTold = this.#labelAt(to) > 0 || (width !== undefined && this.#endsAt(to));
    const isOneCell = length <= LONGEST_VALUE && isTold && this.#raggedness(value, width) < RAGGED;
    return isOneCell ? value : value.slice(0, 1);
  }

  /** Characters that the lines of broken values hold; undefined where none is broken. */
  #widthOf(pairs: readonly Pair[]): number | undefined {
    const broken = pairs
      .filter(({ value }) => value.length > 1)
      .map(({ value }) => Math.max(...this.#lines(value).map(({ width }) => width)));
    return broken.length > 0 ? Math.max(...broken) : undefined;
  }

  #isValue(at: number): boolean {
    const piece = this.#pieces[at];
    return (
      piece !== undefined &&
      !this.#isTaken(piece.from) &&
      piece.text.length <= LONGEST_VALUE &&
      !/[。；;]/u.test(piece.text) &&
      !HEADING.test(piece.text) &&
      !this.#endsAt(at)
    );
  }

  /** A label, or a word of what follows a form. */
  #endsAt(at: number): boolean {
    const piece = this.#pieces[at];
    if (piece === undefined || this.#labelAt(at) > 0) return true;
    return this.#isTaken(piece.from) || HEADING.test(piece.text) || this.#longest(at, followsForm) > 0;
  }

  #raggedness(value: readonly Piece[], width: number | undefined): number {
    return raggedness(this.#lines(value), width, 0);
  }

  #lines(value: readonly Piece[]): CellLine[] {
    return value.length === 0 ? [] : cellLines(this.#atoms, value[0]!.from, value.at(-1)!.to);
  }
}

/**
 * Pairs of a form that is told column by column (项目名称 / 主管部门 / 某项目 / 某局): labels below one another, as many lines behind them. A form rarely leaves the
 * project's name blank, and a name broken over lines is the last label's alone.
 */
function withValuesBelow(pairs: readonly Pair[]): Pair[] {
  return pairs.map((pair, i) => {
    const last = pairs.findIndex(({ value }, j) => j >= i && value.length > 0);
    const first = pairs.findLastIndex(({ value }, j) => j < last && value.length > 0) + 1;
    const group = pairs.slice(first, last + 1);
    const lines = pairs[last]?.value ?? [];
    const isBelow =
      group.length > 1 &&
      lines.length === group.length &&
      lines.every(({ begins }) => begins) &&
      group.every(({ label }) => TELLING.has(fieldOf(label)!)) &&
      fieldOf(group[0]!.label) === "projectName";
    return isBelow ? { ...pair, value: [lines[i - first]!] } : pair;
  });
}

/** Lines of a value may fall short of each other by less than this. */
const RAGGED = 2;

/** 填报单位： below 评价年度： 2022年: a line that is a label with its colon goes on with none. */
function isWholeLabel({ text }: Piece): boolean {
  return /[:：]$/u.test(text) && listedField(text.slice(0, -1)) !== undefined;
}

/** No label begins with brackets: （2024年度） stands above it. */
function isLabel(text: string, isJoined: boolean): boolean {
  if (/^[(（]/u.test(text)) return false;
  const kind = totalKind(text);
  return (isJoined ? listedField : metaField)(text) !== undefined || kind === "grade" || (kind === "total" && text.includes("分"));
}

const FUND_LABEL = /^(?:年度|全年|本年|当年|项目|预算|资金|支出|合计|总计)/u;

const MONEY = new RegExp(`^(?:${FUNDS_BLOCK}|(?:项目|年度|部门)*预算执行情况)`, "u");

/** The heads of the tables that follow, and the labels beside the amounts. */
function followsForm(text: string): boolean {
  if (MONEY.test(text)) return true;
  return (FUND_LABEL.test(text) && fundSource(text) === "total") || fundRole(text)?.exact === true || indicatorRole(text)?.exact === true;
}

/** Labels stand alone on their lines, or two of them on one, but for lines between that hold a label and its value. */
function isForm(pairs: readonly Pair[], onRow: ReadonlyMap<number, number>): boolean {
  if (pairs.length < 2 || !pairs.some(({ label, value }) => value.length > 0 && TELLING.has(fieldOf(label)!))) return false;
  const rowOf = (pair: Pair) => pair.label[0]!.row;
  const isSet = (pair: Pair) => onRow.get(rowOf(pair)) === 1 || pairs.some((other) => other !== pair && rowOf(other) === rowOf(pair));
  // 某局 实施单位: the value before begins the label's line.
  const isBehindValue = (pair: Pair, i: number) => pairs[i - 1]?.value.some(({ begins, row }) => begins && row === rowOf(pair)) === true;
  return pairs.some(isSet) && pairs.every((pair, i) => isSet(pair) || pair.label[0]!.begins || isBehindValue(pair, i));
}

/** 部门名称 某馆 right above a table: a form of one label, whose value is an organisation's name beyond doubt. */
function isSinglePair(pairs: readonly Pair[]): boolean {
  const [pair, ...more] = pairs;
  if (!pair || more.length > 0) return false;
  const { label, value } = pair;
  return ORGANISATIONS.has(fieldOf(label)!) && isOrganisation(value.map(({ text }) => text).join(""));
}

function fieldOf(label: readonly Piece[]): MetaField | undefined {
  return metaField(label.map(({ text }) => text).join(""));
}

function tableOf(atoms: readonly Atom[], pairs: readonly Pair[]): Table {
  const cell = (row: number, column: number, pieces: readonly Piece[], fallback: Piece): Cell => ({
    row,
    column,
    rowSpan: 1,
    colSpan: 1,
    text: cleanText(pieces.map((piece) => piece.text).join("")),
    evidence: [{ ...atoms[(pieces[0] ?? fallback).from]!.line.evidence, row, column }],
  });
  return {
    type: "table",
    index: -1,
    rowCount: pairs.length,
    columnCount: 2,
    cells: pairs.flatMap(({ label, value }, row) => [cell(row, 0, label, label[0]!), cell(row, 1, value, label[0]!)]),
    origin: "delimited",
    confidence: 0.9,
  };
}
