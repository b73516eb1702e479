import { EXECUTION_NAME } from "../../lexicon/labels/execution-name.js";
import { points } from "../figures.js";
import type { Outline } from "../heads/outline.js";
import type { Passage } from "../passage.js";
import { leadLength, type Named, plain } from "../paths/indicator-name.js";
import { isEither, type Place, placeLevel } from "../paths/place-level.js";
import type { FieldRole } from "./fields/field-label.js";
import { type Item, type Opening, placed, reach, type Told, tell } from "./item.js";
import type { ItemEvent } from "./item-events.js";
import { levelLead } from "./levels/level-lead.js";
import { LevelPeers } from "./levels/level-peers.js";

/** What a walk over a report's clauses has gathered so far: items, the one at hand, and the level in force. */
export class Gathering {
  readonly items: Item[] = [];
  /** Marks that were told with a score of something that has no name here. */
  readonly unnamed: Told[] = [];
  /** Levels of the report's own, with what is told of their marks. */
  readonly levels: { readonly name: string; readonly told: readonly Told[] }[] = [];
  /** What is told next is told of this; undefined where no name is at hand. */
  item: Item | undefined;
  /** The clause that the name at hand ends in, where a comma stands in it. */
  ending: ItemEvent | undefined;
  /** The head, or the level, in force. */
  scope: Outline = { level1: "", level2: "", list: null, completion: false };
  /** The first level that was named above the items, and by none of them; empty where there is none. */
  headed = "";
  readonly #passages: readonly Passage[];
  readonly #peers = new LevelPeers();
  /** The marks of the level that was named last, until its first item. */
  #level: Told[] | undefined;
  /** Marks that were told of no item. */
  #lost: Told | undefined;
  /** All that an indicator has is told next, and what stands before it is no name. */
  #isNameless = false;

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
  }

  /** A level was named, and no item since. */
  get isBehindLevel(): boolean {
    return this.#level !== undefined;
  }

  get isNameless(): boolean {
    return this.#isNameless;
  }

  /** An item begins: its name stands from `start` to `end` of the event's passage. */
  begin(named: Named, event: ItemEvent, { start, end }: { readonly start: number; readonly end: number }, is: Partial<Item> = {}): void {
    const state = { told: new Map(), spans: new Map(), order: [], twice: new Set<FieldRole>() };
    const kinds = { isExecution: false, isKnown: event.isKnown, reached: false };
    this.item = { opening: openingOf(event), named, under: this.scope, ...kinds, ...state, ...is };
    reach(this.item, event.passage, start, end);
    this.items.push(this.item);
    this.#level = undefined;
    this.#isNameless = false;
  }

  /** What the clause tells goes to the item at hand; without one, to the level, or to nobody. */
  give(event: ItemEvent): void {
    for (const field of event.fields) {
      const told = placed(field, event.clause.start, event.passage);
      const isMarks = told.role === "weight" || told.role === "score";
      if (told.role === "levels") this.belong(levelLead(this.#folded(told)).levels, event);
      else if (told.role === "level1" || told.role === "level2" || told.role === "name") this.#label(told, event);
      else if (this.item && told.role !== "other") tell(this.item, told);
      else if (this.#level && isMarks) this.#markLevel(this.#level, told);
      else if (this.#isNameless && isMarks) {
        this.unnamed.push(told);
        this.#isNameless = false;
      } else if (told.role === "weight" && !told.bare) this.#lost = told;
      else if (told.role === "score" && this.#lost?.passage === event.passage) {
        this.unnamed.push(this.#lost);
        this.#lost = undefined;
      }
    }
  }

  /** The levels of the item at hand, told behind its name; without one, those of what follows. */
  belong(levels: readonly string[], event: ItemEvent): void {
    if (!this.item) this.enter(levels, event);
    else {
      const { named } = this.item;
      const { level1, level2 } = inBracket(this.scope, levels);
      this.item.named = { ...named, names: { ...named.names, level1: level1 || named.names.level1, level2 } };
    }
  }

  /** The place that an event's levels name. */
  below(event: ItemEvent, levels: readonly string[]): Outline {
    const [first, second] = levels;
    if (first === undefined || second !== undefined || !this.#peers.isPart(this.scope, first, event)) return under(this.scope, levels);
    return { ...under(this.scope, []), level2: first };
  }

  /** A head of the report begins what stands below it. */
  start(head: Outline): void {
    this.scope = head;
    this.headed = head.level1;
  }

  /** What follows stands there, where an event says so. */
  descend(place: Outline, event: ItemEvent): void {
    this.#peers.note(this.scope, place, event);
    this.scope = place;
  }

  /** What follows stands under these levels; under none, it is told of the level in force. */
  enter(levels: readonly string[], event: ItemEvent): void {
    this.descend(this.below(event, levels), event);
    this.headed = this.scope.level1;
    this.item = undefined;
    this.#level = [];
  }

  /** What follows stands under a first level that only this report has. */
  found(name: string, event: ItemEvent): void {
    this.enter([], event);
    const { marks: _, ...rest } = this.scope;
    this.descend({ ...rest, level1: name, level2: "" }, event);
    this.levels.push({ name, told: this.#level! });
  }

  /** What follows is told of something that has no name. */
  loseName(): void {
    this.item = undefined;
    this.#level = undefined;
    this.#isNameless = true;
  }

  /** 三级指标：检修座数: levels and names under labels of their own. */
  #label(told: Told, event: ItemEvent): void {
    const passage = this.#passages[told.passage]!;
    const text = passage.text.slice(told.value, told.end).trim();
    if (told.role === "level1") this.scope = { ...this.scope, level1: text, level2: "" };
    else if (told.role === "level2") this.scope = { ...this.scope, level2: text };
    if (told.role !== "name") this.item = undefined;
    else this.begin(plain(passage, told.value, told.end - told.value, this.scope), event, told);
  }

  /** 数量指标（满分20分，自评20分）: marks of the level, which its only indicator has. */
  #markLevel(level: Told[], told: Told): void {
    level.push(told);
    const figure = (role: FieldRole) => {
      const own = level.find((each) => each.role === role);
      return own?.figure ? points(this.#passages[own.passage]!, own.figure) : null;
    };
    const weight = figure("weight");
    if (weight) this.scope = { ...this.scope, marks: { weight, score: figure("score") } };
  }

  #folded({ passage, value, end }: Told): string {
    return this.#passages[passage]!.folded.slice(value, end);
  }
}

/** The clause that an item begins with. */
export function openingOf({ passage, clause, lead, isKnown }: ItemEvent): Opening {
  return { passage, start: clause.start, own: isKnown || (lead !== undefined && (lead.levels.length > 0 || leadLength(lead.text) > 0)) };
}

/** The place below `scope` that levels name, from the first down; `scope` where they are none. */
export function under(scope: Outline, levels: readonly string[]): Outline {
  const [first, second] = levels;
  // 1.预算执行情况 below （五）预算执行情况, as the heads have it.
  const isBoth = first === scope.level1 && first === scope.level2 && second === undefined;
  if (first === undefined || isBoth) return scope;
  const { marks: _, ...rest } = scope;
  return { ...rest, ...(second === undefined ? placeLevel(scope, first) : { level1: first, level2: second }) };
}

/** 单座检修成本（成本指标）, 预算执行率（预算执行）: of the names that may be either level's, a bracket tells the second. */
function inBracket(scope: Outline, levels: readonly string[]): Place {
  if (levels[0] === scope.level1 && EXECUTION_NAME.test(scope.level1)) return { level1: scope.level1, level2: scope.level1 };
  return levels.length === 1 && isEither(levels[0]!) ? placeLevel(scope, levels[0]!, false) : under(scope, levels);
}
