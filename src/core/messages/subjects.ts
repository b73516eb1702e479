import type { FundAmount } from "../record.js";

/** What findings are about that no words of the report name. */
type Subject = FundAmount | "total" | "grade" | "indicators" | "completed" | "fiscalYear";

const SUBJECTS: { readonly [subject in Subject]: { readonly zh: string; readonly en: string } } = {
  total: { zh: "总分", en: "total" },
  grade: { zh: "等级", en: "grade" },
  indicators: { zh: "指标数", en: "indicators" },
  completed: { zh: "完成数", en: "completed" },
  fiscalYear: { zh: "年度", en: "year" },
  initialBudget: { zh: "年初预算数", en: "initial budget" },
  adjustedBudget: { zh: "全年预算数", en: "adjusted budget" },
  received: { zh: "到位数", en: "received" },
  executed: { zh: "执行数", en: "executed" },
  balance: { zh: "结余数", en: "balance" },
};

/** A finding's subject in a language; the report's own words as they are. */
export function subjectIn(language: "zh" | "en", subject: string): string {
  return Object.hasOwn(SUBJECTS, subject) ? SUBJECTS[subject as Subject][language] : subject;
}
