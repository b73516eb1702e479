import type { Clause } from "./clauses.js";
import type { Field } from "./fields/field.js";

/** 逾期扣1分, 缺一项扣0.5分, 否则不得分: what a standard takes off. */
const TAKES_OFF = /^(?:否则|逾期|缺|每|少|(?:没有|无)(?![予作]?扣)|如|若|凡)\D{0,10}(?:扣(?!分)|不[得计给]分)/u;
/** 不规范扣0.5分, behind 绩效目标规范1分. */
const UNLESS = /^不(\p{Script=Han}{2,6}?)的?(?:扣\s*\d|不[得计给]分)/u;
const MARKS: ReadonlySet<Field["role"]> = new Set<Field["role"]>(["weight", "score", "deduction"]);
const SELF = /自评|实际/u;

/**
 * A clause's fields without the marks of a standard that the next clause takes some off from, or it itself: 按时申报计2分，逾期扣1分 tells nobody's score.
 */
export function withoutStandards(fields: readonly Field[], clause: Clause, next: Clause | undefined): readonly Field[] {
  if (TAKES_OFF.test(clause.text) || UNLESS.test(clause.text)) return fields.filter(({ role }) => !MARKS.has(role));
  if (!next || !/[,，]/u.test(next.before)) return fields;
  const unless = UNLESS.exec(next.text)?.[1];
  const isStandard = (unless !== undefined && clause.text.includes(unless)) || TAKES_OFF.test(next.text);
  if (!isStandard) return fields;
  return fields.filter((field) => (field.role === "score" ? SELF.test(clause.text) : !(unless !== undefined && field.bare)));
}
