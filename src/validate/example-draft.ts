import { toYuan } from "../core/decimal.js";
import type { Evidence } from "../core/evidence.js";
import type { Claims, Direction, Draft, Fund, Indicator, MoneyUnit, Operator, Quantity, StatedScore } from "../core/record.js";

/** Builders of small drafts: a rule's examples say what a report says, and nothing else. */
export function draft(parts: Partial<Omit<Draft, "claims">> & { claims?: Partial<Claims> } = {}): Draft {
  return {
    report: { kind: "project", title: null, fiscalYear: 2023, projectName: null, department: null, unit: null, reportDate: null },
    funds: [],
    indicators: [],
    statedScores: [],
    grade: null,
    sections: [],
    tables: [],
    repairs: [],
    warnings: [],
    completeness: { indicators: "sure", funds: "sure", because: [] },
    ...parts,
    claims: { amounts: [], rates: [], counts: [], years: [], breakdowns: [], formulas: [], copies: [], scoring: [], ...parts.claims },
  };
}

/** A figure as printed: `"95.97%"` and `"1,234.50"` keep their raw text. */
export function figure(raw: string): { raw: string; value: string } {
  return { raw, value: raw.replace(/[,%]/g, "") };
}

export function money(raw: string, unit: MoneyUnit = "万元"): NonNullable<Fund["executed"]> {
  const { value } = figure(raw);
  return { raw, value, unit, yuan: toYuan(value, unit) };
}

const SIGNS: { readonly [operator in Operator]: string } = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", range: "" };
const SIDES: { readonly [operator in Operator]: Direction } = {
  ">=": "higher",
  ">": "higher",
  "<=": "lower",
  "<": "lower",
  "=": "equal",
  range: "range",
};

/** A target told by a figure. */
export function aim(operator: Operator, value: string, unit: string): Pick<Indicator, "target" | "targetValue" | "direction" | "kind"> {
  const text = operator === "range" ? value.replace("..", "-") : value;
  return {
    target: `${SIGNS[operator]}${text}${unit}`,
    targetValue: { operator, value, unit },
    direction: SIDES[operator],
    kind: "quantitative",
  };
}

/** An actual told by a figure. */
export function got(value: string, unit: string): Pick<Indicator, "actual" | "actualValue"> {
  const actualValue: Quantity = { operator: "=", value, unit };
  return { actual: `${value}${unit}`, actualValue };
}

/** The row of the first table in which something is told. */
export function inRow(at: number): Pick<StatedScore, "evidence"> {
  return { evidence: [{ quote: "", table: 0, row: at }] };
}

/** A target and an actual told in words. */
export function told(target: string, actual: string): Pick<Indicator, "target" | "actual" | "kind" | "direction"> {
  return { target, actual, kind: "qualitative", direction: "none" };
}

/** Weight and score as printed; `null` where nothing stands. */
export function marks(weight: string | null, score: string | null): Pick<Indicator, "weight" | "score"> {
  return { weight: weight === null ? null : figure(weight), score: score === null ? null : figure(score) };
}

export function row(level3: string, parts: Partial<Indicator> = {}): Indicator {
  return {
    id: level3,
    level1: "产出指标",
    level2: "数量指标",
    level3,
    category: "output",
    target: "",
    actual: "",
    targetValue: null,
    actualValue: null,
    kind: "qualitative",
    direction: "none",
    weight: null,
    score: null,
    completionRate: null,
    deviationReason: "",
    evidence: [at(level3)],
    confidence: 1,
    columns: ["target", "actual", "weight", "score"],
    ...parts,
  };
}

export function fund(label: string, parts: Partial<Fund> = {}): Fund {
  return {
    source: "total",
    label,
    initialBudget: null,
    adjustedBudget: null,
    received: null,
    executed: null,
    balance: null,
    executionRate: null,
    weight: null,
    score: null,
    evidence: [at(label)],
    told: "table",
    ...parts,
  };
}

export function stated(
  name: string,
  score: string | null,
  fullMarks: string | null = null,
  scope: StatedScore["scope"] = "total",
): StatedScore {
  return {
    scope,
    name,
    score: score === null ? null : figure(score),
    fullMarks: fullMarks === null ? null : figure(fullMarks),
    evidence: [at(name)],
  };
}

export function at(quote: string): Evidence {
  return { quote };
}
