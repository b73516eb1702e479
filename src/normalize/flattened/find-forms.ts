import type { Cell, Table } from "../../core/extracted.js";
import { cleanText } from "../../core/text.js";
import { type MetaField, metaField } from "../lexicon/meta-label.js";
import type { Atom } from "./atom.js";
import { HEADING } from "./find-heads.js";

/** A form's head that lost its grid, as a table of label and value; atoms `from` up to `to` of the run. */
export interface FoundForm {
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

/** What no cell boundary goes through: words between spaces or line ends. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly row: number;
}

interface Pair {
  readonly label: Piece;
  readonly value: readonly Piece[];
}

const TELLING: ReadonlySet<MetaField> = new Set<MetaField>(["projectName", "department", "unit", "both"]);
const SHORTEST_LABEL = 3;
const LONGEST_VALUE = 60;
/** A value may be broken over so many lines, when a label follows. */
const MOST_LINES = 3;

/**
 * 项目名称 / 某项目 / 主管部门 / 某局: labels and values one a line, or several on one line. A line that holds one label and its value is no
 * form: it reads as it stands.
 */
export function findForms(atoms: readonly Atom[], isTaken: (atom: number) => boolean): FoundForm[] {
  const pieces = piecesOf(atoms);
  const isLabel = pieces.map((piece) => piece.text.length >= SHORTEST_LABEL && !isTaken(piece.from) && metaField(piece.text) !== undefined);
  const forms: FoundForm[] = [];
  for (let i = 0; i < pieces.length; ) {
    const { pairs, next } = pairsFrom(pieces, isLabel, isTaken, i);
    if (isForm(pairs, pieces)) {
      const last = pairs.at(-1)!;
      forms.push({ from: pairs[0]!.label.from, to: (last.value.at(-1) ?? last.label).to, table: tableOf(atoms, pairs) });
      i = next;
    } else i++;
  }
  return forms;
}

function piecesOf(atoms: readonly Atom[]): Piece[] {
  const pieces: { from: number; to: number; text: string; row: number }[] = [];
  atoms.forEach((atom, i) => {
    const joined = atom.gap === "spread" || atom.gap === "glued" || atom.gap === "fused" || atom.gap === "digit";
    const last = pieces.at(-1);
    if (joined && last) {
      last.to = i + 1;
      last.text += atom.text;
    } else pieces.push({ from: i, to: i + 1, text: atom.text, row: atom.row });
  });
  return pieces;
}

function pairsFrom(
  pieces: readonly Piece[],
  isLabel: readonly boolean[],
  isTaken: (atom: number) => boolean,
  start: number,
): { pairs: Pair[]; next: number } {
  const pairs: Pair[] = [];
  let at = start;
  while (isLabel[at]) {
    const label = pieces[at]!;
    let end = at + 1;
    while (end < pieces.length && end - at <= MOST_LINES && !isLabel[end] && isValue(pieces[end]!, isTaken)) end++;
    // Only a label that follows shows that all between belongs to one value; without one the value is the next piece.
    const value = isLabel[end] ? pieces.slice(at + 1, end) : pieces.slice(at + 1, Math.min(end, at + 2));
    pairs.push({ label, value });
    at += 1 + value.length;
  }
  return { pairs, next: Math.max(at, start + 1) };
}

function isValue(piece: Piece, isTaken: (atom: number) => boolean): boolean {
  return !isTaken(piece.from) && piece.text.length <= LONGEST_VALUE && !/[。；;]/u.test(piece.text) && !HEADING.test(piece.text);
}

function isForm(pairs: readonly Pair[], pieces: readonly Piece[]): boolean {
  if (pairs.length < 2) return false;
  const told = pairs.filter((pair) => pair.value.length > 0 && TELLING.has(metaField(pair.label.text)!));
  const alone = (pair: Pair) => pieces.filter((piece) => piece.row === pair.label.row).length === 1;
  const together = (pair: Pair) => pairs.some((other) => other !== pair && other.label.row === pair.label.row);
  return told.length > 0 && pairs.every((pair) => alone(pair) || together(pair));
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
    cells: pairs.flatMap(({ label, value }, row) => [cell(row, 0, [label], label), cell(row, 1, value, label)]),
    origin: "delimited",
    confidence: 0.9,
  };
}
