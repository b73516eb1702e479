import { exact } from "../../../core/decimal.js";
import type { Category, Direction, Operator, Quantity } from "../../../core/record.js";
import { compile, LEXICON } from "../../lexicon/lexicon.js";

const { lower, higher, endings, open } = LEXICON.directions;
const ENDING = endings.map(({ pattern }) => pattern).join("|");
const LOWER = compile(lower.map((entry) => ({ ...entry, pattern: `(?:${entry.pattern})(?:${ENDING})$` })));
const HIGHER = compile(higher);
const OPEN = compile(open);
/** 单位造价（元/公里）, 投诉次数：: what does not belong to the words of a name. */
const ASIDE = /\s+|[(（][^()（）]*[)）]|[^\p{Script=Han}\p{L}\d]+$/gu;

/** Which side of its target is good for an indicator. `sign`: what a column of its own says, 反向 or ≤. */
export function directionOf(
  target: Quantity | null,
  names: { readonly level2: string; readonly level3: string; readonly category: Category },
  sign?: Operator | "none",
): Direction {
  if (sign === "none") return "none";
  if (!target) return "none";
  if (target.operator === "range") return "range";
  const operator = target.signed ? target.operator : sign;
  if (operator === "=") return "equal";
  if (operator?.startsWith(">")) return "higher";
  if (operator?.startsWith("<")) return "lower";
  return unsigned(names, target);
}

const TIMELINESS = /时效|进度|及时/u;
/** A share. */
const SHARE = /(?:率|比例|占比|比重)$/u;
/** What is aimed at though it is little. */
const GROWS = /增|升|提高|扩|长|涨|节|减|降|缩|覆盖|回报|收益|利润|结余|投入|支出|占/u;
/** Of what is good one aims at more than a tenth. */
const LITTLE = 10;
const DURATION = /^(?:个?(?:工作日|自然日|月|季度|星期|小时|学期)|日|天|周|年|分钟|秒)$/u;

/** 服务期12个月 is to be reached, 竣工12个月 not to be exceeded: a time under 时效 whose name says neither is not judged. */
function unsigned(
  { level2, level3, category }: { readonly level2: string; readonly level3: string; readonly category: Category },
  { unit, value }: Quantity,
): Direction {
  const name = level3.replace(ASIDE, "");
  if (OPEN.some(({ regex }) => regex.test(name))) return "none";
  if (HIGHER.some(({ regex }) => regex.test(name))) return "higher";
  if (/成本/u.test(level2) || category === "cost") return "lower";
  if (LOWER.some(({ regex }) => regex.test(name))) return "lower";
  // 合同变更率5%, 缺勤率3%: a share of so little is rather one of what should not be.
  if (unit === "%" && SHARE.test(name) && !GROWS.test(name) && exact(value).lte(LITTLE)) return "none";
  // 审计问题0个: nobody aims at nothing and means more.
  if (exact(value).isZero()) return "none";
  return TIMELINESS.test(level2) && DURATION.test(unit) ? "none" : "higher";
}
