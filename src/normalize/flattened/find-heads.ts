import { foldWidth } from "../numeral.js";
import type { Atom } from "./atom.js";
import { type Column, FUND_HEADS, type HeadWord, INDICATOR_HEADS } from "./column.js";

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
}

const LONGEST_HEAD = 160;
/** What may stand behind a head's words: (A), (万元), （20分*执行率）, (%). */
const SUFFIX = /^(?:[(][^()]{1,14}[)]|[①-⑨]|:)/u;
const YEAR = /^(?:19|20)\d\d年度?/u;

/** All heads in a run of atoms, in order, not overlapping. */
export function findHeads(atoms: readonly Atom[]): FoundHead[] {
  const heads: FoundHead[] = [];
  for (let from = 0; from < atoms.length; from++) {
    const found = best(headAt(atoms, from, "indicators"), headAt(atoms, from, "funds"));
    if (!found) continue;
    heads.push(found);
    from = found.to - 1;
  }
  return heads;
}

function best(a: FoundHead | null, b: FoundHead | null): FoundHead | null {
  if (!a || !b) return a ?? b;
  return b.columns.length > a.columns.length ? b : a;
}

/** What a head may begin with; most text does not. */
const STARTS = new Set([...INDICATOR_HEADS, ...FUND_HEADS].map(({ word }) => word[0]!).concat("1", "2"));

function headAt(atoms: readonly Atom[], from: number, about: FoundHead["about"]): FoundHead | null {
  const words = about === "indicators" ? INDICATOR_HEADS : FUND_HEADS;
  if (!STARTS.has(foldWidth(atoms[from]!.text)[0]!)) return null;
  const { text, ends } = running(atoms, from);
  if (!words.some(({ word }) => text.startsWith(word)) && !YEAR.test(text)) return null;
  const reading = longestReading(text, ends, words);
  const columns = reading && withoutBanner(reading.columns);
  if (!reading || !columns || !complete(columns, about)) return null;
  return { about, columns, from, to: from + ends.filter((end) => end <= reading.end).length, wrapped: reading.wrapped };
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
  return { text, ends };
}

/** The sequence of head words that reads most of the text, each ending where an atom ends, if it can. */
function longestReading(text: string, ends: readonly number[], words: readonly HeadWord[]): Reading | null {
  const isEnd = new Set(ends);
  const readings = new Map<number, Reading>([[0, { columns: [], end: 0, score: 0, wrapped: false }]]);
  let top: Reading | null = null;
  for (let at = 0; at < text.length; at++) {
    const reading = readings.get(at);
    if (!reading) continue;
    if (isEnd.has(at) && (!top || reading.score > top.score)) top = reading;
    const skip = YEAR.exec(text.slice(at))?.[0].length ?? 0;
    for (const { word, column } of words) {
      if (!text.startsWith(word, at + skip)) continue;
      let end = at + skip + word.length;
      end += SUFFIX.exec(text.slice(end))?.[0].length ?? 0;
      if (reading.columns.some((known) => known.role === column.role && !MAY_REPEAT.has(column.role))) continue;
      const title = text.slice(at, end).replace(/:$/u, "");
      const inside = ends.some((boundary) => boundary > at && boundary < end);
      const score = reading.score + 2 + (end - at) * 0.1 + (isEnd.has(end) ? 1.5 : -1.5);
      const known = readings.get(end);
      if (known && known.score >= score) continue;
      readings.set(end, { columns: [...reading.columns, { ...column, title }], end, score, wrapped: reading.wrapped || inside });
    }
  }
  return top;
}

const MAY_REPEAT = new Set(["standard", "review", "reason", "level4"]);

function complete(columns: readonly Column[], about: FoundHead["about"]): boolean {
  const has = (...kinds: Column["kind"][]) => columns.some((column) => kinds.includes(column.kind));
  if (about === "funds") return columns.filter((column) => column.kind === "amount").length >= 2;
  return columns.length >= 4 && has("name") && has("target", "actual") && (has("points") || has("level1", "level2", "levels"));
}
