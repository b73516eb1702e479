import type { Item } from "../item.js";

/** Fewer names may begin alike by chance; in quotes, fewer do not. */
const LEAST_NAMES = 5;
const LEAST_QUOTED = 3;
/** 项目设置的, 全年: words before a name, and none of it. */
const NO_PART = /的$|^(?:全年|本年度?|年度|当年|年内|其中)$/u;
/** 考核“检修座数”: words before a name, and the quotes around it. */
const QUOTED = /^([^“”"「」『』]{1,10})([“"「『])[^“”"「」『』]+[”"」』]$/u;

/** A name without the words that a report puts before each of its indicators' names. */
export function withoutOpening(items: readonly Item[]): (name: string) => string {
  const names = [...new Set(items.map(({ named }) => named.names.level3))];
  const quoted = names.map((name) => QUOTED.exec(name)?.[1]);
  if (names.length >= LEAST_QUOTED && quoted.every((words) => words !== undefined && words === quoted[0]))
    return (name) => (QUOTED.exec(name)?.[1] === quoted[0] ? name.slice(quoted[0]!.length + 1, -1) : name);
  const opening = commonOpening(names);
  return (name) => (opening !== "" && name.startsWith(opening) ? name.slice(opening.length) : name);
}

/** What all of the names begin with, where it is a phrase of its own. */
function commonOpening(names: readonly string[]): string {
  if (names.length < LEAST_NAMES) return "";
  const [first, ...others] = names as [string, ...string[]];
  const longest = [...first].findIndex((_, at) => !others.every((name) => name.startsWith(first.slice(0, at + 1))));
  for (let length = longest; length > 1; length--)
    if (NO_PART.test(first.slice(0, length)) && names.every((name) => name.length > length + 1)) return first.slice(0, length);
  return "";
}
