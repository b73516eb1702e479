import type { Block, Paragraph } from "../../core/extracted.js";
import type { StatedScore } from "../../core/record.js";
import { pointsOf, readPoints } from "../figures/points.js";
import { foldLabel } from "../lexicon/fold.js";
import { alternation, LEXICON } from "../lexicon/lexicon.js";
import { gradeBand, isRoundMarks, LEAST_TOTAL, namesFullMarks, totalKind } from "../lexicon/total-words.js";
import { matchAt } from "../match-at.js";

const PAIR = new RegExp(
  `(?<label>\\p{Script=Han}{2,10}?(?:[(（][^()（）]{1,10}[)）])?)[\\s:：]*(?<value>\\d{1,3}(?:\\.\\d{1,2})?\\s*分?|${alternation(Object.keys(LEXICON.grades.words))})(?=[\\s,，;；、|。]|$)`,
  "uy",
);
const BETWEEN = /[\s,，;；、|。]*/uy;
const LONGEST = 80;

/**
 * 满分 100 总得分 98.89, alone on a line: cells of a row that no ruling parts. The whole's score, where nothing else but full marks and a grade stands
 * on the line, each behind its label, and no other place has told it.
 */
export function totalsOnLines(blocks: readonly Block[], told: readonly StatedScore[]): StatedScore[] {
  const known = new Set(told.flatMap(({ scope, score }) => (scope === "total" && score ? [score.value] : [])));
  return blocks.flatMap((block) => {
    const pairs = block.type === "paragraph" ? pairsOn(block.text.trim()) : undefined;
    if (block.type !== "paragraph" || !pairs) return [];
    const gained = pairs.filter(({ label }) => totalKind(label) === "total" && !(pairs.length > 1 && namesFullMarks(label)));
    const [total, ...others] = gained;
    const value = total && pointsOf(total.value);
    if (!total || others.length > 0 || value === undefined || known.has(value) || Number(value) < LEAST_TOTAL) return [];
    const marks = pairs.find(({ label, value: full }) => namesFullMarks(label) && isRoundMarks(pointsOf(full)));
    return [
      {
        scope: "total",
        name: foldLabel(total.label).replace(/\(.*$/u, ""),
        score: pointsIn(block, total.value),
        fullMarks: marks ? pointsIn(block, marks.value) : null,
        evidence: [...block.evidence],
      } satisfies StatedScore,
    ];
  });
}

/** The labels of a line with what stands behind each; undefined for a line that holds anything else. */
function pairsOn(text: string): { readonly label: string; readonly value: string }[] | undefined {
  if (text.length > LONGEST) return undefined;
  const pairs: { label: string; value: string }[] = [];
  for (let at = 0; at < text.length; ) {
    const pair = matchAt(PAIR, text, at);
    const { label = "", value = "" } = pair?.groups ?? {};
    const isPair = totalKind(label) === "grade" ? gradeBand(value) !== null : pointsOf(value) !== undefined && isResult(label);
    if (!pair || !isPair) return undefined;
    pairs.push({ label, value });
    at += pair[0].length;
    at += matchAt(BETWEEN, text, at)![0].length;
  }
  return pairs.length < 2 ? undefined : pairs;
}

function isResult(label: string): boolean {
  return totalKind(label) === "total" || namesFullMarks(label);
}

function pointsIn({ evidence, reading }: Paragraph, figure: string): StatedScore["score"] {
  return readPoints({ row: 0, column: 0, rowSpan: 1, colSpan: 1, text: figure, evidence, ...(reading ? { reading } : {}) });
}
