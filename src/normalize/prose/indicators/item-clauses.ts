import type { Passage } from "../passage.js";
import { isLevelName, leadLength } from "./indicator-name.js";
import { startsPath } from "./indicator-path.js";
import type { KnownNames } from "./known-names.js";
import { type LabelledClause, labelledClauses } from "./labelled-clauses.js";

export type ItemClause = LabelledClause & {
  /** The name of an indicator that a table tells, alone. */
  readonly isKnown?: true;
};

/** 设施装备配套率目标值…, 执行率分值10分: a name before a label in one clause. */
const LABEL_WITHIN =
  /(?:(?:年初|年度|全年|预期|计划|绩效)*(?:目标值|指标值|计划值|目标(?=[为是≥≤<>=\d]|不[低少高大小]于|不超过|(?!管理|任务|设定|责任|考核|完成)\p{Script=Han}{2,10}$))|(?:满分值?|(?:标准|参考)?分值|权重|标准分)(?=[为是:]?\d)|实际(?:完成值?|值)(?=[为是:\d])|(?:自评)?得分(?=[为是:]?\d))/u;
const MARKS_BEHIND = /(?<=^\p{Script=Han}{3,30})\d{1,2}(?:\.\d+)?分$/u;
const SPENDING = /支出|支付|执行|使用|拨付|到位|下达|列支|投入/u;
const REACHED_IN_WORDS = /^(?:(?:年末|全年|目前)?实际(?:上)?)(?=\p{Script=Han}{2,24}$)/u;
/** The clauses of a passage as items of indicators tell them: names apart from the labels behind them, what was spent or reached by its own role. */
export function itemClauses(passage: Passage, known: KnownNames): ItemClause[] {
  const clauses = withKnownParted(passage, labelledClauses(passage), known);
  return withNamesParted(passage, clauses).map(withoutSpending).map(withResults);
}

/** 全部为财政资金，实际支出95万元: money spent is a result only of what had a target. */
function withoutSpending(clause: ItemClause, i: number, clauses: readonly ItemClause[]): ItemClause {
  const isSpending = clause.role === "actual" && SPENDING.test(clause.text.slice(0, clause.value - clause.start));
  return isSpending && clauses[i - 1]?.role !== "target" ? { ...clause, role: "text" } : clause;
}

/** 目标值明显改善，实际明显改善: what was reached, in the words of what was aimed at. */
function withResults(clause: ItemClause, i: number, clauses: readonly ItemClause[]): ItemClause {
  const before = clauses[i - 1];
  const label = clause.role === "text" && before?.role === "target" ? REACHED_IN_WORDS.exec(clause.text)?.[0] : undefined;
  if (label === undefined || /\d/u.test(before!.text)) return clause;
  return { ...clause, role: "actual", value: clause.start + label.length };
}

/** A clause that holds a name and a label is two. */
function withNamesParted(passage: Passage, clauses: readonly ItemClause[]): ItemClause[] {
  return clauses.flatMap((clause, i) => {
    if (clause.isKnown) return [clause];
    const lead = clause.role === "text" ? leadLength(clause.text) : 0;
    const next = clauses[i + 1]?.role;
    const isScored =
      !",(".includes(clause.before || "。") && (next === "score" || next === "deduction") && !startsPath(clause.text.slice(lead));
    const within = clause.role === "text" ? clause.text.slice(lead).search(LABEL_WITHIN) : -1;
    // 项目立项规范性4分，得4分.
    const at = within < 0 && clause.role === "text" && isScored ? clause.text.slice(lead).search(MARKS_BEHIND) : within;
    // 效益指标共30分 speaks of the level.
    const ofLevel = /^(.+?)(?:总计|共计|合计|总共|共)$/u.exec(clause.text.slice(lead, lead + at))?.[1];
    if (at < 2 || (ofLevel !== undefined && isLevelName(ofLevel))) return [clause];
    const cut = clause.start + lead + at;
    const [label] = labelledClauses({ ...passage, folded: passage.folded.slice(0, clause.end) }, cut);
    if (!label || label.role === "text") return [clause];
    return [{ ...clause, end: cut, text: passage.folded.slice(clause.start, cut) }, label];
  });
}

/** A clause that begins with a known name, and goes on with a label or ends, is that name and the rest; numbering and quotes are no part of it. */
function withKnownParted(passage: Passage, clauses: readonly LabelledClause[], known: KnownNames): ItemClause[] {
  return clauses.flatMap((clause) => {
    if (clause.role !== "text") return [clause];
    const lead = leadLength(clause.text);
    const found = known.lead(clause.text.slice(lead));
    if (!found) return [clause];
    const start = clause.start + lead + found.name.start;
    const end = clause.start + lead + found.name.end;
    const name = { ...clause, start, end, text: passage.folded.slice(start, end), isKnown: true as const };
    const rest = clause.start + lead + found.rest;
    if (rest >= clause.end) return [name];
    const [label] = labelledClauses({ ...passage, folded: passage.folded.slice(0, clause.end) }, rest);
    return label && label.role !== "text" ? [name, label] : [clause];
  });
}
