import { exact, sumOf } from "../../../core/decimal.js";
import { isLevel1, namesExecution } from "../../lexicon/labels/level.js";
import { points } from "../figures.js";
import { figureOf, type Token } from "../lexer.js";
import { locate } from "../passage.js";
import type { Sentence } from "../sentence.js";
import type { Placed } from "./level-scores.js";

/** A part's name with the points behind it; offsets are those of the passage. */
interface Entry {
  readonly name: string;
  readonly start: number;
  readonly figure: Token;
}

const NAME = "([^\\d,;:、。()+＋]{2,12})";
const OPENS = new RegExp(`^(?:.*[:,(、为是看])?\\s*${NAME}$`, "su");
const GOES_ON = new RegExp(`^[、,;+＋\\s]{0,2}(?:以及|和)?${NAME}$`, "u");
/** What stands before a list of scores: 分项得分为：, 自评总得分94.1分（. */
const SAYS_SCORES = /(?:得分|评分|自评分|得分情况)[^,;。\d]{0,8}$|(?:得|评|总|自评)分[^,;。]{0,4}\d+(?:\.\d+)?分\($/u;
const SAYS_MARKS = /满分|分值|权重|标准|[配赋扣占]/u;

/**
 * 分项得分为：产出48.5分，效益28分，满意度9分: parts that a list gives points by their bare names. Points are scores where the words before say so,
 * or where they sum to a score of the sentence.
 */
export function listedParts(sentence: Sentence, taken: (start: number, end: number) => boolean): Placed[] {
  const { passage, tokens, text, start } = sentence;
  const list = runsOf(sentence).find((run) => {
    const lead = text.slice(0, run[0]!.start - start);
    const sum = sumOf(run.map(({ figure }) => figureOf(figure)));
    const isTotal = (token: Token) => token.kind === "points" && sum.eq(figureOf(token)) && exact(figureOf(token)).lt(WHOLE);
    return run.length > 1 && !SAYS_MARKS.test(lead) && (SAYS_SCORES.test(lead) || tokens.some(isTotal));
  });
  if (!list || taken(list[0]!.start, list.at(-1)!.figure.end)) return [];
  return list.map(({ name, start: from, figure }) => ({
    scope: "section",
    name,
    score: points(passage, figure),
    fullMarks: null,
    evidence: locate(passage, from, figure.end),
    start: from,
    end: figure.end,
  }));
}

/** Points that sum to as much may be those that could be got. */
const WHOLE = 100;

function runsOf({ tokens, text, start }: Sentence): Entry[][] {
  const runs: Entry[][] = [[]];
  let from = start;
  for (const figure of tokens) {
    if (figure.kind !== "points") continue;
    const before = text.slice(from - start, figure.start - start);
    const nameBy = (pattern: RegExp) => {
      const name = pattern.exec(before)?.[1];
      return name !== undefined && isPart(name) ? name : undefined;
    };
    const next = runs.at(-1)!.length > 0 ? nameBy(GOES_ON) : undefined;
    const name = next ?? nameBy(OPENS);
    if (next === undefined) runs.push([]);
    if (name !== undefined) runs.at(-1)!.push({ name, start: figure.start - name.length, figure });
    from = figure.end;
  }
  return runs.filter((run) => run.length > 0);
}

/** Whether a name is that of a level or of the execution, as lists of scores call them. */
export function isPart(name: string): boolean {
  const stem = name.replace(/(?:部分|方面)$/u, "");
  return isLevel1(stem) || namesExecution(stem);
}
