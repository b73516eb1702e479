import { fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import type { Atom } from "../atom.js";
import { foldCell, scoreCell } from "../cells/cell-score.js";
import { type Column, FUND_HEADS, type HeadWord, INDICATOR_HEADS, kindOfHead } from "../column.js";
import type { FoundHead } from "./find-heads.js";
import { endOfWord, headsAt, running } from "./head-text.js";

/** Columns whose heads the lexicon does not know, at most: more of them are no head. */
export const MOST_UNKNOWN = 2;
/** 佐证材料, 责任科室, 备注（说明）: short words without a figure. */
const UNKNOWN_HEAD = /^\p{Script=Han}{2,8}(?:[(][^()\d]{1,8}[)])?$/u;
const UNKNOWN_COST = 1.5;
/** A first cell that is worth this is one beyond doubt. */
const FIRST_CELL = 3;

function unknownColumn(title: string): Column | undefined {
  const isCell = (["level1", "level2", "label"] as const).some((kind) => scoreCell(kind, title) >= FIRST_CELL);
  return UNKNOWN_HEAD.test(title) && !isCell && !KNOWN_WORDS.has(title) ? { kind: "other", role: "other", title } : undefined;
}

const KNOWN_WORDS = new Set([...INDICATOR_HEADS, ...FUND_HEADS].map(({ word }) => word));

/** Atoms that the heads behind the last listed one may take. */
const MOST_BEHIND = 16;

/**
 * Heads that no list has and that end a head: what stands between its last listed word and the end of the line that it ends, or what a first
 * row must begin with. On lines of their own they must tell what they are: 扣分原因和改 / 进措施.
 */
export function unlistedBehind(
  atoms: readonly Atom[],
  to: number,
  first: Column,
  about: FoundHead["about"],
): { columns: Column[]; to: number } {
  // Rows of funds begin with a label, which the head may not name: only the line's end tells where it ends.
  const isLine = about === "funds" || atoms[to - 2]?.row === atoms[to - 1]!.row;
  for (let at = to; at < Math.min(atoms.length, to + MOST_BEHIND); at++) {
    const endsLine = isLine && atoms[at]!.row !== atoms[to - 1]!.row && atoms[at - 1]!.row === atoms[to - 1]!.row;
    const isBelow = about === "indicators" && atoms[to]!.row !== atoms[to - 1]!.row;
    if ((!endsLine || isBelow) && !beginsRow(atoms, at, first)) continue;
    const columns = at === to ? [] : unlistedColumns(atoms, to, at, about);
    if (columns && !(isLine && isBelow && columns.some(({ role }) => role === "other"))) return { columns, to: at };
  }
  return { columns: [], to };
}

const FIRST_SERIAL = /^[(（]?[1一][)）]?[.、]?$/u;

/** Whether a first cell begins at an atom: not before it, 取数来源 | 产出指标 is worth less as one cell than its end alone. */
function beginsRow(atoms: readonly Atom[], at: number, first: Column): boolean {
  const worthOf = (from: number, to: number) => {
    const text = atoms.slice(from, to).reduce((joined, atom) => joined + atom.text, "");
    return first.kind === "serial" && FIRST_SERIAL.test(text) ? FIRST_CELL : scoreCell(first.kind, foldCell(text));
  };
  for (let to = at + 1; to <= Math.min(atoms.length, at + MOST_IN_HEAD); to++) {
    const worth = worthOf(at, to);
    if (worth < FIRST_CELL) continue;
    for (let from = at + 1; from < to; from++) if (worthOf(from, to) > worth) return false;
    return true;
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
/** A word of its own on the head's line: less than a listed one, and more than nothing. */
const APART_WORTH = 1;

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
export function unlisted(text: string, at: number, ends: readonly number[], about: FoundHead["about"]): Unlisted[] {
  const listed = Math.max(at, ...headsAt(text, at, about).flatMap(({ word }) => endOfWord(text, at, word) ?? []));
  // 年度指标值 and 实际完成值 are two heads, never one with words of both.
  const second = listed > at ? Math.max(0, ...headsAt(text, listed, about).map(({ word }) => endOfWord(text, listed, word) ?? 0)) : 0;
  const next = ends.filter((end) => end > at && (second === 0 || end <= listed)).slice(0, MOST_IN_HEAD);
  return next.flatMap((end, i): Unlisted[] => {
    const title = text.slice(at, end);
    if (end < listed || LEVEL_NAME.test(title) || holdsTwo(title, about)) return [];
    const role = /\d/u.test(title) || title.length < SHORTEST_PATTERNED ? undefined : roleOf(title, about);
    if (role)
      return [{ column: { kind: kindOfHead(title, role, about), role, title }, end, score: -PATTERNED_COST - i * PIECE_COST, known: true }];
    const column = unknownColumn(title);
    return column ? [{ column, end, score: -UNKNOWN_COST - i * PIECE_COST, known: false }] : [];
  });
}

/** 调整后预算数(万元)决算数(万元): behind its unit a head goes on no further. */
const UNIT_BETWEEN = /[(](?:亿|万)?元[)]\p{Script=Han}{2}/u;

/** Whether two listed heads of different columns stand in a title one behind the other: 实际支出数预算执行率 is the head of none. */
function holdsTwo(title: string, about: FoundHead["about"]): boolean {
  if (UNIT_BETWEEN.test(title)) return true;
  let role: string | undefined;
  for (let at = 0; at < title.length; ) {
    const found = headsAt(title, at, about)
      .filter(({ word }) => word.length >= SHORTEST_PATTERNED && title.startsWith(word, at))
      .reduce<HeadWord | undefined>((longest, each) => (longest && longest.word.length >= each.word.length ? longest : each), undefined);
    if (found && role !== undefined && found.column.role !== role) return true;
    role ??= found?.column.role;
    at += found?.word.length ?? 1;
  }
  return false;
}

/** 调整预算, 支付进度: a word among the heads of amounts that stands apart from its neighbours and that the words in it tell, up to `end`. */
export function patternedWord(text: string, at: number, end: number | undefined, about: FoundHead["about"]): Unlisted | undefined {
  if (about !== "funds" || end === undefined || end - at < SHORTEST_PATTERNED) return undefined;
  const title = text.slice(at, end);
  const role = UNKNOWN_HEAD.test(title) ? roleOf(title, about) : undefined;
  return role ? { column: { kind: kindOfHead(title, role, about), role, title }, end, score: APART_WORTH, known: true } : undefined;
}

function roleOf(title: string, about: FoundHead["about"]): string | undefined {
  return (about === "funds" ? fundRole(title) : indicatorRole(title))?.role;
}
