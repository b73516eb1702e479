import { isLevel2 } from "../../lexicon/level.js";
import { classesConflict } from "../../lexicon/level-class.js";
import { compile, LEXICON } from "../../lexicon/lexicon.js";

const NAMES = compile(LEXICON.levels.names);
/** How much better the best way must be than any other. */
const MARGIN = 1;

/**
 * The rows over which merged levels go, of which each is told once, in order: by what the names of the rows say of their levels, and below each first level the
 * second ones of its class. For each row the index of its level; undefined where no way is clearly the best.
 */
export function placedLevels(levels: readonly string[], names: readonly string[], areFirst: boolean): readonly number[] | undefined {
  if (levels.length === 0 || levels.length > names.length) return undefined;
  const worth = (level: number, row: number) => worthOf(levels[level]!, names[row]!, areFirst);
  // The two best ways to end with a row in a level.
  let ways: readonly (readonly Way[])[] = levels.map((_, level) => (level === 0 ? [{ score: worth(0, 0), starts: [0] }] : []));
  for (let row = 1; row < names.length; row++) {
    ways = levels.map((_, level) =>
      [...ways[level]!, ...(ways[level - 1] ?? []).map(({ score, starts }) => ({ score, starts: [...starts, row] }))]
        .map((way) => ({ ...way, score: way.score + worth(level, row) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, 2),
    );
  }
  const [best, second] = ways.at(-1)!;
  if (!best || (second && best.score - second.score < MARGIN)) return undefined;
  return names.map((_, row) => best.starts.findLastIndex((start) => start <= row));
}

/** A way to lay levels over the rows so far: where each begins. */
interface Way {
  readonly score: number;
  readonly starts: readonly number[];
}

const OWN_LEVEL = 2;

/** What it is worth that a row of such a name, or of such a second level, stands under a level. */
function worthOf(level: string, name: string, isFirst: boolean): number {
  const told = NAMES.find(({ regex }) => regex.test(name)) ?? (isLevel2(name) ? { level2: name, worth: OWN_LEVEL } : undefined);
  if (!told) return 0;
  return isSameLevel(level, told.level2, isFirst) ? told.worth : -told.worth;
}

/** Whether a level is the second one that is told, or the first one above it. */
function isSameLevel(level: string, told: string, isFirst: boolean): boolean {
  if (level.includes("满意") || told.includes("满意")) return level.includes("满意") && told.includes("满意");
  const stem = told.replace(/(?:效益|影响)?(?:指标)?$/u, "");
  return level.includes(stem) || (isFirst && !classesConflict(level, told));
}
