import type { Quantity } from "../../../core/record.js";
import { foldFigure } from "../../figures/find-numeral.js";
import { readQuantity } from "../../figures/quantity.js";

/** A comma within a figure parts no clauses. */
const CLAUSES = /,(?!\d{3}(?!\d))|[;。]/u;
const LONGEST_LEAD = 16;
/** Words before a figure that make it another one than the indicator's own: a change, a part, a plan, what is left. */
const OTHER_FIGURE =
  /较|比|增|减|升|降|提高|目标|任务|计划|预计|拟|每|人均|户均|平均|其中|分别|不|未|无|没|尚|缺|少|差|剩|退|超|除|约|近|还|余|月|季度|半年|上年|去年|同期/gu;
/** Words that tell only that something was done, and belong to any indicator. */
const DONE =
  /^(?:全年|本年度?|年度|年内|共计|共|累计|合计|实际|已|均|经(?:调查|统计|测算|核实|验收|问卷调查|抽样调查)?|全部|顺利|按期|完成|实现|达到|达|为|是|举办|开展|组织|召开|建成|新建|发放|采购|了)+:?$/u;
const ENDING = /(?:达到|达|为|是|共|共计|完成|:)+$/u;
const GENERAL = /^(?:完成|实际|达到|指标|情况|数量|工作|项目|年度|全年)$/u;

/** A quantity and the words before it that say what it is of. */
export interface ToldQuantity {
  readonly lead: string;
  readonly quantity: Quantity;
}

/**
 * The only figure of a sentence: 考核合格率为94.2%，略低于目标. Null where there are several, where it has no unit, or where the words before it
 * make it another figure than that of an indicator of this name.
 */
export function toldQuantity(text: string, as: "target" | "actual", name: string): ToldQuantity | null {
  const [clause, ...others] = foldFigure(text)
    .split(CLAUSES)
    .filter((part) => /\d/u.test(part));
  if (clause === undefined || others.length > 0) return null;
  for (let cut = 1; cut <= Math.min(LONGEST_LEAD, clause.length - 1); cut++) {
    const lead = clause.slice(0, cut);
    if (!/^[\p{Script=Han}:]+$/u.test(lead)) return null;
    const quantity = readQuantity(clause.slice(cut), as);
    if (!quantity || quantity.unit === "") continue;
    return [...lead.matchAll(OTHER_FIGURE)].every(([word]) => name.includes(word)) ? { lead: lead.replace(ENDING, ""), quantity } : null;
  }
  return null;
}

/** Whether what a sentence counts is what the indicator's name names, or is not said. */
export function isOwnLead(lead: string, name: string): boolean {
  if (lead === "" || DONE.test(lead)) return true;
  return Array.from({ length: lead.length - 1 }, (_, i) => lead.slice(i, i + 2)).some((pair) => !GENERAL.test(pair) && name.includes(pair));
}
