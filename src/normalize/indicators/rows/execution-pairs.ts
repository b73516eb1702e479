import type { Cell } from "../../../core/extracted.js";
import type { Points } from "../../../core/record.js";
import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { readPercent } from "../../figures/percent.js";
import { readPoints } from "../../figures/points.js";
import { readQuantity } from "../../figures/quantity.js";
import { EXECUTION_NAME } from "../../lexicon/labels/execution-name.js";
import { fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { readHead } from "../../lexicon/writing/fold.js";
import type { ToldIndicator } from "../told.js";
import type { RowContext } from "./read-row.js";

/**
 * 预算执行率 | 95% | 自评得分 | 9.5 among the rows of the indicators: the execution's rate and marks, each beside its label and under no head.
 * `own`: the row's cells that say something. Undefined for any other row.
 */
export function readExecutionPairs(
  own: readonly Cell[],
  { place, confidence }: Omit<RowContext, "columns" | "parent">,
): ToldIndicator | undefined {
  const [name, ...behind] = own;
  const head = name && readHead(cellText(name));
  if (!head || !EXECUTION_NAME.test(head.name)) return undefined;
  const [rate, ...others] = behind;
  const isRate = rate !== undefined && readPercent(rate) !== null && marksRole(rate) === undefined;
  const marks = marksOf(isRate ? others : behind);
  if (!marks?.score) return undefined;
  const actual = isRate ? cellText(rate) : "";
  const inName = head.marks === undefined ? null : { raw: cellText(name), value: head.marks, evidence: cellEvidence(name) };
  return {
    level1: "",
    level2: "",
    level3: head.name,
    category: "execution",
    target: "",
    actual,
    targetValue: null,
    actualValue: readQuantity(actual, "actual"),
    kind: "quantitative",
    direction: "higher",
    weight: marks.weight ?? inName,
    score: marks.score,
    completionRate: null,
    deviationReason: "",
    evidence: own.flatMap(cellEvidence),
    confidence: Math.min(confidence, ...own.map((cell) => cell.reading?.confidence ?? 1)),
    columns: isRate ? ["actual", "score"] : ["score"],
    place,
    evidenceOf: isRate ? { actual: cellEvidence(rate) } : {},
  };
}

/** Labels of marks with their figures, and nothing else; undefined otherwise. */
function marksOf(cells: readonly Cell[]): { readonly weight: Points | null; readonly score: Points | null } | undefined {
  const told: { weight: Points | null; score: Points | null } = { weight: null, score: null };
  for (let i = 0; i < cells.length; i += 2) {
    const role = marksRole(cells[i]!);
    const figure = readPoints(cells[i + 1]);
    if (role === undefined || !figure || told[role]) return undefined;
    told[role] = figure;
  }
  return told;
}

/** 分值, 自评得分, 预算执行得分: what of the execution's marks stands behind the label. */
function marksRole(cell: Cell): "weight" | "score" | undefined {
  const text = cellText(cell);
  const role = indicatorRole(text)?.role ?? fundRole(text)?.role;
  if (role === "weight" || role === "score") return role;
  return totalKind(text) === "total" ? "score" : undefined;
}
