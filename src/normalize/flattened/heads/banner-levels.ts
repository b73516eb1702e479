import { isLevel1, isLevel2, readLevel } from "../../lexicon/labels/level.js";
import type { Atom } from "../atom.js";
import { isLevelWord } from "../cells/level-cells.js";
import { type Column, LEVEL_KINDS } from "../column.js";
import type { FoundHead } from "./find-heads.js";

const FIRST: Column = { kind: "level1", role: "level1", title: "一级指标" };
const SECOND: Column = { kind: "level2", role: "level2", title: "二级指标" };

/**
 * A head without levels, above rows that stand below the names of their levels (产出指标 / 数量指标 / 检修座数｜≥12座｜12座): with a column before the
 * others for each kind of level that has a line of its own, or for the first where the rows begin with it. A head with one column for either (指标类别), above lines of first levels: with two.
 */
export function withBannerLevels(head: FoundHead, body: readonly Atom[]): FoundHead {
  const levels = head.columns.filter(({ kind }) => LEVEL_KINDS.has(kind));
  const isEither = levels.length === 1 && levels[0]!.kind === "levels" && levels[0] === head.columns[0];
  if (head.about !== "indicators" || (levels.length > 0 && !isEither)) return head;
  const banners = linesOf(body)
    .map((line) => readLevel(line).name)
    .filter(isLevelWord);
  const first = banners.some(isLevel1) || (!isEither && beginsWithLevel(body)) ? [FIRST] : [];
  if (isEither) return first.length > 0 ? { ...head, columns: [FIRST, SECOND, ...head.columns.slice(1)] } : head;
  const second = banners.some((name) => isLevel2(name) && !isLevel1(name)) ? [SECOND] : [];
  return { ...head, columns: [...first, ...second, ...head.columns] };
}

/** 绩效指标 | 指标内容 above 产出指标 | 养护里程: the label of the whole table heads the first levels. */
function beginsWithLevel([first, next]: readonly Atom[]): boolean {
  const isAlone = first !== undefined && next?.row === first.row && next.gap !== "glued";
  return isAlone && isLevelWord(readLevel(first.text).name) && isLevel1(readLevel(first.text).name);
}

function linesOf(atoms: readonly Atom[]): string[] {
  const lines: string[] = [];
  for (const [at, { row, text }] of atoms.entries()) {
    if (at > 0 && atoms[at - 1]!.row === row) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  return lines;
}
