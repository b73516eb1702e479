import { figureOf } from "../lexer.js";
import type { Passage } from "../passage.js";
import { labelAt } from "./fields/field-label.js";
import type { Item } from "./item.js";

const MISSED = "(?:(?:指标)?偏差|未(?:能)?(?:完成|达标|达成|实现|达到)(?:年度|预期|绩效|设定)*(?:目标|指标)?值?|扣分|失分|减分|未得满分)";
/** 扣分原因：, 偏差原因及改进措施：, 原因：: a label behind a mark, or at the head of a line. */
const LABEL = new RegExp(
  `(?:^|[,;。(、\\s])(?:主要|具体)?(?:${MISSED}(?:较大|情况)?的?(?:主要)?(?:原因|说明)|(?:主要)?原因)(?:分析|说明)?(?:[及和与](?:下一步)?(?:整改|改进)措施)?:`,
  "u",
);
/** Lines behind an item that may tell its reason on one of its own. */
const REACH = 2;

/** Why indicators fell short, where a label says that it tells so: in the sentences that tell of each, up to the next one, or on a line of its own. */
export function reasonsOf(items: readonly Item[], passages: readonly Passage[]): ReadonlyMap<Item, string> {
  const reasons = new Map<Item, string>();
  for (const item of items) {
    const last = Math.max(...item.spans.keys());
    const { start, end } = item.spans.get(last)!;
    const next = items.flatMap(({ opening }) => (opening.passage === last && opening.start >= end ? [opening.start] : []));
    const isLast = next.length === 0;
    const within = reasonIn(passages[last]!, start, isLast ? passages[last]!.folded.length : Math.min(...next));
    const reason = within ?? (isLast ? reasonBelow(item, items, passages) : undefined);
    if (reason) reasons.set(item, reason);
  }
  return reasons;
}

/** 以上满意度合计得分10分, 未达到预期目标的2个: what is told behind it is told of several. */
const OF_SEVERAL = /以上|上述|合计|共计|小计|总计|\d[个项条]/u;
/** What falls short of its target or its marks has such a reason; 偏差原因 may be one for having done more. */
const OF_SHORTFALL = /未|扣|失|减/u;
const NO_REASON = /^(?:无|[/\\—－-]*)$/u;

function reasonBelow(item: Item, items: readonly Item[], passages: readonly Passage[]): string | undefined {
  const last = Math.max(...item.spans.keys());
  for (let at = last + 1; at <= last + REACH && passages[at]; at++) {
    if (items.some(({ spans }) => spans.has(at))) return undefined;
    const passage = passages[at]!;
    const label = LABEL.exec(passage.folded);
    if (label?.index === 0) {
      const reason = reasonIn(passage, 0, passage.folded.length);
      const isOthers = hasAllMarks(item) && OF_SHORTFALL.test(label[0]) && !NO_REASON.test(reason ?? "");
      return isOthers ? undefined : reason;
    }
    if (OF_SEVERAL.test(passage.folded)) return undefined;
  }
  return undefined;
}

function hasAllMarks({ told }: Item): boolean {
  const [weight, score] = [told.get("weight")?.figure, told.get("score")?.figure];
  return weight !== undefined && score !== undefined && Number(figureOf(weight)) === Number(figureOf(score));
}

/** What stands behind the first label of a stretch, up to the sentence's end or the next label; undefined where none is there. */
function reasonIn({ text, folded }: Passage, from: number, to: number): string | undefined {
  const label = LABEL.exec(folded.slice(from, to));
  if (!label) return undefined;
  const start = from + label.index + label[0].length;
  const closing = label[0].startsWith("(") ? ")" : "。";
  let end = start;
  while (end < to && folded[end] !== closing && folded[end] !== "。" && !(",;".includes(folded[end]!) && beginsField(folded, end + 1)))
    end++;
  const told = text
    .slice(start, end)
    .trim()
    .replace(/[,，;；]$/u, "");
  return told;
}

function beginsField(folded: string, at: number): boolean {
  const label = labelAt(folded, at, null);
  return label?.closed === true && label.role !== "other";
}
