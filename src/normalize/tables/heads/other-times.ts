import type { HeadTime } from "../../lexicon/labels/head-time.js";

/**
 * Columns of another time than the report's beside those of its year: 2022年完成值 beside 2023年完成值 or beside 完成值, 累计执行数 beside 执行数, all
 * of 上年度 beside 本年度. The report's year is the latest that a column carries whose role no undated head has: 实际完成值 is this year's result, and
 * the 2022年完成值 beside it tells nothing of which year that is.
 *
 * @param ranks roles that may be of another time; the first rank that carries a year decides which one it is
 */
export function ofOtherTimes<Role>(
  roles: ReadonlyMap<number, { readonly role: Role; readonly time?: HeadTime }>,
  ranks: readonly ReadonlySet<Role>[],
  titled?: number,
): number[] {
  const found = [...roles].filter(([, { role }]) => ranks.some((rank) => rank.has(role)));
  const isOwn = (time: HeadTime | undefined) => time === undefined || time === "own";
  const current = new Set(found.filter(([, { time }]) => isOwn(time)).map(([, { role }]) => role));
  const dated = found.flatMap(([, { role, time }]) => (typeof time === "number" && !current.has(role) ? [{ role, time }] : []));
  const years =
    ranks.map((rank) => dated.flatMap(({ role, time }) => (rank.has(role) ? [time] : []))).find((told) => told.length > 0) ?? [];
  const year = years.find((told) => told === titled) ?? (years.length > 0 ? Math.max(...years) : undefined);
  const told = new Set(found.filter(([, { time }]) => isOwn(time) || time === year).map(([, { role }]) => role));
  // Where heads say which of them are of the report's year, those of another are not, also where no other tells what they tell.
  const contrasts = found.some(([, { time }]) => time === "own" || (time !== undefined && time === year));
  const isOther = (time: HeadTime | undefined, role: Role) =>
    typeof time === "number" ? time !== year : time === "other" ? contrasts || told.has(role) : time === "wider" && told.has(role);
  return found.flatMap(([column, { role, time }]) => (isOther(time, role) ? [column] : []));
}
