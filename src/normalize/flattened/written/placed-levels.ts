import { sumOf } from "../../../core/decimal.js";
import { isLevel2 } from "../../lexicon/labels/level.js";
import { classesConflict } from "../../lexicon/labels/level-class.js";
import { compile, LEXICON } from "../../lexicon/lexicon.js";

const NAMES = compile(LEXICON.levels.names);
/** How much better the best way must be than any other. */
const MARGIN = 1;
/** Ways that are told apart. */
const MOST_WAYS = 12;
/** What it costs that a second level stands below a first one of another class. */
const CONFLICT = 3;
const TEN = 10;

/** What is known of the rows besides their names: the first levels above, where known, and the weights. */
interface Beside {
  readonly areFirst: boolean;
  readonly above?: readonly string[] | undefined;
  readonly weights?: readonly string[] | undefined;
}

/**
 * The rows over which merged levels go, of which each is told once, in order: by what the names of the rows say of their levels, and below each first level the
 * second ones of its class. For each row the index of its level, undefined where ways as good as the best differ; no levels where they do for most rows.
 */
export function placedLevels(
  levels: readonly string[],
  names: readonly string[],
  { areFirst, above, weights }: Beside,
): readonly (number | undefined)[] | undefined {
  if (levels.length === 0 || levels.length > names.length) return undefined;
  const worth = (level: number, row: number) =>
    worthOf(levels[level]!, names[row]!, areFirst) - (above && classesConflict(above[row]!, levels[level]!) ? CONFLICT : 0);
  // The best ways to end with a row in a level.
  let ways: readonly (readonly Way[])[] = levels.map((_, level) => (level === 0 ? [{ score: worth(0, 0), starts: [0] }] : []));
  for (let row = 1; row < names.length; row++) {
    ways = levels.map((_, level) =>
      [...ways[level]!, ...(ways[level - 1] ?? []).map(({ score, starts }) => ({ score, starts: [...starts, row] }))]
        .map((way) => ({ ...way, score: way.score + worth(level, row) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_WAYS),
    );
  }
  const last = ways.at(-1)!;
  const good = last.filter(({ score }) => score > last[0]!.score - MARGIN);
  const round = weights ? good.filter(({ starts }) => areRound(starts, weights)) : [];
  const placed = names.map((_, row) => {
    const [level, ...others] = new Set(
      (round.length > 0 ? round : good).map(({ starts }) => starts.findLastIndex((start) => start <= row)),
    );
    return others.length === 0 ? level : undefined;
  });
  return placed.filter((level) => level === undefined).length * 2 > names.length ? undefined : placed;
}

/** Whether the weights below each level are tens: 50, 30 and 10. */
function areRound(starts: readonly number[], weights: readonly string[]): boolean {
  return starts.every((start, i) =>
    sumOf(weights.slice(start, starts[i + 1]).map((weight) => weight.replace("分", "")))
      .mod(TEN)
      .isZero(),
  );
}

/** A way to lay levels over the rows so far: where each begins. */
interface Way {
  readonly score: number;
  readonly starts: readonly number[];
}

const OWN_LEVEL = 2;
/** What is told in shares is not counted. */
const RATE = /率$/u;

/** What it is worth that a row of such a name, or of such a second level, stands under a level. */
function worthOf(level: string, name: string, isFirst: boolean): number {
  const told = NAMES.find(({ regex }) => regex.test(name)) ?? (isLevel2(name) ? { level2: name, worth: OWN_LEVEL } : undefined);
  if (!told) return RATE.test(name) && level.includes("数量") ? -MARGIN : 0;
  return isSameLevel(level, told.level2, isFirst) ? told.worth : -told.worth;
}

/** Whether a level is the second one that is told, or the first one above it. */
function isSameLevel(level: string, told: string, isFirst: boolean): boolean {
  if (level.includes("满意") || told.includes("满意")) return level.includes("满意") && told.includes("满意");
  const stem = told.replace(/(?:效益|影响)?(?:指标)?$/u, "");
  return level.includes(stem) || (isFirst && !classesConflict(level, told));
}
