import type { Outline } from "../heads/outline.js";
import type { Passage } from "../passage.js";
import { KnownNames } from "../paths/known-names.js";
import { assembleItems } from "./assemble-items.js";
import type { Labels } from "./fields/field.js";
import { type Item, isIndicator, isOfPart, type Told } from "./item.js";
import { eventsOf } from "./item-events.js";

/** Fewer names that stand again elsewhere are mentioned there, in passing. */
const LEAST_PARTS = 3;

/**
 * What a report tells of its indicators apart from their marks, in chapters of its own: the targets in one, the results in another. The names that were
 * given marks are known by then, and other passages tell of them in their words.
 */
export function partsToldElsewhere(
  items: readonly Item[],
  passages: readonly Passage[],
  outline: readonly Outline[],
  labels: Labels,
): Item[] {
  const whole = items.filter(isIndicator);
  const lacking = whole.filter(({ told }) => !told.has("target") || !told.has("actual"));
  if (lacking.length < LEAST_PARTS) return [];
  const known = new KnownNames(lacking.map(({ named }) => named.names.level3));
  const taken = new Set(whole.flatMap(({ spans }) => [...spans.keys()]));
  const events = eventsOf(passages, labels, known, (passage) => !taken.has(passage));
  const parts = assembleItems(events, passages, outline).items.filter((item) => item.isKnown && isOfPart(item) && tellsValue(item));
  return parts.length < LEAST_PARTS ? [] : parts.map((item) => withoutLevels(asOthersTell(item, parts, passages)));
}

/** Its levels are those that stand where it is given marks. */
function withoutLevels(item: Item): Item {
  return { ...item, named: { ...item.named, names: { ...item.named.names, level1: "", level2: "" } } };
}

function tellsValue({ told }: Item): boolean {
  return (told.has("target") || told.has("actual")) && !told.has("weight") && !told.has("score");
}

/** 渡运安全水平“有效增强”, among results: words without a label are of the kind that the others of their paragraph are. */
function asOthersTell(item: Item, parts: readonly Item[], passages: readonly Passage[]): Item {
  const isWords = ({ key, passage, value }: Told) => key === "" && passages[passage]!.folded[value] === '"';
  const target = item.told.get("target");
  if (!target || item.told.size > 1 || !isWords(target)) return item;
  const beside = parts.filter((other) => other.spans.has(target.passage));
  const tellsTarget = ({ told }: Item) => told.has("target") && !isWords(told.get("target")!);
  const isResult = beside.some(({ told }) => told.has("actual")) && !beside.some(tellsTarget);
  return isResult ? { ...item, told: new Map([["actual", { ...target, role: "actual" as const }]]) } : item;
}
