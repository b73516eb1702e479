import type { Column } from "../column.js";
import { type HeadReading, LETTER, LISTED, WHOLE } from "./head-reading.js";
import { endOfWord, headsAt } from "./head-text.js";
import { unlisted } from "./unlisted-heads.js";

/** Columns that stand side by side below one group's head. */
const FAMILIES: readonly (readonly string[])[] = [
  ["level1", "level2", "level3", "level4", "levels"],
  ["direction", "operator", "target", "unit", "actual", "completionRate"],
  ["weight", "score", "itemScore", "deduction", "review"],
];
const LEAST_BELOW = 2;

interface LowerStorey {
  readonly columns: readonly Column[];
  readonly end: number;
}

/** A longer lower storey is the likelier one. */
const BESIDE = 0.2;

/**
 * Heads of two storeys, by what was read up to each place: 评分情况 | 偏差原因 above 分值 | 得分. The lower one begins a line or
 * stands behind that of the group before, and the head ends with it.
 */
export function withLowerStoreys(
  text: string,
  upper: ReadonlyMap<number, HeadReading>,
  isEnd: ReadonlySet<number>,
  lines: ReadonlySet<number>,
): HeadReading[] {
  const found = new Map<number, HeadReading>();
  for (const at of isEnd) {
    const lower = lowerStoreyAt(text, at, isEnd);
    if (!lower || (!lines.has(at) && !found.has(at) && !isBelow(lower.columns, upper.get(at)?.columns ?? []))) continue;
    for (const above of [upper.get(at), found.get(at)]) {
      const columns = above && withLowerStorey(above.columns, lower.columns);
      if (!columns) continue;
      const score = above.score + lower.columns.length * (LISTED + WHOLE + BESIDE) + (lower.end - at) * LETTER;
      if ((found.get(lower.end)?.score ?? Number.NEGATIVE_INFINITY) < score)
        found.set(lower.end, { ...above, columns, end: lower.end, score });
    }
  }
  return [...found.values()];
}

/** Whether heads are the lower storey's though no line tells: levels stand left of results, never behind them. */
function isBelow([first]: readonly Column[], upper: readonly Column[]): boolean {
  return first?.kind === "level1" && upper.some(({ kind }) => kind === "actual" || kind === "points");
}

/** The longest row of heads of one family, listed or told by the words in them, that begins at a place, each ending where an atom ends; undefined where there are not two. */
function lowerStoreyAt(text: string, at: number, isEnd: ReadonlySet<number>): LowerStorey | undefined {
  const found = FAMILIES.map((family) => rowOf(text, { columns: [], end: at }, isEnd, family)).reduce(longer);
  return found.columns.length < LEAST_BELOW ? undefined : found;
}

function rowOf(text: string, before: LowerStorey, isEnd: ReadonlySet<number>, family: readonly string[]): LowerStorey {
  const at = before.end;
  const listed = headsAt(text, at, "indicators").map(({ word, column }) => ({
    column,
    end: withBrackets(text, endOfWord(text, at, word) ?? at),
  }));
  // Heads that no list has are whole pieces of the text: 批复目标值 | 完成值 is no head of results.
  const next = [...isEnd].find((end) => end > at);
  const patterned = next === undefined ? [] : unlisted(text, at, [next], "indicators").filter(({ known }) => known);
  return [...listed, ...patterned].reduce((best, { column, end }) => {
    const isNew = family.includes(roleOf(column)) && before.columns.every((each) => roleOf(each) !== roleOf(column));
    if (end === at || !isEnd.has(end) || !isNew) return best;
    return longer(best, rowOf(text, { columns: [...before.columns, { ...column, title: text.slice(at, end) }], end }, isEnd, family));
  }, before);
}

/** The one that goes further, or that parts 一级指标二级指标 in two. */
function longer(a: LowerStorey, b: LowerStorey): LowerStorey {
  const further = b.end - a.end || b.columns.length - a.columns.length;
  return further > 0 ? b : a;
}

function withBrackets(text: string, end: number): number {
  return end + (/^[(][^()]{1,4}[)]/u.exec(text.slice(end))?.[0].length ?? 0);
}

/**
 * The columns with those of the lower storey in the place of the group's head, which tells one of them a first time; undefined where there is
 * none, or another of them is told twice.
 */
function withLowerStorey(upper: readonly Column[], lower: readonly Column[]): readonly Column[] | undefined {
  const groups = upper.filter((column) => lower.some((below) => roleOf(below) === roleOf(column)));
  if (groups.length !== 1) return undefined;
  return upper.flatMap((column) => (column === groups[0] ? lower : [column]));
}

/** 绩效指标 may be the indicators' head (`level3?`). */
function roleOf({ role }: Column): string {
  return role.replace(/[?]$/u, "");
}
