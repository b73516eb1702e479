import { add, type Interval, meets, point } from "../core/interval.js";

/** More rows than these are not tried: the ways grow with their number. */
const MOST_ROWS = 14;

/**
 * Whether amounts in their order can be read as whole breakdowns of a total, one after another, where any of them may be followed by its own
 * breakdown: 按收入性质分 (财政拨款, 其他资金) and then 按支出性质分 (基本支出, 项目支出); or 小计, of which 中央 and 地方, and 自筹. An accusation
 * that the parts miss their total is proven only where no such reading holds.
 */
export function readsAsOutline(total: Interval, amounts: readonly Interval[]): boolean {
  if (amounts.length === 0 || amounts.length > MOST_ROWS) return false;
  const ends = new Map<string, ReadonlySet<number>>();
  return wholes(total, -1, 0).has(amounts.length);

  /** Where one or more breakdowns of the amount at `of` (-1: the total) may end that begin at `from`. */
  function wholes(target: Interval, of: number, from: number): ReadonlySet<number> {
    const key = `${of} ${from}`;
    const known = ends.get(key);
    if (known) return known;
    const found = new Set<number>();
    ends.set(key, found);
    for (const end of breakdown(target, from, point("0"))) {
      found.add(end);
      if (end < amounts.length) for (const later of wholes(target, of, end)) found.add(later);
    }
    return found;
  }

  function* breakdown(target: Interval, from: number, sum: Interval): Generator<number> {
    const own = amounts[from];
    if (own === undefined) return;
    const added = add(sum, own);
    for (const end of [from + 1, ...wholes(own, from, from + 1)]) {
      if (meets(target, added)) yield end;
      yield* breakdown(target, end, added);
    }
  }
}
