import { HEADING_NUMBER } from "../../core/numbering.js";
import { fundRole, indicatorRole } from "../lexicon/head-words.js";
import { withoutSlips } from "../lexicon/recognition-slips.js";
import { foldWidth } from "../numeral.js";
import type { Atom } from "./atom.js";
import { foldCell, scoreCell } from "./cell-score.js";
import { type Column, FUND_HEADS, INDICATOR_HEADS, kindOfHead } from "./column.js";

/** A head found in running atoms: its columns in order, and where it stands (atoms `from` up to `to`). */
export interface FoundHead {
  readonly about: "indicators" | "funds";
  readonly columns: readonly Column[];
  readonly from: number;
  readonly to: number;
  /** True when some column's words were broken over lines: then the cells of its rows wrap too. */
  readonly wrapped: boolean;
}

interface Reading {
  readonly columns: readonly Column[];
  readonly end: number;
  readonly score: number;
  readonly wrapped: boolean;
  /** How many of the columns have heads that the lexicon does not know. */
  readonly unknown: number;
}

const LONGEST_HEAD = 160;
/** What may stand behind a head's words: (A), (万元), （20分*执行率）, (%). */
const SUFFIX = /^(?:(?:[(][^()]{1,14}[)]|[①-⑨]){1,3}:?|:)/u;
/** Amounts have no marks: 预算执行情况（万元）（20分） is the block's label. */
const MARKS = /\d分[)]/u;
const YEAR = /^(?:19|20)\d\d年度?/u;

/** All heads in a run of atoms, in order, not overlapping. */
export function findHeads(atoms: readonly Atom[]): FoundHead[] {
  const heads: FoundHead[] = [];
  const headings = inHeadings(atoms);
  for (let from = 0; from < atoms.length; from++) {
    if (headings[from]) continue;
    const first = best(headAt(atoms, from, "indicators"), headAt(atoms, from, "funds"));
    if (!first) continue;
    const found = withoutGroup(atoms, first);
    heads.push(found);
    from = found.to - 1;
  }
  return heads;
}

/** How a heading begins: 一、 or （一）. */
export const HEADING = new RegExp(`^${HEADING_NUMBER}`, "u");

/** Which atoms stand within a heading: 二、绩效指标完成情况 is one, and its 完成情况 no column. */
function inHeadings(atoms: readonly Atom[]): boolean[] {
  let isHeading = false;
  return atoms.map((atom, at) => {
    if (at === 0 || atoms[at - 1]!.row !== atom.row) isHeading = HEADING.test(atom.text);
    return isHeading && atom.gap === "glued";
  });
}

function best(a: FoundHead | null, b: FoundHead | null): FoundHead | null {
  if (!a || !b) return a ?? b;
  return b.columns.length > a.columns.length ? b : a;
}

/**
 * 年度预算数（万元） above 年初预算 and 调整后预算数 is a group's head, and 完成情况 before 实际完成值 ends a label beside the table: the columns are
 * those behind it, of which one is of its kind.
 */
function withoutGroup(atoms: readonly Atom[], head: FoundHead): FoundHead {
  for (let from = head.from + 1; from < head.to; from++) {
    const behind = headAt(atoms, from, head.about);
    if (behind && behind.columns.length > head.columns.length && behind.columns.some(({ role }) => role === head.columns[0]!.role))
      return behind;
  }
  return head;
}

/** What a head may begin with; most text does not. */
const STARTS = new Set([...INDICATOR_HEADS, ...FUND_HEADS].map(({ word }) => word[0]!).concat("1", "2"));

function headAt(atoms: readonly Atom[], from: number, about: FoundHead["about"]): FoundHead | null {
  const words = about === "indicators" ? INDICATOR_HEADS : FUND_HEADS;
  if (!STARTS.has(foldWidth(atoms[from]!.text[0]!))) return null;
  const { text, ends } = running(atoms, from);
  if (!words.some(({ word }) => endOfWord(text, 0, word) !== undefined) && !YEAR.test(text)) return null;
  const reading = longestReading(text, ends, about);
  const columns = reading && withoutBanner(reading.columns);
  if (!reading || !columns || !complete(columns, about) || (about === "funds" && lacksColumns(atoms, from, columns))) return null;
  const to = from + ends.filter((end) => end <= reading.end).length;
  const trailing = unlistedBehind(atoms, to, columns[0]!, about);
  return { about, columns: [...columns, ...trailing.columns], from, to: trailing.to, wrapped: reading.wrapped };
}

const AMOUNT_HEADS = FUND_HEADS.filter(({ column }) => column.kind === "amount");
/** What may stand behind a head, whole or cut: (A)(万元), (万. */
const BRACKETS = /^(?:[(][^()]{0,14}[)]?)*$/u;
const LONGEST_AMOUNT_HEAD = 24;

/**
 * A column of amounts stands right before what was read as the head: its figures would be taken for the next column's. None that the head has
 * too: no table has two of a kind.
 */
function lacksColumns(atoms: readonly Atom[], from: number, columns: readonly Column[]): boolean {
  let before = "";
  for (let at = from - 1; at >= 0 && before.length < LONGEST_AMOUNT_HEAD; at--) before = foldWidth(atoms[at]!.text) + before;
  return AMOUNT_HEADS.some(({ word, column }) => {
    if (columns.some(({ role }) => role === column.role)) return false;
    const at = before.lastIndexOf(word);
    const rest = at < 0 ? undefined : before.slice(at + word.length);
    return rest !== undefined && BRACKETS.test(rest) && !MARKS.test(rest);
  });
}

/** Columns whose heads the lexicon does not know, at most: more of them are no head. */
const MOST_UNKNOWN = 2;
/** 佐证材料, 责任科室, 备注（说明）: short words without a figure. */
const UNKNOWN_HEAD = /^\p{Script=Han}{2,8}(?:[(][^()\d]{1,8}[)])?$/u;
const UNKNOWN_COST = 1.5;
/** A first cell that is worth this is one beyond doubt. */
const FIRST_CELL = 3;

function unknownColumn(title: string): Column | undefined {
  const isCell = (["level1", "level2", "label"] as const).some((kind) => scoreCell(kind, title, NOTHING_KNOWN) >= FIRST_CELL);
  return UNKNOWN_HEAD.test(title) && !isCell && !KNOWN_WORDS.has(title) ? { kind: "other", role: "other", title } : undefined;
}

const KNOWN_WORDS = new Set([...INDICATOR_HEADS, ...FUND_HEADS].map(({ word }) => word));
const NOTHING_KNOWN = { phrases: new Set<string>(), snippets: new Set<string>() };

/** Atoms that the heads behind the last listed one may take. */
const MOST_BEHIND = 16;

/** Heads that no list has and that end a head: what stands between its last listed word and the line's end, or what a first row must begin with. */
function unlistedBehind(atoms: readonly Atom[], to: number, first: Column, about: FoundHead["about"]): { columns: Column[]; to: number } {
  for (let at = to; at < Math.min(atoms.length, to + MOST_BEHIND); at++) {
    const endsLine = atoms[at]!.row !== atoms[to - 1]!.row && atoms[at - 1]!.row === atoms[to - 1]!.row;
    if (!endsLine && !beginsRow(atoms, at, first)) continue;
    const columns = at === to ? [] : unlistedColumns(atoms, to, at, about);
    if (columns) return { columns, to: at };
  }
  return { columns: [], to };
}

function beginsRow(atoms: readonly Atom[], at: number, first: Column): boolean {
  let text = "";
  for (let to = at; to < Math.min(atoms.length, at + MOST_IN_HEAD); to++) {
    text += atoms[to]!.text;
    if (scoreCell(first.kind, foldCell(text), NOTHING_KNOWN) >= FIRST_CELL) return true;
  }
  return false;
}

/** The atoms as heads that no list has, all of them; undefined where they are none. */
function unlistedColumns(atoms: readonly Atom[], from: number, to: number, about: FoundHead["about"]): Column[] | undefined {
  const { text, ends } = running(atoms.slice(from, to), 0);
  let best = new Map<number, { columns: Column[]; score: number; unknown: number }>([[0, { columns: [], score: 0, unknown: 0 }]]);
  for (const at of [0, ...ends]) {
    const reading = best.get(at);
    if (!reading) continue;
    for (const { column, end, score, known } of unlisted(text, at, ends, about)) {
      const unknown = reading.unknown + (known ? 0 : 1);
      const sum = reading.score + score;
      if (unknown > MOST_UNKNOWN || (best.get(end)?.score ?? Number.NEGATIVE_INFINITY) >= sum) continue;
      best = best.set(end, { columns: [...reading.columns, column], score: sum, unknown });
    }
  }
  return best.get(text.length)?.columns;
}

/** Atoms that a head may be broken into. */
const MOST_IN_HEAD = 8;
/** Less than any listed word is worth, and less than nothing: a head that ends in such a column ends before it. */
const PATTERNED_COST = 0.5;
const PIECE_COST = 0.3;
const SHORTEST_PATTERNED = 4;

/** What stands in a table's first cells is no head's. */
const LEVEL_NAME = /(?:产出|效[益果]|满意度|成本|数量|质量|时效|影响|决策|过程)指标/u;

interface Unlisted {
  readonly column: Column;
  readonly end: number;
  readonly score: number;
  /** Words in it tell what it is. */
  readonly known: boolean;
}

/** Heads that no list has and that begin at a place: by the words in them (评分方法), or unknown words. Each ends where an atom ends. */
function unlisted(text: string, at: number, ends: readonly number[], about: FoundHead["about"]): Unlisted[] {
  const words = about === "indicators" ? INDICATOR_HEADS : FUND_HEADS;
  const listed = Math.max(at, ...words.flatMap(({ word }) => endOfWord(text, at, word) ?? []));
  // 年度指标值 and 实际完成值 are two heads, never one with words of both.
  const second = listed > at ? Math.max(...words.map(({ word }) => endOfWord(text, listed, word) ?? 0)) : 0;
  const next = ends.filter((end) => end > at && (second === 0 || end <= listed)).slice(0, MOST_IN_HEAD);
  return next.flatMap((end, i): Unlisted[] => {
    const title = text.slice(at, end);
    if (end < listed || LEVEL_NAME.test(title)) return [];
    const role = /\d/u.test(title) || title.length < SHORTEST_PATTERNED ? undefined : roleOf(title, about);
    if (role)
      return [{ column: { kind: kindOfHead(title, role, about), role, title }, end, score: -PATTERNED_COST - i * PIECE_COST, known: true }];
    const column = unknownColumn(title);
    return column ? [{ column, end, score: -UNKNOWN_COST - i * PIECE_COST, known: false }] : [];
  });
}

function roleOf(title: string, about: FoundHead["about"]): string | undefined {
  return (about === "funds" ? fundRole(title) : indicatorRole(title))?.role;
}

/** 绩效指标 beside 三级指标 is the label of the whole table, not a column. */
function withoutBanner(columns: readonly Column[]): readonly Column[] {
  const names = columns.filter((column) => column.kind === "name");
  return names.length > 1 ? columns.filter((column) => column.role !== "level3?") : columns;
}

/** The characters from an atom on, without spaces; `ends` tells where each atom ends among them. */
function running(atoms: readonly Atom[], from: number): { text: string; ends: number[] } {
  let text = "";
  const ends: number[] = [];
  for (let i = from; i < atoms.length && text.length < LONGEST_HEAD; i++) {
    text += foldWidth(atoms[i]!.text);
    ends.push(text.length);
  }
  return { text: withoutSlips(text), ends };
}

/** The sequence of head words that reads most of the text, each ending where an atom ends, if it can. */
function longestReading(text: string, ends: readonly number[], about: FoundHead["about"]): Reading | null {
  const words = about === "indicators" ? INDICATOR_HEADS : FUND_HEADS;
  const isEnd = new Set(ends);
  const readings = new Map<number, Reading>([[0, { columns: [], end: 0, score: 0, wrapped: false, unknown: 0 }]]);
  let top: Reading | null = null;
  for (let at = 0; at < text.length; at++) {
    const reading = readings.get(at);
    if (!reading) continue;
    if (isEnd.has(at) && (!top || reading.score > top.score)) top = reading;
    for (const { column, end, score, known } of isEnd.has(at) && reading.columns.length >= LEAST_KNOWN
      ? unlisted(text, at, ends, about)
      : []) {
      const unknown = reading.unknown + (known ? 0 : 1);
      const sum = reading.score + score;
      if (known && reading.columns.some(({ role }) => role === column.role && !MAY_REPEAT.has(role))) continue;
      if (unknown > MOST_UNKNOWN || (readings.get(end)?.score ?? Number.NEGATIVE_INFINITY) >= sum) continue;
      readings.set(end, { ...reading, columns: [...reading.columns, column], end, score: sum, unknown });
    }
    const skip = YEAR.exec(text.slice(at))?.[0].length ?? 0;
    for (const { word, column } of words) {
      const stop = endOfWord(text, at + skip, word);
      if (stop === undefined) continue;
      let end = stop;
      const suffix = SUFFIX.exec(text.slice(end))?.[0] ?? "";
      if (column.kind === "amount" && MARKS.test(suffix)) continue;
      end += suffix.length;
      if (reading.columns.some((known) => known.role === column.role && !MAY_REPEAT.has(column.role))) continue;
      const title = text.slice(at, end).replace(/:$/u, "");
      const inside = ends.some((boundary) => boundary > at && boundary < end);
      const score = reading.score + 2 + (end - at) * 0.1 + (isEnd.has(end) ? 1.5 : -1.5);
      const known = readings.get(end);
      if (known && known.score >= score) continue;
      readings.set(end, {
        ...reading,
        columns: [...reading.columns, { ...column, title }],
        end,
        score,
        wrapped: reading.wrapped || inside,
      });
    }
  }
  return top;
}

/** Where a word ends that stands at a place, brackets around parts of it or not: 评（扣）分标准, 指标（目标）值. */
function endOfWord(text: string, at: number, word: string): number | undefined {
  let end = at;
  for (const character of word) {
    while (end > at && (text[end] === "(" || text[end] === ")")) end++;
    if (text[end++] !== character) return undefined;
  }
  return end;
}

/** So many known heads must stand before an unknown one. */
const LEAST_KNOWN = 3;
const MAY_REPEAT = new Set(["standard", "review", "reason", "level4"]);

function complete(columns: readonly Column[], about: FoundHead["about"]): boolean {
  const has = (...kinds: Column["kind"][]) => columns.some((column) => kinds.includes(column.kind));
  if (about === "funds") return columns.filter((column) => column.kind === "amount").length >= 2;
  return columns.length >= 4 && has("name") && has("target", "actual") && (has("points") || has("level1", "level2", "levels"));
}
