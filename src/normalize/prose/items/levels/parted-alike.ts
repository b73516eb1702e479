import type { Named } from "../../paths/indicator-name.js";
import type { Item } from "../item.js";

type Names = Named["names"];

/** Fewer names with a second level told by path may have it by chance. */
const LEAST_PATHS = 3;
/** Dashes and points that recognition makes of one another, between words. */
const PARTED = /^(\p{Script=Han}{2,8})\s*[～~—–―－‐・·•-]+\s*(?=\p{Script=Han}{2})(.+)$/u;
/** The same between a level that others have and its name, where a dash may have become the figure one. */
const DASH_LIKE = /^(?:[\s～~—–―－‐・·•-]+|一)(?=\p{Script=Han}{2})/u;
/** 质量一次合格率: behind a shorter word the figure one may be itself. */
const SHORTEST_BEFORE_ONE = 4;

/**
 * Names with the second level parted off that a dash of another look keeps in them (工作质量－巡河问题整改率 among 职责履行—巡查河道长度), where a report tells most
 * of its indicators by a second level and a name; and with the first level for their second that they name once more where the others name their second
 * (预算执行指标——预算执行率, below the head of that level). Returns the names given where there is nothing to part.
 */
export function partedAlike(items: readonly Item[]): (names: Names, item: Pick<Item, "again">) => Names {
  const told = items.map(({ named }) => named.names.level2).filter((level2) => level2 !== "");
  const others = items.flatMap(({ named }) => (named.names.level2 === "" ? (PARTED.exec(named.names.level3)?.[1] ?? []) : []));
  if (told.length < LEAST_PATHS || (told.length + others.length) * 2 < items.length) return (names) => names;
  const known = [...new Set([...told, ...others])].sort((a, b) => b.length - a.length);
  return (names, { again }) => {
    if (names.level2 !== "" || names.level1 === "") return names;
    const { level3 } = names;
    const level = known.find((each) => {
      const rest = level3.slice(each.length);
      return level3.startsWith(each) && DASH_LIKE.test(rest) && (each.length >= SHORTEST_BEFORE_ONE || !rest.startsWith("一"));
    });
    if (level !== undefined) return { ...names, level2: level, level3: level3.slice(level.length).replace(DASH_LIKE, "") };
    if (again) return { ...names, level2: names.level1 };
    const [, level2, name] = PARTED.exec(level3) ?? [];
    return level2 === undefined || name === undefined ? names : { ...names, level2, level3: name };
  };
}
