import type { Points } from "../../core/record.js";
import { PROSE_WORDS } from "../lexicon/prose-words.js";
import { points } from "./figures.js";
import { type HeadMarks, headMarks } from "./head-marks.js";
import { labelledClauses } from "./labelled-clauses.js";
import type { Passage } from "./passage.js";

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

const HEADING_LENGTH = 32;
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]、?|\d{1,2}[.．、]\s*|[①-⑳])/u;
const LEVEL1 = longest(PROSE_WORDS.levelOne);
const LEVEL2 = longest([
  ...PROSE_WORDS.levelTwo.filter((word) => !/^(?:绩效目标|项目立项|资金投入|资金管理|财务管理|业务管理)$/u.test(word)),
  "成本指标",
]);
const UNCOMPLETED = /(?:未|没有|没|尚未|未能|未全部|不)(?:完成|达成|达到|实现|达标)/u;
const COMPLETED = /完成|达成|达到|实现/u;

/** 产出指标（50分）：, a level's name alone on its line, numbered or not. */
export const LEVEL_HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])?\s*(?:产出|效益|效果|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标(?:(?:完成|实现)?情况)?(?:分析|说明)?(?:\([^()]{0,30}分\))?(?:完成情况)?:?$/u;

const FIRST_LEVELS = [...PROSE_WORDS.levelOne].filter((word) => !/执行/u.test(word)).sort((a, b) => b.length - a.length);
const FIRST = `(?:${FIRST_LEVELS.join("|")})(?:类?指标)?`;
const CAPTION = new RegExp(
  `^([一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)、?|\\d{1,2}[.、])?\\s*(${FIRST}(?:[与和及、]${FIRST})*)(?:(?:完成|实现)?情况)?[:,(]{1,2}[^\\d,。;:()]{0,8}\\d+(?:\\.\\d+)?分`,
  "u",
);

/** （二）产出（45分），得分44分。: the first levels that a line names before their marks, by its number or by the 其中 that it ends with; empty where it does not, or names others behind. */
export function captionOf(folded: string): string {
  const [whole, number, level] = CAPTION.exec(folded) ?? [];
  if (whole === undefined || level === undefined || (number === undefined && !/其中:?$/u.test(folded))) return "";
  return /(?:产出|效益|效果|满意度|成本|过程|决策|投入)(?:指标)?[(,:]?[^\d,。;:()]{0,8}\d+(?:\.\d+)?分/u.test(folded.slice(whole.length))
    ? ""
    : level;
}

const RUN_IN = new RegExp(
  `^([一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)、?|\\d{1,2}[.、])\\s*(?:${[
    ...PROSE_WORDS.levelOne,
    ...PROSE_WORDS.levelTwo,
  ]
    .sort((a, b) => b.length - a.length)
    .join("|")})(?:类?指标)?(?:(?:完成|实现)?情况)?(?:分析|说明)?。`,
  "u",
);

/** （二）产出指标。该项满分50分: a head that its own text follows on the line. Its length; 0 where there is none. */
export function runInHead(passage: Passage): number {
  return passage.place === "paragraph" ? (RUN_IN.exec(passage.folded)?.[0].length ?? 0) : 0;
}

/** How a head is numbered: heads of one rank are numbered alike. */
function rankOf(folded: string): string {
  return (NUMBERED.exec(folded)?.[0] ?? "").replace(/[一二三四五六七八九十\d]+/u, "");
}

const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])/u;

const NOWHERE: Outline = { level1: "", level2: "", list: null, completion: false };

/** Heads carried down: what each passage stands under. */
export function outlineOf(passages: readonly Passage[]): Outline[] {
  let current = NOWHERE;
  const heads = passages.map((passage) => {
    const runIn = runInHead(passage);
    return runIn > 0 || isHeading(passage) ? passage.folded.slice(0, runIn || undefined) : "";
  });
  const ranks = new Set(heads.flatMap((head) => (OF_RESULTS.test(head) ? rankOf(head) || [] : [])));
  return passages.map((passage, i) => {
    const caption = passage.place === "paragraph" ? captionOf(passage.folded) : "";
    if (caption !== "") current = { ...NOWHERE, level1: caption, ...marksOf(passage) };
    const text = heads[i]!;
    if (caption !== "" || text === "") return current;
    const level2 = LEVEL2.exec(text)?.[0] ?? "";
    const within = LEVEL1.exec(text)?.[0] ?? "";
    // 社会效益指标 below 效益: the second level's name holds the first's.
    const level1 = level2.includes(within) && within !== level2 && current.level1.includes(within.replace(/指标$/u, "")) ? "" : within;
    const list = /指标|目标/u.test(text) && COMPLETED.test(text) && !/情况|分析|原因/u.test(text) ? !UNCOMPLETED.test(text) : null;
    const completion = /完成情况/u.test(text);
    if (level2 !== "" && !level1) current = { level1: current.level1, level2, list, completion };
    else if (level1 !== "")
      current = {
        level1: /指标$|^项目|^部门/u.test(level1) ? level1 : level1 + (text.includes(`${level1}指标`) ? "指标" : ""),
        level2: "",
        list,
        completion,
        ...(/执行/u.test(level1) && ranks.has(rankOf(text)) ? { execution: true as const } : {}),
      };
    else current = { ...NOWHERE, list, completion };
    const told = behindHead(passages, i);
    if (told && (level1 !== "" || level2 !== "")) current = { ...current, marks: pointsOf(told.passage, told.marks) };
    return current;
  });
}

const OF_RESULTS = /产出|效益|效果/u;

/** What the sentence behind a passage's head tells of the head's level, and in which passage it stands. */
function behindHead(passages: readonly Passage[], at: number): { passage: Passage; marks: HeadMarks } | undefined {
  const runIn = runInHead(passages[at]!);
  const passage = runIn > 0 ? passages[at] : passages[at + 1];
  if (!passage || passage.place !== "paragraph" || (runIn === 0 && isHeading(passage))) return undefined;
  const marks = headMarks(passage, runIn);
  return marks && { passage, marks };
}

function pointsOf(passage: Passage, { weight, score }: HeadMarks): { weight: Points; score: Points | null } {
  return { weight: points(passage, weight.figure!), score: score?.figure ? points(passage, score.figure) : null };
}

/** 4、满意度指标（满分10分，自评10分）. */
function marksOf(passage: Passage): Pick<Outline, "marks"> {
  const clauses = labelledClauses(passage);
  const [weight, score] = (["weight", "score"] as const).map((role) => clauses.find((clause) => clause.role === role)?.figure);
  return weight ? { marks: { weight: points(passage, weight), score: score ? points(passage, score) : null } } : {};
}

export function isHeading(passage: Passage): boolean {
  if (passage.place !== "paragraph") return false;
  if (passage.heading !== undefined) return true;
  if (LEVEL_HEADING.test(passage.folded)) return true;
  return passage.text.length <= HEADING_LENGTH && NUMBERING.test(passage.text) && !/[。；;]|\d分/u.test(passage.text);
}

export { NUMBERING };

function longest(words: readonly string[]): RegExp {
  return new RegExp([...words].sort((a, b) => b.length - a.length).join("|"), "u");
}
