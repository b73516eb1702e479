import { sumOf } from "../../../core/decimal.js";
import { add, inYuan } from "../../../core/interval.js";
import type { Money } from "../../../core/record.js";
import type { ProseBreakdown } from "../facts.js";
import { money } from "../figures.js";
import { tokenize } from "../lexer.js";
import { locate, type Passage } from "../passage.js";

const AMOUNT = "\\d[\\d,]*(?:\\.\\d+)?(?:亿元|万元|元)";
/** 支出合计259.56万元，其中：A96.40万元、B121.50万元。: a total that was spent, and items up to the sentence's end. */
const LIST = new RegExp(
  `(?<=^|[。;,:])([^。;,:、\\d]{0,12}(?:支出|使用|支付|列支|开支)[^。;,:、\\d]{0,6})(?:为|共计?|合计)?(${AMOUNT}),(?:其中|具体为|包括)[:,]?((?:[^。;,:、\\d]{2,20}${AMOUNT}[、,;]?(?:和|及|以及)?){2,8})(?=。|;|$)`,
  "gu",
);
const ITEM = new RegExp(`([^。;,:、\\d]{2,20})(${AMOUNT})`, "gu");
/** What was meant to be spent, what stands within another item, and what is no item of expenditure but money seen from another side. */
const NO_ITEM = /计划|预算|目标|拟|其中|包括|含|结转|结余|约|近|超|三公|政府|财政|拨款|自筹|上级|中央|省级|市级|县级|区级|基金|累计/u;

/**
 * Items of expenditure that follow their total without numbers: only where they come to more than it, for 其中 may name a part. Where some of them alone are
 * the total, the others are seen from another side (基本支出, 项目支出 and, of both, 三公经费).
 */
export function listedSpending(passage: Passage): ProseBreakdown[] {
  return [...passage.folded.matchAll(LIST)].flatMap((match) => {
    const [whole, label, total, list] = match as unknown as [string, string, string, string];
    const from = match.index + whole.length - list.length;
    const items = [...list.matchAll(ITEM)].map((item) => ({
      label: item[1]!.replace(/^(?:和|及|以及)|[为共计]+$/gu, ""),
      money: moneyAt(passage, from + item.index + item[1]!.length, item[2]!),
    }));
    const stated = moneyAt(passage, match.index + whole.indexOf(total, label.length), total);
    if (!stated || NO_ITEM.test(label) || items.some((item) => item.money === null || NO_ITEM.test(item.label))) return [];
    const amounts = items.map((item) => item.money!);
    if (!exceeds(amounts, stated) || someSumTo(amounts, stated)) return [];
    return [
      {
        label: label.trim(),
        total: stated,
        items: items.map((item) => ({ label: item.label, money: item.money! })),
        evidence: locate(passage, match.index, match.index + whole.length),
      },
    ];
  });
}

function moneyAt(passage: Passage, start: number, text: string): Money | null {
  const token = tokenize(text, start).find(({ kind }) => kind === "money");
  return token ? money(passage, token) : null;
}

/** Whether amounts sum to more than another, beyond rounding. */
function exceeds(amounts: readonly Money[], total: Money): boolean {
  return amounts.map(inYuan).reduce(add).low.gt(inYuan(total).high);
}

function someSumTo(amounts: readonly Money[], total: Money): boolean {
  return Array.from({ length: 2 ** amounts.length - 1 }, (_, chosen) => amounts.filter((_, i) => chosen & (1 << i))).some((some) =>
    sumOf(some.map(({ yuan }) => yuan)).eq(total.yuan),
  );
}
