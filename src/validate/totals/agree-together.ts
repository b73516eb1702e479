import { meets, sum } from "../../core/interval.js";
import { type Judged, toStated } from "../judged.js";
import { levelStem } from "../level-name.js";

/**
 * Whether the first levels that are stated sum to what all rows sum to. Where one of them differs from its own rows then, no figure is wrong or lost: a row was
 * taken for another level's.
 */
export function agreeTogether({ record, everything, indicators }: Judged): boolean {
  const parts = record.statedScores.filter(({ scope }) => scope === "level1").map(toStated);
  const scores = parts.flatMap(({ score }) => score ?? []);
  const names = new Set(parts.map(({ stated: { name } }) => levelStem(name)));
  if (scores.length < 2 || scores.length < parts.length || names.size < parts.length) return false;
  const stated = sum(scores);
  return [everything, indicators].some((all) => meets(stated, all.scores));
}
