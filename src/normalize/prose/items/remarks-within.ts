import { groupBy } from "../../../core/group-by.js";
import type { FieldRole } from "./fields/field-label.js";
import type { Item, Opening } from "./item.js";

/** Where clauses stand whose words were taken for a name, though they only go on with the item before: 业务台账显示，实际完成9座. */
export type Remarks = ReadonlySet<string>;

/** So often a report says the same of its items that it is no name. */
const REPEATED = 3;

/** An opening as a key: its passage and its offset. */
export function placeOf({ passage, start }: Opening): string {
  return `${passage}:${start}`;
}

/**
 * The openings of items that are none: what they tell is what the item right before them in its paragraph lacks. One item has the target and no score,
 * the next the score and no target, whatever words stand between. Nothing is said of a report most of whose items tell marks without a target.
 */
export function remarksWithin(items: readonly Item[]): Remarks {
  const names = groupBy(items, ({ named }) => named.names.level3);
  const isRepeated = (item: Item) => (names.get(item.named.names.level3)?.length ?? 0) >= REPEATED;
  const remarks = new Set<string>();
  const parts = new Set<Item>();
  let heads = 0;
  for (let i = 0; i < items.length; i++) {
    const rest = restOf(items, i, isRepeated);
    if (rest.length === 0) continue;
    heads++;
    for (const part of [items[i]!, ...rest]) parts.add(part);
    for (const { opening } of rest) remarks.add(placeOf(opening));
    i += rest.length;
  }
  const others = items.filter((item) => !parts.has(item) && (item.told.has("weight") || item.told.has("score")));
  const withTarget = others.filter(({ told }) => told.has("target")).length;
  return heads + withTarget > others.length - withTarget ? remarks : new Set();
}

/**
 * The openings behind `first` that go on with it: those that the report repeats, whatever they tell; else those up to the one that tells its score, or its
 * marks, where its target is told.
 */
function restOf(items: readonly Item[], first: number, isRepeated: (item: Item) => boolean): readonly Item[] {
  const head = items[first]!;
  const told = new Set<FieldRole>(head.told.keys());
  let last = first;
  if (isRepeated(head)) return [];
  for (let i = first + 1; i < items.length; i++) {
    const item = items[i]!;
    const { opening, isExecution } = item;
    if (opening.own || isExecution || !head.spans.has(opening.passage)) break;
    const roles = rolesBehind(item, told);
    if (roles.some((role) => told.has(role))) break;
    const repeated = isRepeated(item);
    if (!repeated && (told.has("score") || !told.has("target"))) break;
    for (const role of roles) told.add(role);
    if (repeated || roles.includes("score") || roles.includes("weight")) last = i;
  }
  return items.slice(first + 1, last + 1);
}

/** What an item tells; of marks without a label behind others the second are the score. */
function rolesBehind({ told }: Item, before: ReadonlySet<FieldRole>): FieldRole[] {
  return [...told.values()].map(({ role, bare }) => (bare && role === "weight" && before.has("weight") ? "score" : role));
}
