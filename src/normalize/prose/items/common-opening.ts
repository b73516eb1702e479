import type { Item } from "./item.js";

/** Fewer names may begin alike by chance. */
const LEAST_NAMES = 5;
/** 项目设置的, 全年: words before a name, and none of it. */
const NO_PART = /的$|^(?:全年|本年度?|年度|当年|年内|其中)$/u;

/** The words that a report puts before each of its indicators' names: what all of them begin with, where it is a phrase of its own. */
export function commonOpening(items: readonly Item[]): string {
  const names = [...new Set(items.map(({ named }) => named.names.level3))];
  if (names.length < LEAST_NAMES) return "";
  const [first, ...others] = names as [string, ...string[]];
  const longest = [...first].findIndex((_, at) => !others.every((name) => name.startsWith(first.slice(0, at + 1))));
  for (let length = longest; length > 1; length--)
    if (NO_PART.test(first.slice(0, length)) && names.every((name) => name.length > length + 1)) return first.slice(0, length);
  return "";
}
