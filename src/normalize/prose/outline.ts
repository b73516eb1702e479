import { CHAPTER_NUMBER, LETTER_NUMBER, PART_NUMBER } from "../../core/numbering.js";
import type { Points } from "../../core/record.js";
import { alternation } from "../lexicon/lexicon.js";
import { PROSE_WORDS } from "../lexicon/prose-words.js";
import { captionOf, executionCaption, ownCaption } from "./caption.js";
import { points } from "./figures.js";
import { headClauses } from "./head-clauses.js";
import { isEither, type Place, placeLevel } from "./indicators/place-level.js";
import { LEVEL_HEADING, HEAD_NUMBER as NUMBER } from "./level-heading.js";
import type { Passage } from "./passage.js";
import { type HeadMarks, headMarks } from "./scores/head-marks.js";

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
export const NUMBERING = new RegExp(
  `^(?:${CHAPTER_NUMBER}|${PART_NUMBER}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]、?|\\d{1,2}[.．、)）]\\s*|[①-⑳]|${LETTER_NUMBER})`,
  "u",
);
const LEVEL1 = new RegExp(alternation(PROSE_WORDS.levelOne), "u");
const LEVEL2 = new RegExp(
  alternation([
    ...PROSE_WORDS.levelTwo.filter((word) => !/^(?:绩效目标|项目立项|资金投入|资金管理|财务管理|业务管理)$/u.test(word)),
    "成本指标",
  ]),
  "u",
);
const UNCOMPLETED = /(?:未|没有|没|尚未|未能|未全部|不)(?:完成|达成|达到|实现|达标)/u;
const COMPLETED = /完成|达成|达到|实现/u;

const RUN_IN = new RegExp(
  `^${NUMBER}、?\\s*(?:${alternation([...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo])})(?:类?指标)?(?:(?:完成|实现)?情况)?(?:分析|说明)?(?:\\([^()]{0,30}\\))?。`,
  "u",
);

/** （二）产出指标。该项满分50分: a head that its own text follows on the line. Its length; 0 where there is none. */
export function runInHead(passage: Passage): number {
  return passage.place === "paragraph" ? (RUN_IN.exec(passage.folded)?.[0].length ?? 0) : 0;
}

/** 产出指标得分58.47分。: a first level with its score, alone on its line, above its own indicators. */
const SCORED_LEVEL = /^((?:产出|效益|效果|满意度|成本)指标)(?:自评)?(?:共|合计|实际)?得分?(?:为|:)?\d{1,2}(?:\.\d+)?分[。;]?$/u;

/** How a head is numbered: heads of one rank are numbered alike. */
export function rankOf(folded: string): string {
  return (NUMBERED.exec(folded)?.[0] ?? "").replace(/[一二三四五六七八九十\d]+|[A-ZⅠ-Ⅻ]/giu, (number) =>
    /\d/u.test(number) ? "1" : /[a-z]/iu.test(number) ? "A" : /[Ⅰ-Ⅻ]/u.test(number) ? "Ⅰ" : "一",
  );
}

const NUMBERED = new RegExp(`^${NUMBER}`, "u");

const NOWHERE: Outline = { level1: "", level2: "", list: null, completion: false };

/** Heads carried down: what each passage stands under. */
export function outlineOf(passages: readonly Passage[]): Outline[] {
  let current = NOWHERE;
  const captions = new Set(passages.flatMap(({ folded }) => (captionOf(folded) === "" ? [] : [rankOf(folded)])));
  const heads = passages.map((passage, i) => withOwnLevel(headOf(passage, captions, passages[i + 1]), passages[i + 1]));
  const ranks = ranksOf(heads, passages);
  const below = new Nesting();
  return passages.map((passage, i) => {
    const head = heads[i];
    if (!head) return current;
    const { text, names, rank } = head;
    if (head.isCaption) {
      below.enter(rank, NOWHERE);
      const name = names[0]!;
      const place = isEither(name) ? placeLevel(current, name, ranks.isFirst(name, rank)) : { level1: name, level2: "" };
      current = { ...NOWHERE, ...place, ...marksOf(passage), ...executionAmong(ranks, head) };
      return current;
    }
    const list = /指标|目标/u.test(text) && COMPLETED.test(text) && !/情况|分析|原因/u.test(text) ? !UNCOMPLETED.test(text) : null;
    const completion = /完成情况/u.test(text);
    // A head below a level's that names none, an item's, leaves the level in force.
    const under = rank === "" ? NOWHERE : below.enter(rank, current);
    const from = names.length > 0 ? current : under;
    const { level1, level2 } = head.isOwn
      ? { level1: names[0]!, level2: "" }
      : names.reduce((place: Place, name) => placeLevel(place, name, ranks.isFirst(name, rank)), withOwnSecond(from, head, ranks));
    current = {
      level1,
      level2,
      list,
      completion,
      ...executionAmong(ranks, head),
      ...(names.length > 0 ? marksOf(passage, text.length) : {}),
    };
    const told = names.length > 0 ? behindHead(passages, i, names.at(-1)!) : undefined;
    if (told) current = { ...current, marks: pointsOf(told.passage, told.marks) };
    return current;
  });
}

/** Ranks of heads, one within another, with what was in force before each. */
class Nesting {
  #open: { readonly rank: string; readonly before: Outline }[] = [];

  /** What a head of the rank stands under: of a new rank, what is in force; of a known one, what was when that rank began. */
  enter(rank: string, current: Outline): Outline {
    const known = this.#open.findIndex((open) => open.rank === rank);
    const at = known < 0 && orderOf(rank) < orderOf(this.#open[0]?.rank ?? "") ? 0 : known;
    const before = at < 0 ? current : (this.#open[at]?.before ?? NOWHERE);
    this.#open = [...this.#open.slice(0, at < 0 ? undefined : at), { rank, before }];
    return before;
  }
}

/** Numbering from the highest rank down, as official documents use it. */
const ORDER = ["一、", "(一)", "1", "(1)"];

function orderOf(rank: string): number {
  const at = ORDER.findIndex((number) => rank.startsWith(number));
  return at < 0 ? ORDER.length : at;
}

interface Head {
  readonly text: string;
  readonly rank: string;
  /** The levels that it names, from the first down: none, one, or a first and its second. */
  readonly names: readonly string[];
  /** （二）产出（45分），得分44分。: with its marks, and what follows them, on one line. */
  readonly isCaption?: true;
  /** A first level that no form knows, by the report's own words. */
  readonly isOwn?: true;
}

/** `captions`: how the lines are numbered that name known levels with their marks; one of their rank names a level too. */
function headOf(passage: Passage, captions: ReadonlySet<string>, below: Passage | undefined): Head | undefined {
  const caption = passage.place === "paragraph" ? captionOf(passage.folded) || executionCaption(passage.folded, below?.folded ?? "") : "";
  if (caption !== "") return { text: passage.folded, rank: rankOf(passage.folded), names: [caption], isCaption: true };
  const own = captions.has(rankOf(passage.folded)) ? ownCaption(passage.folded) : undefined;
  if (own) return { text: passage.folded, rank: rankOf(passage.folded), names: [own.name], isCaption: true };
  const scored = passage.place === "paragraph" ? SCORED_LEVEL.exec(passage.folded)?.[1] : undefined;
  if (scored !== undefined) return { text: scored, rank: "", names: [scored] };
  const runIn = runInHead(passage);
  if (runIn === 0 && !isHeading(passage)) return undefined;
  const text = passage.folded.slice(0, runIn || undefined);
  return { text, rank: `${rankOf(text)}${passage.heading ?? ""}`, names: levelsNamed(text) };
}

const LONGEST_LEVEL = 10;

/** 三、自评得分 above 自评得分99.16分: the score of the whole, and no level. */
const OF_SCORES = /[得评总]分|分数|成绩|自评|评[价定]/u;

/** （二）管理效率 above 管理效率满分25分，自评23.1分: what the text right below calls by the head's words and gives marks is a first level, whatever its name. */
function withOwnLevel(head: Head | undefined, below: Passage | undefined): Head | undefined {
  if (!head || head.names.length > 0 || below?.place !== "paragraph") return head;
  const name = head.text.slice(NUMBERED.exec(head.text)?.[0].length ?? 0).trim();
  if (!/^\p{Script=Han}{2,}$/u.test(name) || name.length > LONGEST_LEVEL || OF_SCORES.test(name) || !below.folded.startsWith(name))
    return head;
  return headMarks(below, 0, name) ? { ...head, names: [name], isOwn: true } : head;
}

/** 4、数量: a second level by its stem, alone on its line. */
const STEM = /^(数量|质量|时效|进度|成本)(?:类|方面)?(?:指标)?(?:(?:完成|实现)?情况)?(?:分析|说明)?[。:]?$/u;

/** 评分过程: the course of something, and no level. */
const IN_COURSE = /(?:评分|评价|自评|工作|实施|组织|建设|执行)过程/u;

function levelsNamed(text: string): string[] {
  const stem = STEM.exec(text.slice(NUMBERED.exec(text)?.[0].length ?? 0).trim())?.[1];
  const second = LEVEL2.exec(text);
  const named = LEVEL1.exec(text);
  const first = named?.[0] === "过程" && IN_COURSE.test(text) ? null : named;
  if (!second && stem !== undefined) return [stem];
  if (!first) return second ? [second[0]] : [];
  // 社会效益指标: the second level's name holds the first's. 产出指标—数量指标 names both.
  if (second && second.index <= first.index && second[0].includes(first[0])) return [second[0]];
  const level1 = /指标$|^项目|^部门/u.test(first[0]) ? first[0] : first[0] + (text.includes(`${first[0]}指标`) ? "指标" : "");
  const end = first.index + level1.length;
  return second && /^\s*[—–~～:→·>/-]+\s*$/u.test(text.slice(end, second.index)) ? [level1, second[0]] : [level1];
}

/** 2.3.1 人才支撑 below a first level, where 2.1.1 产出数量 names a second one: so does a head of its rank, in the report's own words. */
function withOwnSecond(place: Outline, { text, names, rank }: Head, { parts, results }: Ranks): Outline {
  const name = text.slice(NUMBERED.exec(text)?.[0].length ?? 0).trim();
  const isSecond = names.length === 0 && place.level1 !== "" && place.level2 === "" && parts.has(rank) && !results.has(rank);
  return isSecond && /^\p{Script=Han}{2,}$/u.test(name) && name.length <= LONGEST_LEVEL && !OF_SCORES.test(name)
    ? { ...place, level2: name }
    : place;
}

interface Ranks {
  /** Of the heads that name 产出 and 效益. */
  readonly results: ReadonlySet<string>;
  /** Of those that name 数量, 社会效益 and the like. */
  readonly parts: ReadonlySet<string>;
  /** Whether a name that may be either is a first level at this rank; undefined where ranks do not tell. */
  readonly isFirst: (name: string, rank: string) => boolean | undefined;
}

/** What the ranks of a report's heads, and its lists of marks, tell of the names that may be first or second levels. */
function ranksOf(heads: readonly (Head | undefined)[], passages: readonly Passage[]): Ranks {
  const ofAll = heads.flatMap((head) => (head ? head.names.map((name) => ({ name, rank: head.rank })) : []));
  const results = new Set(ofAll.flatMap(({ name, rank }) => (OF_RESULTS.test(name) && !OF_PARTS.test(name) ? [rank] : [])));
  const parts = new Set(ofAll.flatMap(({ name, rank }) => (OF_PARTS.test(name) ? [rank] : [])));
  const parted = ofAll.some(({ name }) => /^(?:经济|社会|生态环境)成本/u.test(name));
  const listed = passages.some(({ folded }) => listsCostFirst(folded));
  return {
    results,
    parts,
    isFirst: (name, rank) => {
      if (name.includes("成本") && (parted || listed)) return true;
      return results.has(rank) === parts.has(rank) ? undefined : results.has(rank);
    },
  };
}

/** 预算执行, a head of the rank of those of 产出 and 效益. */
function executionAmong({ results }: Ranks, { names, rank }: Head): Pick<Outline, "execution"> {
  return names.some((name) => /执行/u.test(name)) && results.has(rank) ? { execution: true } : {};
}

const MARKED = "[^,;。、\\d]{0,12}\\d+(?:\\.\\d+)?分";
const COST_MARKED = new RegExp(`成本指标${MARKED}`, "u");
const RESULTS_MARKED = [new RegExp(`产出(?:指标)?${MARKED}`, "u"), new RegExp(`(?<![济会态])(?:效益|效果|满意度)(?:指标)?${MARKED}`, "u")];

/** 成本指标20分、产出指标40分、效益指标30分: its marks stand among those of first levels, and no second one's do. */
function listsCostFirst(folded: string): boolean {
  return folded
    .split(/[。;\n]/u)
    .some(
      (sentence) =>
        COST_MARKED.test(sentence) &&
        RESULTS_MARKED.every((pattern) => pattern.test(sentence)) &&
        !/(?:数量|质量|时效)指标/u.test(sentence),
    );
}

const OF_RESULTS = /产出|效益|效果/u;
const OF_PARTS = /数量|质量|时效|进度|(?:经济|社会|生态|环境)效益|可持续/u;

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

/** Whether a head's words name the level that it stands for: 1.检修座数 below 产出指标 heads an indicator. */
export function namesLevel({ folded }: Passage, level: string): boolean {
  return folded.includes(level.replace(/指标$/u, ""));
}

/** 4、满意度指标（满分10分，自评10分）. */
function marksOf(passage: Passage, length?: number): Pick<Outline, "marks"> {
  const clauses = headClauses({ ...passage, folded: passage.folded.slice(0, length) });
  const [weight, score] = (["weight", "score"] as const).map((role) => clauses.find((clause) => clause.role === role)?.figure);
  return weight ? { marks: { weight: points(passage, weight), score: score ? points(passage, score) : null } } : {};
}

/** Whether a passage is a head of what follows: by its style, its words, or its number and length. */
export function isHeading(passage: Passage): boolean {
  if (passage.place !== "paragraph") return false;
  if (passage.heading !== undefined) return true;
  if (LEVEL_HEADING.test(passage.folded)) return true;
  return passage.text.length <= HEADING_LENGTH && NUMBERING.test(passage.text) && !/[。；;]|\d分/u.test(passage.text);
}
