import { type Figure, type Fund, type Indicator, isReport, type Quantity, type Record, type StatedScore } from "../../core/record.js";
import { decimal, place, type Row, text } from "./cell.js";
import { digestKey } from "./digest-key.js";
import { type Goal, goalsOf } from "./goals.js";

/** The rows of one record, by table. Pure: the same record gives the same rows. */
export interface ReportRows {
  readonly report_id: string;
  readonly dim_report: Row;
  readonly dim_unit: readonly Row[];
  readonly dim_indicator: readonly Row[];
  readonly fact_indicator: readonly Row[];
  readonly fact_fund: readonly Row[];
  readonly fact_goal: readonly Row[];
  readonly fact_stated_score: readonly Row[];
  readonly fact_finding: readonly Row[];
}

/** `report_id`: the content's hash and the part, so that the same report has the same key in every load. */
export function reportId(sha256: string, part = 1): string {
  return `${sha256.slice(0, 32)}-${part}`;
}

/** The rows of all tables that a record fills. */
export function reportRows(record: Record): ReportRows {
  const report_id = reportId(record.source.sha256, record.source.part);
  const numbered = <Item>(items: readonly Item[], row: (item: Item) => Row): Row[] =>
    items.map((item, index) => ({ report_id, ordinal: index + 1, ...row(item) }));
  return {
    report_id,
    dim_report: reportRow(record, report_id),
    dim_unit: unitRows(record),
    dim_indicator: record.indicators.map(indicatorName),
    fact_indicator: numbered(record.indicators, indicatorRow),
    fact_fund: numbered(record.funds, fundRow),
    fact_goal: numbered(goalsOf(record.tables), goalRow),
    fact_stated_score: numbered(record.statedScores, statedScoreRow),
    fact_finding: numbered(record.findings, findingRow),
  };
}

function reportRow(record: Record, report_id: string): Row {
  const { source, report, grade } = record;
  const total = record.statedScores.findLast(({ scope, score }) => scope === "total" && score !== null);
  return {
    report_id,
    sha256: source.sha256,
    part: source.part ?? 1,
    kind: report.kind,
    title: text(report.title),
    fiscal_year: report.fiscalYear,
    project_name: text(report.projectName),
    unit_id: unitId(record),
    report_date: text(report.reportDate),
    stated_total: decimal(total?.score?.value),
    full_marks: decimal(total?.fullMarks?.value),
    grade: text(grade?.raw),
    grade_band: grade?.band ?? null,
    media_type: text(source.mediaType),
    page_count: source.pageCount,
    text_layer: source.textLayer,
    is_report: isReport(record),
    is_complete: record.completeness.indicators === "sure" && record.completeness.funds === "sure",
    repair_count: record.repairs.length,
    warning_count: record.warnings.length,
  };
}

function unitId({ report }: Record): string | null {
  return report.unit === null && report.department === null ? null : digestKey(report.unit ?? "", report.department ?? "");
}

function unitRows(record: Record): Row[] {
  const unit_id = unitId(record);
  return unit_id === null ? [] : [{ unit_id, unit: text(record.report.unit), department: text(record.report.department) }];
}

function indicatorName({ category, level1, level2, level3 }: Indicator): Row {
  const indicator_id = digestKey(category, level1, level2, level3);
  return { indicator_id, category, level1: text(level1), level2: text(level2), level3: text(level3) };
}

function indicatorRow(indicator: Indicator): Row {
  const { weight, score, completionRate, targetValue, actualValue } = indicator;
  const [lower, upper] = bounds(targetValue);
  return {
    indicator_id: indicatorName(indicator).indicator_id!,
    kind: indicator.kind,
    direction: indicator.direction,
    target: text(indicator.target),
    target_operator: targetValue?.operator ?? null,
    target_value: decimal(lower),
    target_upper: decimal(upper),
    target_unit: text(targetValue?.unit),
    actual: text(indicator.actual),
    actual_value: decimal(bounds(actualValue)[0]),
    actual_unit: text(actualValue?.unit),
    weight: decimal(weight?.value),
    score: decimal(score?.value),
    completion_rate: decimal(completionRate?.value),
    deviation_reason: text(indicator.deviationReason),
    is_part: indicator.partOf !== undefined,
    is_doubtful: indicator.doubt !== undefined || anyDoubt(weight, score, completionRate, targetValue, actualValue),
    confidence: decimal(indicator.confidence.toFixed(4)),
    ...place(indicator.evidence),
  };
}

function bounds(quantity: Quantity | null): readonly (string | undefined)[] {
  return quantity?.value.split("..") ?? [];
}

function fundRow(fund: Fund): Row {
  const { initialBudget, adjustedBudget, received, executed, balance, executionRate, weight, score } = fund;
  return {
    source: fund.source,
    label: text(fund.label),
    depth: fund.depth ?? null,
    initial_budget: decimal(initialBudget?.yuan),
    adjusted_budget: decimal(adjustedBudget?.yuan),
    received: decimal(received?.yuan),
    executed: decimal(executed?.yuan),
    balance: decimal(balance?.yuan),
    execution_rate: decimal(executionRate?.value),
    weight: decimal(weight?.value),
    score: decimal(score?.value),
    is_doubtful: anyDoubt(initialBudget, adjustedBudget, received, executed, balance, executionRate, weight, score),
    ...place(fund.evidence),
  };
}

function goalRow({ target, actual, evidence }: Goal): Row {
  return { target: text(target), actual: text(actual), ...place(evidence) };
}

function statedScoreRow({ scope, name, score, fullMarks, evidence }: StatedScore): Row {
  return {
    scope,
    name: text(name),
    score: decimal(score?.value),
    full_marks: decimal(fullMarks?.value),
    is_doubtful: anyDoubt(score, fullMarks),
    ...place(evidence),
  };
}

function findingRow(finding: Record["findings"][number]): Row {
  return {
    rule_id: finding.rule,
    severity: finding.severity,
    cause: finding.cause,
    subject: text(finding.subject),
    stated: text(finding.stated),
    recomputed: text(finding.recomputed),
    stated_value: decimal(finding.stated),
    recomputed_value: decimal(finding.recomputed),
    difference: text(finding.difference),
    message_zh: text(finding.message.zh),
    message_en: text(finding.message.en),
    path: text(finding.path),
    ...place(finding.evidence),
    quote: text(finding.evidence[0]?.quote),
  };
}

function anyDoubt(...figures: readonly (Figure | Quantity | null)[]): boolean {
  return figures.some((figure) => figure?.doubt !== undefined);
}
