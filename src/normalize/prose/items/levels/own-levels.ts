import { exact } from "../../../../core/decimal.js";
import { figureOf } from "../../lexer.js";
import type { FieldRole } from "../fields/field-label.js";
import { type Item, isIndicator } from "../item.js";
import { placeOf } from "../remarks-within.js";

const FULL_MARKS = "100";
const LEVEL = /^\p{Script=Han}{2,10}$/u;

/** First levels that only this report has, by the openings of what reads like items, as keys. */
export type OwnLevels = ReadonlyMap<string, string>;

/**
 * （一）制度建设（15分）。“内控制度”应得8分，…；“采购制度”应得7分: a name at a line's head whose marks those right behind it sum to is a level of theirs,
 * whatever it is called. `items`: all in reading order, the levels among them.
 */
export function levelsBySums(items: readonly Item[]): OwnLevels {
  const isMore = sumOf(items, "weight").gt(FULL_MARKS);
  const levels = new Map<string, string>();
  let isParted = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const isBare = !item.told.has("score") && !item.told.has("deduction");
    const parts = mayBeLevel(item) && (isBare || isMore) ? partsOf(item, items, i + 1) : [];
    if (parts.length === 0) continue;
    levels.set(placeOf(item.opening), item.named.names.level3);
    isParted ||= parts.length > 1;
    i += parts.length;
  }
  return isParted ? levels : new Map();
}

function mayBeLevel({ named, opening, told, isExecution, isKnown }: Item): boolean {
  const tellsMarks = [...told.keys()].every((role) => role === "weight" || role === "score" || role === "deduction");
  return !isExecution && !isKnown && opening.start === 0 && told.has("weight") && tellsMarks && LEVEL.test(named.names.level3);
}

/** The items from a place on up to a level's marks, where their marks, and their scores if it tells one, sum to its own. */
function partsOf(level: Item, items: readonly Item[], from: number): readonly Item[] {
  let open = exact(marksOf(level, "weight"));
  let to = from;
  for (let item = items[to]; item && open.gt(0) && !item.isExecution && isIndicator(item); item = items[++to]) {
    const own = exact(marksOf(item, "weight"));
    if (own.isZero()) break;
    open = open.minus(own);
  }
  const parts = items.slice(from, to);
  const agrees = !level.told.has("score") || sumOf(parts, "score").eq(marksOf(level, "score"));
  return open.isZero() && agrees ? parts : [];
}

/** Whether those that were found below a level share its marks out; where they do not, something was placed wrong. */
export function holdsParts(name: string, weight: string, items: readonly Item[]): boolean {
  return sumOf(
    items.filter((item) => isIndicator(item) && item.named.names.level1 === name),
    "weight",
  ).eq(weight);
}

function sumOf(items: readonly Item[], role: FieldRole) {
  return items.reduce((sum, item) => sum.plus(marksOf(item, role)), exact("0"));
}

function marksOf({ told }: Item, role: FieldRole): string {
  const figure = told.get(role)?.figure;
  return figure ? figureOf(figure) : "0";
}
