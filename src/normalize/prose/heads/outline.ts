import type { Points } from "../../../core/record.js";
import { isLevel1 } from "../../lexicon/labels/level.js";
import { points } from "../figures.js";
import type { Passage } from "../passage.js";
import { isEither, type Place, placeLevel } from "../paths/place-level.js";
import { type HeadMarks, headMarks } from "../scores/head-marks.js";
import { headClauses } from "./head-clauses.js";
import { isHeading, runInHead } from "./heading.js";
import { type LevelHead, levelHeads, ownLevel } from "./level-head.js";
import { Nesting } from "./nesting.js";
import { type Ranks, ranksOf } from "./ranks.js";

/** Under which heads a passage stands, as far as they name levels of indicators or lists of completed ones. */
export interface Outline {
  readonly level1: string;
  readonly level2: string;
  /** Under a head such as 绩效目标完成的指标 (true) or 没有完成绩效目标的指标 (false). */
  readonly list: boolean | null;
  /** Under a head that speaks of what was done in the year: 年度绩效目标完成情况. */
  readonly completion: boolean;
  /** What the head gives its level, where it tells marks. */
  readonly marks?: { readonly weight: Points; readonly score: Points | null };
  /** The execution of the budget, under a head of the rank of those of 产出 and 效益: it stands among the indicators. */
  readonly execution?: true;
}

const UNCOMPLETED = /(?:未|没有|没|尚未|未能|未全部|不)(?:完成|达成|达到|实现|达标)/u;
const COMPLETED = /完成|达成|达到|实现/u;

const NOWHERE: Outline = { level1: "", level2: "", list: null, completion: false };

/** Heads carried down: what each passage stands under. */
export function outlineOf(passages: readonly Passage[]): Outline[] {
  const reader = new OutlineReader(passages);
  return passages.map((_, i) => reader.at(i));
}

class OutlineReader {
  readonly #passages: readonly Passage[];
  readonly #heads: readonly (LevelHead | undefined)[];
  readonly #ranks: Ranks;
  readonly #nesting = new Nesting(NOWHERE);
  #current = NOWHERE;

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
    this.#heads = levelHeads(passages);
    this.#ranks = ranksOf(this.#heads, passages);
  }

  /** Passages are asked for in their order. */
  at(i: number): Outline {
    const head = this.#heads[i];
    if (head) this.#current = { ...(head.isCaption ? this.#underCaption(head, i) : this.#underHead(head, i)), ...this.#execution(head) };
    return this.#current;
  }

  #underCaption({ names, rank }: LevelHead, at: number): Outline {
    this.#nesting.enter(rank, NOWHERE);
    const name = names[0]!;
    const place = isEither(name) ? placeLevel(this.#current, name, this.#ranks.isFirst(name, rank)) : { level1: name, level2: "" };
    return { ...NOWHERE, ...place, ...marksOf(this.#passages[at]!) };
  }

  #underHead(head: LevelHead, at: number): Outline {
    const { text, names } = head;
    const isList = /指标|目标/u.test(text) && COMPLETED.test(text) && !/情况|分析|原因/u.test(text);
    const { level1, level2 } = this.#levels(head);
    return {
      level1,
      level2,
      list: isList ? !UNCOMPLETED.test(text) : null,
      completion: /完成情况/u.test(text),
      ...(names.length > 0 ? this.#marks(head, at) : {}),
    };
  }

  #levels(head: LevelHead): Place {
    const { names, rank, isOwn } = head;
    // A head below a level's that names none, an item's, leaves the level in force.
    const under = rank === "" ? NOWHERE : this.#nesting.enter(rank, this.#current);
    const first = isOwn ? names[0] : ownFirst(head, this.#ranks);
    if (first !== undefined) return { level1: first, level2: "" };
    const from: Place = withOwnSecond(names.length > 0 ? this.#current : under, head, this.#ranks);
    return names.reduce((place, name) => placeLevel(place, name, this.#ranks.isFirst(name, rank)), from);
  }

  /** What the sentence behind a head tells of its level, or the head's own marks. */
  #marks({ text, names }: LevelHead, at: number): Pick<Outline, "marks"> {
    const told = behindHead(this.#passages, at, names.at(-1)!);
    return told ? { marks: pointsOf(told.passage, told.marks) } : marksOf(this.#passages[at]!, text.length);
  }

  /** 预算执行, a head of the rank of those of 产出 and 效益. */
  #execution({ names, rank }: LevelHead): Pick<Outline, "execution"> {
    return names.some((name) => /执行/u.test(name)) && this.#ranks.results.has(rank) ? { execution: true } : {};
  }
}

/** （二）管理 of the rank of （三）产出指标: the first level of a scheme of the report's own, by a word that says much else where it stands alone. */
function ownFirst({ text, names, rank }: LevelHead, { parts, results }: Ranks): string | undefined {
  const name = names.length === 0 && rank !== "" && results.has(rank) && !parts.has(rank) ? ownLevel(text) : undefined;
  return name !== undefined && isLevel1(name) ? name : undefined;
}

/** 2.3.1 人才支撑 below a first level, where 2.1.1 产出数量 names a second one: so does a head of its rank, in the report's own words. */
function withOwnSecond(place: Place, { text, names, rank }: LevelHead, { parts, results }: Ranks): Place {
  const isSecond = names.length === 0 && place.level1 !== "" && place.level2 === "" && parts.has(rank) && !results.has(rank);
  const name = isSecond ? ownLevel(text) : undefined;
  return name === undefined ? place : { ...place, level2: name };
}

/** What the sentence behind a passage's head tells of the head's level, and in which passage it stands. */
function behindHead(passages: readonly Passage[], at: number, name: string): { passage: Passage; marks: HeadMarks } | undefined {
  const runIn = runInHead(passages[at]!);
  const passage = runIn > 0 ? passages[at] : passages[at + 1];
  if (passage?.place !== "paragraph" || (runIn === 0 && isHeading(passage))) return undefined;
  const marks = headMarks(passage, runIn, name);
  return marks && { passage, marks };
}

function pointsOf(passage: Passage, { weight, score }: HeadMarks): { weight: Points; score: Points | null } {
  return { weight: points(passage, weight.figure!), score: score?.figure ? points(passage, score.figure) : null };
}

/** 4、满意度指标（满分10分，自评10分）. */
function marksOf(passage: Passage, length?: number): Pick<Outline, "marks"> {
  const clauses = headClauses({ ...passage, folded: passage.folded.slice(0, length) });
  const [weight, score] = (["weight", "score"] as const).map((role) => clauses.find((clause) => clause.role === role)?.figure);
  return weight ? { marks: { weight: points(passage, weight), score: score ? points(passage, score) : null } } : {};
}
