import { EXECUTION_NAME } from "../../lexicon/labels/execution-name.js";
import { rankOf } from "../heads/head-number.js";
import { isHeading } from "../heads/heading.js";
import type { Outline } from "../heads/outline.js";
import type { Passage } from "../passage.js";
import { type Item, isIndicator } from "./item.js";

/** What the execution stands among where it is the money's. */
const TELLS_MONEY = /\d\s*[亿万]元/u;

/**
 * 二、指标得分 预算执行率10分，得9分。产出指标…: the execution of the budget is a row where it is told with its marks among the rows: below a head that
 * other indicators stand below too, or in a paragraph of its own beside theirs, and no amounts of money before it. `items`: all that the report tells.
 */
export function executionRows(items: readonly Item[], passages: readonly Passage[], outline: readonly Outline[]): ReadonlySet<Item> {
  const told = items.filter((item) => item.isExecution && isRate(item) && item.told.has("weight") && item.told.has("score"));
  const indicators = items.filter((item) => !item.isExecution && isIndicator(item));
  if (told.length === 0 || indicators.some(isRate)) return new Set();
  const heads = headsAbove(passages);
  const others = new Set(indicators.map(({ opening }) => opening.passage));
  const headed = new Set([...others].flatMap((passage) => heads[passage]!));
  return new Set(
    told.filter(({ opening: { passage, start } }) => {
      if (outline[passage]!.level1 !== "") return false;
      const head = heads[passage]!.at(-1);
      const isBelow = head !== undefined && headed.has(head);
      const isBeside = [passage - 1, passage + 1].some((beside) => others.has(beside) && heads[beside]!.at(-1) === head);
      const before = passages.slice(isBelow ? head : passage, passage).map(({ folded }) => folded);
      const own = passages[passage]!.folded.slice(0, isBelow ? start : undefined);
      return (isBelow || isBeside) && !TELLS_MONEY.test([...before, own].join("\n"));
    }),
  );
}

function isRate({ named }: Item): boolean {
  return EXECUTION_NAME.test(named.names.level3) && /率|进度/u.test(named.names.level3);
}

/** The heads that each passage stands below, from the highest rank down, as places among the passages. */
function headsAbove(passages: readonly Passage[]): readonly (readonly number[])[] {
  let open: readonly { readonly rank: string; readonly at: number }[] = [];
  return passages.map((passage, at) => {
    if (isHeading(passage)) {
      const rank = `${rankOf(passage.folded)}${passage.heading ?? ""}`;
      const known = open.findIndex((head) => head.rank === rank);
      open = [...open.slice(0, known < 0 ? undefined : known), { rank, at }];
    }
    return open.map((head) => head.at);
  });
}
