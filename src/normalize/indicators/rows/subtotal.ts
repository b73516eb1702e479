import { type Exact, exact } from "../../../core/decimal.js";
import type { Points } from "../../../core/record.js";
import { foldLabel } from "../../lexicon/writing/fold.js";
import type { Levels } from "../levels/levels.js";
import type { ToldIndicator } from "../told.js";

/** The figures of a total's row. */
export interface Marks {
  readonly score: Points | null;
  readonly fullMarks: Points | null;
}

interface Sum {
  readonly weight: Exact;
  readonly score: Exact;
}

/** What the rows above sum to: all of them, and the last that share their first level, or their second, too. */
export interface Sums {
  readonly all: Sum;
  readonly level1: Sum;
  readonly level2: Sum;
}

const NOTHING: Sum = { weight: exact(0), score: exact(0) };

export const NO_SUMS: Sums = { all: NOTHING, level1: NOTHING, level2: NOTHING };

/** The sums with one more row, `before` being the last one that counted; a part of a row is counted with it. */
export function added(sums: Sums, row: ToldIndicator, before: ToldIndicator | undefined): Sums {
  if (row.partOf !== undefined) return sums;
  const plus = ({ weight, score }: Sum): Sum => ({ weight: weight.plus(row.weight?.value ?? 0), score: score.plus(row.score?.value ?? 0) });
  const goesOn = row.level1 === before?.level1;
  return {
    all: plus(sums.all),
    level1: plus(goesOn ? sums.level1 : NOTHING),
    level2: plus(goesOn && row.level2 === before.level2 ? sums.level2 : NOTHING),
  };
}

/** 满意小计: whatever it sums, it is no indicator. */
const SUBTOTALLED = /^.{1,12}小计$/u;
/** 产出指标得分合计: a level, and that it is summed. */
const SUMMED = /^(.{2,}?)(?:得分|分值|分数)?(?:小计|合计|汇总)(?:得分|分值|分)?$/u;

/** Whether a row of that label sums a part of the table. */
export function namesPart(text: string, levels: Levels): boolean {
  return namedLevel(text, levels) !== undefined || SUBTOTALLED.test(foldLabel(text));
}

/** Whether a row that is called a total sums the level above it: that has its figures, and a total of more stands `below`. */
export function sumsPart(marks: Marks, { level1 }: Sums, below: () => readonly Marks[]): boolean {
  const role = marks.fullMarks ? "fullMarks" : "score";
  const own = marks[role];
  return own !== null && holds(marks, level1) && below().some((total) => total[role] !== null && exact(total[role].value).gt(own.value));
}

/** Which level a 小计 sums: the one that it names, else the second where it stands behind that (not `isBeside` the levels), unless only the first has its marks. */
export function partOf(
  text: string,
  isBeside: boolean,
  marks: Marks,
  levels: Levels,
  { level1, level2 }: Sums,
): { scope: "level1" | "level2"; name: string } | undefined {
  const named = namedLevel(text, levels);
  if (named) return named;
  const isOfSecond = levels.level2 !== "" && !isBeside && (holds(marks, level2) || !holds(marks, level1));
  if (isOfSecond) return { scope: "level2", name: levels.level2 };
  return levels.level1 === "" ? undefined : { scope: "level1", name: levels.level1 };
}

/** 产出小计, 数量指标合计: the level in force that the label names. */
export function namedLevel(text: string, { level1, level2 }: Levels): { scope: "level1" | "level2"; name: string } | undefined {
  const bare = (name: string) => name.replace(/指标$/u, "");
  const named = bare(SUMMED.exec(foldLabel(text))?.[1] ?? "");
  if (named === "") return undefined;
  if (level1 !== "" && bare(level1).endsWith(named)) return { scope: "level1", name: level1 };
  return level2 !== "" && bare(level2).endsWith(named) ? { scope: "level2", name: level2 } : undefined;
}

/** Whether the full marks are that sum; where none are told, the score. */
function holds({ fullMarks, score }: Marks, sum: Sum): boolean {
  return fullMarks !== null ? sum.weight.eq(fullMarks.value) : score !== null && sum.score.eq(score.value);
}
