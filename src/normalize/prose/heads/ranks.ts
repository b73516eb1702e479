import type { Passage } from "../passage.js";
import type { LevelHead } from "./level-head.js";

const OF_RESULTS = /产出|效益|效果/u;
const OF_PARTS = /数量|质量|时效|进度|(?:经济|社会|生态|环境)效益|可持续/u;

/** What the numbering of a report's heads tells of their levels. */
export interface Ranks {
  /** Of the heads that name 产出 and 效益. */
  readonly results: ReadonlySet<string>;
  /** Of those that name 数量, 社会效益 and the like. */
  readonly parts: ReadonlySet<string>;
  /** Whether a name that may be either is a first level at this rank; undefined where ranks do not tell. */
  readonly isFirst: (name: string, rank: string) => boolean | undefined;
}

/** What the ranks of a report's heads, and its lists of marks, tell of the names that may be first or second levels. */
export function ranksOf(heads: readonly (LevelHead | undefined)[], passages: readonly Passage[]): Ranks {
  const ofAll = heads.flatMap((head) => (head ? head.names.map((name) => ({ name, rank: head.rank })) : []));
  const results = new Set(ofAll.flatMap(({ name, rank }) => (OF_RESULTS.test(name) && !OF_PARTS.test(name) ? [rank] : [])));
  const parts = new Set(ofAll.flatMap(({ name, rank }) => (OF_PARTS.test(name) ? [rank] : [])));
  const parted = ofAll.some(({ name }) => /^(?:经济|社会|生态环境)成本/u.test(name));
  const listed = passages.some(({ folded }) => listsCostFirst(folded));
  return {
    results,
    parts,
    isFirst: (name, rank) => {
      if (name.includes("成本") && (parted || listed)) return true;
      return results.has(rank) === parts.has(rank) ? undefined : results.has(rank);
    },
  };
}

const MARKED = "[^,;。、\\d]{0,12}\\d+(?:\\.\\d+)?分";
const COST_MARKED = new RegExp(`成本指标${MARKED}`, "u");
const RESULTS_MARKED = [new RegExp(`产出(?:指标)?${MARKED}`, "u"), new RegExp(`(?<![济会态])(?:效益|效果|满意度)(?:指标)?${MARKED}`, "u")];

/** 成本指标20分、产出指标40分、效益指标30分: its marks stand among those of first levels, and no second one's do. */
function listsCostFirst(folded: string): boolean {
  return folded
    .split(/[。;\n]/u)
    .some(
      (sentence) =>
        COST_MARKED.test(sentence) &&
        RESULTS_MARKED.every((pattern) => pattern.test(sentence)) &&
        !/(?:数量|质量|时效)指标/u.test(sentence),
    );
}
