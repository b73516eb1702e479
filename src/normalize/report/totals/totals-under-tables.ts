import { sumOf } from "../../../core/decimal.js";
import type { Block } from "../../../core/extracted.js";
import { isCounted, type Points } from "../../../core/record.js";
import { readPoints } from "../../figures/points.js";
import type { Telling } from "../../indicators/merge/merge-tables.js";
import type { ToldScore } from "../../indicators/told.js";

/** 合计 alone says not what is summed: only its place does. 总分 and 自评得分 are read wherever they stand. */
const TOTAL_LINE = /^(总?合计|总计|共计)\s*[:：]?\s*(\d{1,3}(?:\.\d{1,2})?)\s*(分)?\s*[。.]?$/u;

/**
 * `合计：98分` on the first line under an indicator table that has no total row: the table's total row, set outside it. It is the total where
 * it is the sum of all scores; where it is not, only if it says 分 and there is no other table that it could be one part's sum of.
 */
export function totalsUnderTables(blocks: readonly Block[], tellings: readonly Telling[], scores: readonly ToldScore[]): ToldScore[] {
  const last = tellings.at(-1);
  const place = last?.rows.at(-1)?.place;
  const line = last && blocks.slice(last.block + 1).find((next) => next.type === "table" || next.text.trim() !== "");
  if (!place || line?.type !== "paragraph" || !last.rows.some(({ score }) => score)) return [];
  if (scores.some((score) => score.scope === "total" && score.place.table === place.table)) return [];
  const [, name, figure, unit] = TOTAL_LINE.exec(line.text.trim()) ?? [];
  const score = figure === undefined ? null : readPoints({ ...line, text: figure });
  if (name === undefined || !score) return [];
  const isTold = isSum(score, tellings) || (unit !== undefined && tellings.length === 1);
  return isTold
    ? [{ scope: "total", name, score, fullMarks: null, evidence: score.evidence ?? [], place: { ...place, row: place.row + 1 } }]
    : [];
}

function isSum({ value }: Points, tellings: readonly Telling[]): boolean {
  const rows = tellings.flatMap((telling) => telling.rows).filter(isCounted);
  return sumOf(rows.map(({ score }) => score?.value)).eq(value);
}
