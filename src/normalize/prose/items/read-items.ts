import type { Evidence } from "../../../core/evidence.js";
import type { StatedScore } from "../../../core/record.js";
import type { IndicatorFacts } from "../facts.js";
import { points } from "../figures.js";
import type { Outline } from "../heads/outline.js";
import { locate, type Passage } from "../passage.js";
import type { KnownNames } from "../paths/known-names.js";
import { assembleItems } from "./assemble-items.js";
import { executionRows } from "./execution-row.js";
import type { FieldRole } from "./fields/field-label.js";
import { type Item, indicatorOf, isBare, isBelowWhole, isIndicator, isOfPart, isUnmarked, type Told } from "./item.js";
import { eventsOf, learnLabels } from "./item-events.js";
import { holdsParts, levelsBySums } from "./levels/own-levels.js";
import { partedAlike } from "./levels/parted-alike.js";
import { namedLines } from "./names/named-lines.js";
import { openersOf } from "./names/what-opens.js";
import { withoutOpening } from "./names/without-opening.js";
import { reasonsOf } from "./reason-behind.js";
import { remarksWithin } from "./remarks-within.js";
import { strayMarks } from "./stray-marks.js";
import { partsToldElsewhere } from "./told-elsewhere.js";

const TELLS_ITEMS = /\d\s*分|[一二三四五六七八九十]分|分值|权重|得分|目标|指标/u;

/** Fewer targets with results that nobody gave marks may be told in passing. */
const LEAST_UNMARKED = 3;

/**
 * The indicators that a report tells in its sentences, whatever the order of what it tells of them and whatever parts it: what is constant from item to item
 * is how the report tells, what varies are names and figures. Facts are given passage by passage. `hasRows`: tables tell indicators
 * too, and what sentences tell of them beside their marks is not sought.
 */
export function readItems(
  passages: readonly Passage[],
  outline: readonly Outline[],
  fiscalYear: number | null,
  known: KnownNames,
  hasRows = false,
): IndicatorFacts[] {
  const facts = passages.map(noFacts);
  if (known.isEmpty && !passages.some(({ folded }) => TELLS_ITEMS.test(folded))) return facts;
  const { items, unnamed, levels } = itemsIn(passages, outline, fiscalYear, known, hasRows);
  const ownName = withoutOpening(items.filter(isIndicator));
  const parted = partedAlike(items.filter(isIndicator));
  const unmarked = items.some((item) => item.told.has("weight") || item.told.has("score")) ? [] : items.filter(isUnmarked);
  const rows = executionRows(items, passages, outline);
  const reasons = reasonsOf(items, passages);
  const isOfUnmarked = (item: Item) => unmarked.length >= LEAST_UNMARKED && unmarked.includes(item);
  for (const item of items) {
    const isWhole = isIndicator(item) || isBare(item) || isOfUnmarked(item);
    const isPart = item.isKnown && !isWhole && item.told.size > 0 && isOfPart(item);
    const isExecution = item.isExecution && !rows.has(item);
    if (isExecution ? !isOfPart(item) : !isWhole && !isPart) continue;
    const at = [...item.spans.keys()][0]!;
    const own = facts[at]!;
    if (isExecution) {
      const execution = executionOf(item, passages);
      if (!execution) continue;
      own.scores.push(execution);
    } else {
      const told = indicatorOf(item, passages);
      const indicator = { ...told, ...parted(told, item) };
      const reason = reasons.get(item);
      own.indicators.push({
        ...indicator,
        ...(reason === undefined ? {} : { reason }),
        ...(rows.has(item) ? { level1: "", level2: "" } : {}),
        level3: ownName(indicator.level3),
        ...(isPart ? { isPart: true as const } : {}),
        ...(isOfUnmarked(item) ? { isUnmarked: true as const } : {}),
      });
      own.under.push(item.under);
      own.mended.push(...item.named.mended);
      if (isWhole) own.stray.push(...strayMarks(item, passages));
    }
    if (isBare(item)) continue;
    for (const [passage, span] of item.spans) facts[passage]!.taken.push(span);
  }
  for (const { name, told } of levels) {
    for (const { passage, start, end } of told) facts[passage]!.taken.push({ start, end });
    const evidence = told.flatMap(({ passage, start, end }) => locate(passages[passage]!, start, end));
    const score = scoreOf(name, told, evidence, passages);
    if (score.fullMarks && holdsParts(name, score.fullMarks.value, items)) facts[told[0]!.passage]!.scores.push(score);
  }
  for (const { passage, start, end, figure } of unnamed) {
    if (!figure || !isBelowWhole(figure)) continue;
    facts[passage]!.unnamed.push(points(passages[passage]!, figure));
    facts[passage]!.taken.push({ start, end });
  }
  return facts;
}

function noFacts(): MutableFacts {
  return { indicators: [], completions: [], mended: [], taken: [], scores: [], under: [], unnamed: [], stray: [] };
}

/** All that reads like an item, what tells levels, and figures without a name. First it is learnt how the report tells its items, then they are read by that. */
function itemsIn(
  passages: readonly Passage[],
  outline: readonly Outline[],
  fiscalYear: number | null,
  known: KnownNames,
  hasRows: boolean,
) {
  const learned = learnLabels(eventsOf(passages, { fiscalYear, learned: new Set(), glued: new Set(), keyed: new Map() }, known));
  const events = eventsOf(passages, { fiscalYear, ...learned }, known);
  const first = assembleItems(events, passages, outline).items;
  const lines = namedLines(events);
  const remarks = new Set([...remarksWithin(first), ...lines.remarks]);
  const own = levelsBySums(first);
  const isSame = remarks.size === 0 && own.size === 0;
  const openings = isSame ? first : assembleItems(events, passages, outline, new Set(), remarks, own, lines.names).items;
  const openers = openersOf(openings.filter(isIndicator));
  const { items: found, unnamed, levels } = assembleItems(events, passages, outline, openers, remarks, own, lines.names);
  const elsewhere = hasRows ? [] : partsToldElsewhere(found, passages, outline, { fiscalYear, ...learned });
  return { items: [...elsewhere, ...found], unnamed, levels };
}

type MutableFacts = {
  -readonly [name in keyof Required<
    Pick<IndicatorFacts, "indicators" | "completions" | "mended" | "taken" | "scores" | "under" | "unnamed" | "stray">
  >]: NonNullable<IndicatorFacts[name]>[number][];
};

/** The execution of the budget outside of any list: the money's marks and score. */
function executionOf({ told, named, spans }: Item, passages: readonly Passage[]): StatedScore | undefined {
  const evidence = [...spans].flatMap(([at, { start, end }]) => locate(passages[at]!, start, end));
  return told.get("score")?.figure && scoreOf(named.names.level3, [...told.values()], evidence, passages);
}

/** What is told of a first level's marks. */
function scoreOf(name: string, told: readonly Told[], evidence: Evidence[], passages: readonly Passage[]): StatedScore {
  const marks = (role: FieldRole) => {
    const field = told.find((each) => each.role === role);
    return field?.figure ? points(passages[field.passage]!, field.figure) : null;
  };
  return { scope: "level1", name, score: marks("score"), fullMarks: marks("weight"), evidence };
}
