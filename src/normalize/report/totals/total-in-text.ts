import { pointsOf } from "../../figures/points.js";
import { gradeBand, isRoundMarks, LEAST_TOTAL, namesFullMarks, totalKind } from "../../lexicon/labels/total-words.js";
import { alternation, LEXICON } from "../../lexicon/lexicon.js";
import { foldLabel } from "../../lexicon/writing/fold.js";
import { matchAt } from "../../match-at.js";

/** The whole's result as a text of nothing else tells it; figures and grade as printed. */
export interface TotalInText {
  readonly label: string;
  readonly score: string;
  readonly fullMarks?: string;
  readonly grade?: string;
  /** How many of the figures stand behind a label of their own. */
  readonly labels: number;
}

const GRADE = alternation(Object.keys(LEXICON.grades.words));
/** 总得分 98.89, 总分（100分）：95.5分, 等级为优; behind these, without a label, a second figure or the grade: 100 99.75（优）, 95.5/100. */
const ITEM = new RegExp(
  `(?:(?<label>\\p{Script=Han}{2,12}?)(?:[(（](?:共|满分)?:?(?<marks>\\d{2,3})分[)）]|[(（][^()（）]{1,10}[)）])?[\\s:：=为是]*)?[(（“"]?(?<value>\\d{1,3}(?:\\.\\d{1,2})?\\s*分?|(?:${GRADE})(?:等级|等次)?)[)）”"]?(?=[\\s,，;；、|。/(（“"]|$)`,
  "uy",
);
const VALUE = new RegExp(`\\d|${GRADE}`, "u");
const BETWEEN = /[\s,，;；、|。/]*/uy;
/** 自评总分（100分）: what can be got. */
const IN_PARENTHESES = /[(（][^()（）]*\d[^()（）]*[)）]\s*$/u;
const LONGEST = 80;

/**
 * Reads 满分 100 总得分 98.89, 合计 100 99.75, 总分：95.5分，等级：优: cells of a row that no ruling parts, or one cell for label and figures. Undefined for
 * a text that holds anything else, more than one result, or what can be got alone (总分 100).
 */
export function readTotalText(text: string): TotalInText | undefined {
  const items = itemsOf(text.trim());
  if (!items) return undefined;
  const isMarks = ({ label, figures }: Item) => namesFullMarks(label) && isRoundMarks(pointsOf(figures[0] ?? ""));
  const totals = items.filter(({ label }) => totalKind(label) === "total");
  const [total, ...others] = totals.length > 1 ? totals.filter((item) => !isMarks(item)) : totals;
  if (!total || others.length > 0) return undefined;
  const figures = total.figures.map((figure) => pointsOf(figure)!);
  const [first = "", second] = figures;
  if (figures.length > 2 || (second !== undefined && !isRoundMarks(first) && !isRoundMarks(second))) return undefined;
  // Full marks are a round figure, and the larger where both are; a score may be more than they are.
  const isFirst = second === undefined || (isRoundMarks(second) && !(isRoundMarks(first) && Number(first) >= Number(second)));
  const score = total.figures[isFirst ? 0 : 1]!;
  const beside = items.find((item) => item !== total && isMarks(item));
  const fullMarks = second === undefined ? (total.marks ?? beside?.figures[0]) : total.figures[isFirst ? 1 : 0]!;
  if (Number(pointsOf(score)) < LEAST_TOTAL || (!fullMarks && isRoundMarks(first) && (isMarks(total) || IN_PARENTHESES.test(text))))
    return undefined;
  const grade = items.find((item) => item.grade !== undefined)?.grade;
  return {
    label: foldLabel(total.label).replace(/\(.*$/u, ""),
    score,
    ...(fullMarks ? { fullMarks } : {}),
    ...(grade ? { grade } : {}),
    labels: items.length,
  };
}

interface Item {
  readonly label: string;
  readonly marks?: string;
  readonly figures: readonly string[];
  readonly grade?: string;
}

/** The labels of a text with what stands behind each; undefined for a text that holds anything else. */
function itemsOf(text: string): Item[] | undefined {
  if (text.length > LONGEST || !VALUE.test(text)) return undefined;
  const items: Item[] = [];
  for (let at = 0; at < text.length; ) {
    const found = matchAt(ITEM, text, at);
    if (!found) return undefined;
    const { label, marks, value = "" } = found.groups ?? {};
    const isGrade = gradeBand(value) !== null;
    const before = items.at(-1);
    const told = isGrade ? { grade: value } : {};
    if (label === undefined) {
      if (!before || before.grade !== undefined) return undefined;
      items[items.length - 1] = { ...before, figures: isGrade ? before.figures : [...before.figures, value], ...told };
    } else {
      if (!(isGrade ? totalKind(label) === "grade" : isResult(label))) return undefined;
      items.push({ label, ...(marks ? { marks } : {}), figures: isGrade ? [] : [value], ...told });
    }
    at += found[0].length;
    at += matchAt(BETWEEN, text, at)![0].length;
  }
  return items;
}

function isResult(label: string): boolean {
  return totalKind(label) === "total" || namesFullMarks(label);
}
