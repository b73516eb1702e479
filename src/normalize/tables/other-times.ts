import type { Head } from "../lexicon/fold.js";

/** Heads of more or other than the year that the report is on, though they name no year. */
const OTHER_TIME = /^(?:累计|上年|去年|以前年度|历年|总体|总目标|中期|长期|[三四五3-5]年)/u;

/**
 * Columns of another time than the report's beside those of its year: 2022年完成值 beside 2023年完成值 or beside 完成值, 累计执行数 beside 执行数.
 * The report's year is the latest that a column carries whose role no undated head has: 实际完成值 is this year's result, and the
 * 2022年完成值 beside it tells nothing of which year that is.
 *
 * @param ranks roles that may be of another time; the first rank that carries a year decides which one it is
 */
export function ofOtherTimes<Role>(
  roles: ReadonlyMap<number, { readonly role: Role; readonly head: Head }>,
  ranks: readonly ReadonlySet<Role>[],
): number[] {
  const found = [...roles].filter(([, { role }]) => ranks.some((rank) => rank.has(role)));
  const current = new Set(
    found.filter(([, { head }]) => head.year === undefined && !OTHER_TIME.test(head.name)).map(([, { role }]) => role),
  );
  const dated = found.filter(([, { role, head }]) => head.year !== undefined && !current.has(role));
  const years = ranks.map((rank) => Math.max(...dated.filter(([, { role }]) => rank.has(role)).map(([, { head }]) => head.year!)));
  const year = years.find(Number.isFinite);
  const isOther = ({ year: own, name }: Head) => (own === undefined ? OTHER_TIME.test(name) : own !== year);
  const told = new Set(found.filter(([, { head }]) => !isOther(head)).map(([, { role }]) => role));
  return found.flatMap(([column, { role, head }]) => (isOther(head) && (head.year !== undefined || told.has(role)) ? [column] : []));
}
