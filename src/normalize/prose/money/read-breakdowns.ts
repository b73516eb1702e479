import type { ProseBreakdown } from "../facts.js";
import { money } from "../figures.js";
import { tokenize } from "../lexer.js";
import { locate, type Passage } from "../passage.js";

const ITEM = /[(（](?:\d{1,2}|[一二三四五六七八九十])[)）]|[①-⑳⑴-⒇]|(?<=^|[。;；:：,，])(?:\d{1,2}[.、](?!\d)|[一二三四五六七八九十]是)/gu;
const SPENDING = /支出|使用|费用|经费|资金|明细|构成|列支|开支/u;
const LEADS = /(?:包括|包含|其中|分别为|分别是|具体为|具体如下|如下|明细|主要用于|用于|构成)[:：,，]?$/u;
/** 年初, 计划 and the like: what was meant to be spent, not what was. */
const PLANNED = /计划|预算安排|拟|目标|预计/u;
/** 材料费约60万元: such items sum to nothing exact. */
const APPROXIMATE = /(?:约|近|超过?|逾|达到?近|不足)\d[^,;]*$/u;
const LONGEST_LABEL = 40;

/**
 * Items of expenditure listed by number beside what they sum to: 项目支出包括：（1）商品和服务支出2826200元；（2）…. Lists without numbers are
 * left alone: 其中 often names a part only.
 */
export function readBreakdowns(passage: Passage): ProseBreakdown[] {
  const { folded } = passage;
  if (!/元/u.test(folded)) return [];
  const marks = [...folded.matchAll(ITEM)];
  const found: ProseBreakdown[] = [];
  for (let i = 0; i < marks.length; ) {
    const run = runFrom(passage, marks, i);
    if (run.items.length >= 2) {
      const head = headOf(passage, marks[i]!.index);
      if (head && (SPENDING.test(head.text) || /[费款金]$/u.test(head.label)) && LEADS.test(head.text)) {
        found.push({
          label: head.label,
          total: head.total,
          items: run.items,
          evidence: locate(passage, head.start, run.end),
        });
      }
    }
    i += Math.max(1, run.items.length);
  }
  return found;
}

interface Run {
  readonly items: ProseBreakdown["items"];
  readonly end: number;
}

/** Neighbouring items that each are a name and one amount. */
function runFrom(passage: Passage, marks: readonly RegExpExecArray[], first: number): Run {
  const items: ProseBreakdown["items"][number][] = [];
  let end = marks[first]!.index;
  for (let i = first; i < marks.length; i++) {
    const start = marks[i]!.index + marks[i]![0].length;
    const limit = marks[i + 1]?.index ?? endOfSentence(passage.folded, start);
    const stop = Math.min(limit, endOfSentence(passage.folded, start));
    const text = passage.folded.slice(start, stop).replace(/[,;。、\s]+$/u, "");
    const tokens = tokenize(text, start).filter((token) => token.kind === "money");
    const amount = tokens[0];
    if (tokens.length !== 1 || !amount || amount.end !== start + text.length) break;
    const label = passage.text
      .slice(start, amount.start)
      .replace(/[:：为共计约]+$/u, "")
      .trim();
    if (label === "" || label.length > LONGEST_LABEL || PLANNED.test(label) || APPROXIMATE.test(text)) break;
    items.push({ label, money: money(passage, amount) });
    end = amount.end;
  }
  return { items, end };
}

function endOfSentence(folded: string, from: number): number {
  const stop = folded.indexOf("。", from);
  return stop < 0 ? folded.length : stop;
}

interface Head {
  readonly text: string;
  readonly start: number;
  readonly label: string;
  readonly total: ProseBreakdown["total"];
}

/** The clause before the first item, and the amount it tells, if any. */
function headOf(passage: Passage, end: number): Head | null {
  const before = passage.folded.slice(0, end);
  const start = Math.max(before.lastIndexOf("。"), before.lastIndexOf(";")) + 1;
  const text = before.slice(start);
  if (text.length > 80) return null;
  const amounts = tokenize(text, start).filter((token) => token.kind === "money");
  if (amounts.length > 1 || PLANNED.test(text)) return null;
  const labelEnd = amounts[0]?.start ?? start + text.replace(LEADS, "").length;
  const label = passage.text
    .slice(start, labelEnd)
    .replace(/[,，:：]+$/u, "")
    .split(/[,，]/u)
    .at(-1)!
    .replace(/(?:共计|合计|为|共|总计)+$/u, "")
    .trim();
  return { text, start, label, total: amounts[0] ? money(passage, amounts[0]) : null };
}
