import type { Fund, Indicator, Record as ReportRecord } from "../src/core/record.js";
import { type Content, element, told } from "./element.js";
import { type FactsRow, factsTable, figureCell } from "./facts-table.js";
import { findingCard, type ReportContext } from "./finding-card.js";
import { section } from "./section.js";

const FUND_FIGURES = ["initialBudget", "adjustedBudget", "received", "executed", "balance", "executionRate", "weight", "score"] as const;
const INDICATOR_TEXTS = ["level1", "level2", "target", "actual"] as const;
const INDICATOR_FIGURES = ["weight", "score", "completionRate"] as const;

/** The totals and subtotals that the report states, and its grade. */
export function scoresTable({ statedScores, grade }: ReportRecord, context: ReportContext): Content {
  const { words, notes, viewer } = context;
  const rows = statedScores.map(({ scope, name, score, fullMarks, evidence }, index): FactsRow => {
    const figures = [score, fullMarks];
    const cells = [words.scope[scope], ...figures.map((figure) => figureCell(figure, context))];
    return { path: `/statedScores/${index}`, name, cells, evidence, doubts: figures.map((figure) => figure?.doubt) };
  });
  const { findings } = notes.take("/grade");
  if (rows.length === 0 && grade === null && findings.length === 0) return null;
  const show = grade && element("button", { type: "button", class: "link", click: () => viewer.show(grade.evidence) }, told(grade.raw));
  return section(words.sections.scores, [
    rows.length > 0 && factsTable(["name", "scope", "score", "fullMarks"], rows, context),
    element("p", { class: "grade" }, `${words.columns.grade}: `, show ?? words.notStated),
    findings.map((finding) => findingCard(finding, context)),
  ]);
}

/** The rows of the budget's execution, with those columns alone that hold something. */
export function fundsTable({ funds }: ReportRecord, context: ReportContext): Content {
  if (funds.length === 0) return null;
  const columns = FUND_FIGURES.filter((column) => funds.some((fund) => fund[column] !== null));
  const row = (fund: Fund, index: number): FactsRow => ({
    path: `/funds/${index}`,
    name: fund.label,
    cells: columns.map((column) => figureCell(fund[column], context)),
    evidence: fund.evidence,
    doubts: columns.map((column) => fund[column]?.doubt),
  });
  return section(context.words.sections.funds, factsTable(["label", ...columns], funds.map(row), context));
}

/** The indicators, with those columns alone that hold something. */
export function indicatorsTable({ indicators }: ReportRecord, context: ReportContext): Content {
  if (indicators.length === 0) return null;
  const texts = INDICATOR_TEXTS.filter((column) => indicators.some((indicator) => indicator[column] !== ""));
  const figures = INDICATOR_FIGURES.filter((column) => indicators.some((indicator) => indicator[column] !== null));
  const reasons = indicators.some(({ deviationReason }) => deviationReason !== "") ? (["deviationReason"] as const) : [];
  const row = (indicator: Indicator, index: number): FactsRow => ({
    path: `/indicators/${index}`,
    name: indicator.level3 || indicator.level2 || indicator.level1,
    cells: [
      ...texts.map((column) => told(indicator[column])),
      ...figures.map((column) => figureCell(indicator[column], context)),
      ...reasons.map((column) => told(indicator[column])),
    ],
    evidence: indicator.evidence,
    doubts: [
      indicator.doubt,
      indicator.targetValue?.doubt,
      indicator.actualValue?.doubt,
      ...figures.map((column) => indicator[column]?.doubt),
    ],
  });
  return section(context.words.sections.indicators, factsTable(["level3", ...texts, ...figures, ...reasons], indicators.map(row), context));
}
