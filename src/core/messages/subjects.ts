import type { FundAmount } from "../record.js";

/** What findings are about that no words of the report name, in Chinese. */
const SUBJECTS: { readonly [subject in FundAmount | "total" | "grade" | "indicators" | "completed" | "fiscalYear"]: string } = {
  total: "总分",
  grade: "等级",
  indicators: "指标数",
  completed: "完成数",
  fiscalYear: "年度",
  initialBudget: "年初预算数",
  adjustedBudget: "全年预算数",
  received: "到位数",
  executed: "执行数",
  balance: "结余数",
};

/** A finding's subject in Chinese; the report's own words as they are. */
export function subjectInChinese(subject: string): string {
  return SUBJECTS[subject as keyof typeof SUBJECTS] ?? subject;
}
