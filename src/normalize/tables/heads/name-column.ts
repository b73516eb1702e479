import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import { sayNoLevel } from "../../lexicon/labels/no-level.js";
import type { Columns } from "../region.js";

type Held = Map<IndicatorRole, readonly number[]>;
type Heads = Columns<IndicatorRole>["heads"];

/** Settles what the ambiguous names head. Each step sees what those before it settled. */
export function withNameColumn({ of, heads }: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const held = new Map(of);
  for (const settle of [
    perhapsNames,
    itemScores,
    fourthLevels,
    betweenLevels,
    descriptions,
    secondOfTwo,
    behindSecondLevels,
    besideResults,
  ])
    settle(held, heads);
  return { of: held, heads };
}

/** 绩效指标 is the name's column where no other is, and nothing where one is, or left of the levels: there it names the block. */
function perhapsNames(held: Held): void {
  const perhaps = held.get("level3?");
  const last = Math.max(...(["level1", "level2"] as const).flatMap((role) => held.get(role) ?? []), -1);
  held.delete("level3?");
  if (perhaps && !held.has("level3") && perhaps.at(-1)! > last) held.set("level3", perhaps);
}

/** 单项得分 is the score where no other is told. */
function itemScores(held: Held): void {
  if (!held.has("score") && held.has("itemScore")) held.set("score", held.get("itemScore")!);
}

/** A fourth level without a third names the indicators, unless it is the 指标解释 that explains what another column names. */
function fourthLevels(held: Held, heads: Heads): void {
  const fourth = held.get("level4");
  const explains = held.has("level1") && /解释|说明|内涵/u.test(heads.get("level4")?.name ?? "");
  if (fourth && !held.has("level3") && !explains) held.set("level3", fourth);
}

/** 一级指标 | 评价要素 | 三级指标: what stands between the first level and the names is no standard, but the second. */
function betweenLevels(held: Held): void {
  const [first, between, third] = [held.get("level1") ?? held.get("levels"), held.get("standard"), held.get("level3")];
  if (held.has("level2") || !first || !between || !third || between[0]! < first.at(-1)! || between.at(-1)! > third[0]!) return;
  held.set("level2", between);
  held.delete("standard");
}

/** 绩效指标描述 beside targets in a column of their own is what the indicators are called. */
function descriptions(held: Held): void {
  if (!held.has("level3") && held.has("level2") && held.has("target")) move(held, "targetText");
}

/** 评价内容 | 评价指标: of two names of which neither says its level, the second heads the indicators. */
function secondOfTwo(held: Held, heads: Heads): void {
  const [first, named] = [held.get("level1"), held.get("level3")];
  if (!first || !named || held.has("level2") || first[0]! <= named.at(-1)!) return;
  if (sayNoLevel(heads.get("level1")?.name, heads.get("level3")?.name)) held.set("level1", named).set("level3", first);
}

/** 评价指标 behind the second levels heads the indicators. */
function behindSecondLevels(held: Held): void {
  const [first, second] = [held.get("level1"), held.get("level2")];
  if (!held.has("level3") && first && second && first[0]! > second.at(-1)!) move(held, "level1");
}

/** 评价指标 beside targets, results or scores heads the indicators themselves. */
function besideResults(held: Held, heads: Heads): void {
  const hasResults = (["target", "actual", "score"] as const).some((role) => held.has(role));
  const saysFirst = /一级|[大种]类/u.test(heads.get("level1")?.name ?? "");
  if (hasResults && !saysFirst && !held.has("level3") && !held.has("level2")) move(held, "level1");
}

/** The columns of a role, if it has any, as those of the names. */
function move(held: Held, role: IndicatorRole): void {
  const columns = held.get(role);
  if (!columns) return;
  held.set("level3", columns);
  held.delete(role);
}
