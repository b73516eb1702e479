import type { Block, Paragraph, Table } from "../../../core/extracted.js";
import type { Points } from "../../../core/record.js";
import type { ToldScore } from "../../indicators/told.js";
import { isLevel1, isLevel2, level1Of, readTableHeading, splitLevels } from "../../lexicon/labels/level.js";
import { classesConflict } from "../../lexicon/labels/level-class.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { rankOf } from "../../prose/heads/head-number.js";
import { isEither, type Place } from "../../prose/paths/place-level.js";
import { isOrganisation } from "../../title/title.js";

/** How many lines above a table its heading may stand. */
const REACH = 6;
/** No heading is longer, and no sentence is one. */
const LONGEST_HEADING = 30;
const LEVELS: readonly { readonly words: RegExp; readonly level1: string }[] = [
  { words: /预算执行|资金执行/u, level1: "预算执行指标" },
  { words: /满意度/u, level1: "满意度指标" },
  { words: /产出/u, level1: "产出指标" },
  { words: /效益|效果/u, level1: "效益指标" },
  { words: /成本/u, level1: "成本指标" },
  { words: /决策|立项/u, level1: "决策" },
  { words: /过程|管理/u, level1: "过程" },
];
/** Alone: 资金投入 is a second level, and the heading of a chapter on money. */
const INPUT = /^投入(?:类?指标)?$/u;
const SECOND = new Set<string>(PROSE_WORDS.levelTwo);
/** 四、绩效目标完成情况 heads what became of all goals; how goals were set is the second level 绩效目标. */
const GOALS_REACHED = /绩效目标(?:的)?(?:总体)?(?:完成|实现|达成)/u;

/** The levels that headings give a table's rows; empty where they name none, or several of one rank. */
export interface HeadingLevels extends Place {
  readonly scores: readonly ToldScore[];
}

/**
 * The levels that the headings above a table name (（二）项目产出情况, below it 1.数量指标), with the marks that the nearest gives a first one (表2-2
 * 产出指标（50分）). A second level's heading stands right above its table, perhaps with a text of its own (（一）数量指标。任务全部完成。), its first
 * level's above those of other tables.
 */
export function headingLevels(blocks: readonly Block[], at: number, table: Table): HeadingLevels {
  const second = secondIn(table.caption ?? "", blocks, at) ?? secondAbove(blocks, at);
  if (!second) return { ...firstAbove(blocks, at, table), level2: "" };
  const { level1 } = second.level1 === "" ? firstAbove(blocks, second.at) : second;
  const isOthers = level1 === "" || classesConflict(level1, second.level2);
  return { level1: isOthers ? (level1Of(second.level2) ?? "") : level1, level2: second.level2, scores: [] };
}

/** The heading right above a table that names a second level, perhaps with its first; 成本指标 does where others of its rank do. */
function secondAbove(blocks: readonly Block[], at: number): (Place & { readonly at: number }) | undefined {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const block = blocks[i]!;
    if (block.type === "table") return undefined;
    const second = secondIn(block.text, blocks, i);
    if (second) return second;
    if (isShort(block.text) && LEVELS.some(({ words }) => words.test(block.text))) return undefined;
  }
  return undefined;
}

/** The second level that a line at `at` is called by. */
function secondIn(text: string, blocks: readonly Block[], at: number): (Place & { readonly at: number }) | undefined {
  if (GOALS_REACHED.test(text)) return undefined;
  const name = headOf(text);
  const [level1, level2] = splitLevels(name) ?? [];
  if (level1 !== undefined && level2 !== undefined) return { level1, level2, at };
  const isOfRank = (other: Block) =>
    other.type === "paragraph" && rankOf(other.text.trim()) === rankOf(text.trim()) && isSecond(headOf(other.text));
  return isSecond(name) || (isEither(name) && blocks.some(isOfRank)) ? { level1: "", level2: name, at } : undefined;
}

/** What a line is called by: up to its first mark, its brackets left out. */
function headOf(text: string): string {
  return readTableHeading(text.replace(/[【】〖〗]/gu, "").split(/[。：:；;]/u)[0]!).name;
}

function isSecond(name: string): boolean {
  return isLevel2(name) && !isLevel1(name) && !isEither(name) && (name.endsWith("指标") || SECOND.has(name));
}

/** Whether a line may be a heading: no sentence, and not the name of who signs above (某管理站). */
function isShort(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[。；;]\s*$/u.test(text) && !isOrganisation(text);
}

/** The nearest heading that names a first level, right above `table`; without one, wherever above. */
function firstAbove(blocks: readonly Block[], at: number, table?: Table): Omit<HeadingLevels, "level2"> {
  const lines: { readonly text: string; readonly block?: Paragraph }[] = table?.caption ? [{ text: table.caption }] : [];
  for (let i = at - 1; i >= (table ? Math.max(0, at - REACH) : 0); i--) {
    const block = blocks[i]!;
    if (block.type === "table") {
      if (table) break;
    } else if (isShort(block.text) && (table || !isSecond(headOf(block.text)))) lines.push({ text: block.text, block });
  }
  for (const { text, block } of lines) {
    const { name: own, fullMarks, score } = readTableHeading(text.replace(/[【】〖〗]/gu, ""));
    const found = LEVELS.filter(({ words }) => words.test(text));
    if (found.length > 1) break;
    // （二）项目产出完成情况: the level as the report calls it.
    const level1 = isLevel1(own) && (found.length > 0 || INPUT.test(own)) ? own : found[0]?.level1;
    if (level1 === undefined) continue;
    if (fullMarks === undefined || !block || !table) return { level1, scores: [] };
    const points = (value: string | undefined): Points | null =>
      value === undefined ? null : { raw: text, value, evidence: [...block.evidence] };
    return {
      level1,
      scores: [
        {
          scope: "level1",
          name: level1,
          score: points(score),
          fullMarks: points(fullMarks),
          evidence: [...block.evidence],
          place: { table: table.index, row: 0 },
        },
      ],
    };
  }
  return { level1: "", scores: [] };
}
