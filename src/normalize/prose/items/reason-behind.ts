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
    const reason = within ?? (isLast ? reasonBelow(items, passages, last) : undefined);
    if (reason) reasons.set(item, reason);
  }
  return reasons;
}

function reasonBelow(items: readonly Item[], passages: readonly Passage[], last: number): string | undefined {
  for (let at = last + 1; at <= last + REACH && passages[at]; at++) {
    if (items.some(({ spans }) => spans.has(at))) return undefined;
    const passage = passages[at]!;
    if (LABEL.exec(passage.folded)?.index === 0) return reasonIn(passage, 0, passage.folded.length);
  }
  return undefined;
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
