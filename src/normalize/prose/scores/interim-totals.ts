import type { Passage } from "../passage.js";
import type { Placed } from "./level-scores.js";

/** 加上预算执行率10分后, 扣除未完成指标后: what was told before is not the end of it. */
const GOES_ON = /(?:加上|再加|加(?=预算|资金|执行)|计入|算上|连同|叠加|扣除|扣减|减去|剔除)/u;

/** 自评得分85.75分，加上预算执行后总得分95.75分: of a passage's totals, those that a later one goes on from are none. */
export function withoutInterim<Score extends Placed>(scores: readonly Score[], { folded }: Passage): Score[] {
  const totals = scores.filter(({ scope }) => scope === "total");
  return scores.filter((score) => {
    const next = totals.find(({ start }) => start >= score.end);
    return score.scope !== "total" || !next || !GOES_ON.test(folded.slice(score.end, next.start));
  });
}
