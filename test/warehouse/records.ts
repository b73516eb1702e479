import { createHash } from "node:crypto";
import type { Finding, Indicator, Points, Record } from "../../src/core/record.js";
import { judgedReports } from "../../src/warehouse/rows/judged-reports.js";
import type { JudgedDocument } from "../../src/warehouse/warehouse.js";

const points = (value: string): Points => ({ raw: value, value });

export function indicator(level3: string, change: Partial<Indicator> = {}): Indicator {
  return {
    id: "i1",
    level1: "产出指标",
    level2: "数量指标",
    level3,
    category: "output",
    target: "≥50个",
    actual: "55个",
    targetValue: { operator: ">=", value: "50", unit: "个" },
    actualValue: { operator: "=", value: "55", unit: "个" },
    kind: "quantitative",
    direction: "higher",
    weight: points("10"),
    score: points("10"),
    completionRate: null,
    deviationReason: "",
    evidence: [{ page: 2, table: 0, row: 3, column: 5, quote: "10" }],
    confidence: 1,
    ...change,
  };
}

export function finding(rule: string, stated: string, recomputed: string, change: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: "error",
    subject: "total",
    stated,
    recomputed,
    difference: String(Number(stated) - Number(recomputed)),
    message: { zh: "自评总分与各项得分之和不符", en: "The stated total is not the sum of the scores" },
    evidence: [{ page: 3, quote: stated }],
    cause: "report",
    path: "/statedScores/0/score",
    ...change,
  };
}

/** A record of an invented report, with the given changes. `content` stands for the file's bytes. */
export function recordOf(content: string, change: Partial<Record> = {}): Record {
  return {
    schema: "ziping.report/1",
    source: {
      fileName: `${content}.pdf`,
      sha256: createHash("sha256").update(content).digest("hex"),
      mediaType: "application/pdf",
      byteLength: content.length,
      pageCount: 3,
      textLayer: "native",
    },
    report: {
      kind: "project",
      title: "农村公路养护项目支出绩效自评报告",
      fiscalYear: 2024,
      projectName: "农村公路养护",
      department: "云溪县交通运输局",
      unit: "云溪县公路养护中心",
      reportDate: "2025-03",
    },
    funds: [
      {
        source: "total",
        label: "年度资金总额",
        initialBudget: { raw: "100.5", value: "100.5", unit: "万元", yuan: "1005000" },
        adjustedBudget: { raw: "100.5", value: "100.5", unit: "万元", yuan: "1005000" },
        received: null,
        executed: { raw: "60.3", value: "60.3", unit: "万元", yuan: "603000" },
        balance: null,
        executionRate: { raw: "60%", value: "60" },
        weight: points("10"),
        score: points("6"),
        evidence: [{ page: 1, table: 0, row: 1 }],
      },
    ],
    indicators: [indicator("养护里程"), indicator("排水沟清理长度", { id: "i2" })],
    statedScores: [{ scope: "total", name: "总分", score: points("98"), fullMarks: points("100"), evidence: [{ page: 3 }] }],
    grade: { raw: "优", band: "excellent", evidence: [{ page: 3 }] },
    sections: [],
    tables: [],
    repairs: [],
    findings: [finding("score/total-mismatch", "98", "96")],
    warnings: [],
    timings: { extractMs: 1, normalizeMs: 1, validateMs: 1 },
    claims: { amounts: [], rates: [], counts: [], years: [], breakdowns: [], formulas: [], copies: [], scoring: [] },
    completeness: { indicators: "sure", funds: "sure", because: [] },
    ...change,
  };
}

/** A document at /in/NAME.pdf whose content is its name. */
export function document(content: string, records: readonly Record[] = [recordOf(content)]): JudgedDocument {
  return {
    file: {
      path: `/in/${content}.pdf`,
      fileName: `${content}.pdf`,
      byteLength: content.length,
      modifiedAt: new Date("2025-03-01T08:00:00Z"),
    },
    sha256: createHash("sha256").update(content).digest("hex"),
    outcome: judgedReports(records),
  };
}

export function unread(content: string, code = "encrypted"): JudgedDocument {
  const error = { code, message: "A password is needed to open it.", remedy: "Remove the password from the file and try again." };
  return { ...document(content), outcome: { error } };
}
