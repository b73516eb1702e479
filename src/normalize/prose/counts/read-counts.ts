import type { ProseCount as Count } from "../facts.js";
import { figureDoubt } from "../figure-doubt.js";
import { figureOf, type Token } from "../lexer.js";
import { locate } from "../passage.js";
import type { Sentence } from "../sentence.js";
import type { Names } from "../subject.js";
import { allDoneBehind, allDoneIn, everyOne } from "./all-done.js";
import { readBands, readShares, shareBehind } from "./count-shares.js";
import { ONE_CLASS } from "./count-words.js";
import { countedKind } from "./counted-kind.js";
import { EXCEPT_EXECUTION, saysOfExecution } from "./of-execution.js";
import { isOfClass, isOfDepartment, isOfLevel, OF_WHOLE } from "./whose-count.js";

const ABOUT = /指标|绩效目标/u;
/** 项目5个，绩效指标60个: counted over several projects. */
const OF_PROJECTS = /项目\s*\d+\s*个|\d+\s*个(?:预算|专项|二级|一级|部门)?项目/u;
const GOALS = /绩效目标[^指标]{0,4}\d/u;
const OF_GOALS = /绩效目标[^,]{0,4}$/u;

/** How many indicators a sentence says were set, completed and not. `isTaken`: what an indicator's own target or result tells, 年初绩效目标3项, counts none. */
export function readCounts(
  sentence: Sentence,
  names: Names,
  fiscalYear: number | null,
  underLevel: boolean,
  isTaken: (start: number, end: number) => boolean,
): Count[] {
  const { text } = sentence;
  const bands = readBands(sentence);
  if (!ABOUT.test(text) || OF_PROJECTS.test(text) || isOfDepartment(sentence, names)) return bands;
  const found: Count[] = [];
  let set: Token | undefined;
  let inGoals = false;
  const tokens = countTokens(sentence, isTaken);
  for (const [i, token] of tokens.entries()) {
    const told = countedAt(sentence, token, { from: tokens[i - 1]?.end ?? sentence.start, inList: set !== undefined, fiscalYear });
    // 效益指标, and in the text below it 设有2项三级指标: how many that level has.
    if (!told || (told.of === "indicators" && underLevel && !OF_WHOLE.test(text))) continue;
    const { of, lead, tail } = told;
    const count = figureOf(token);
    const evidence = locate(sentence.passage, token.start - lead.length, token.end);
    if (of === "indicators") {
      // 绩效目标3个，绩效指标14个: goals beside indicators are goals.
      const goal = found.findIndex((entry) => entry.of === "indicators" && GOALS.test(entry.evidence[0]?.quote ?? ""));
      if (goal >= 0) found.splice(goal, 1);
      set = token;
      // 绩效目标10个 counts indicators where indicators are the matter; a form may have three goals with ten indicators.
      inGoals ||= OF_GOALS.test(lead) && !/指标/u.test(text);
    }
    found.push({ of, count, share: null, ...saysOfExecution(sentence, token), evidence });
    found.push(...(of === "indicators" ? allDoneIn(tail, sentence, token.end, count) : shareBehind(sentence, token, of)));
  }
  const whole = found.find((entry) => entry.of === "indicators");
  if (whole && set && !found.some((entry) => entry.of === "completed" || entry.of === "uncompleted"))
    found.push(...allDoneBehind(sentence, set.end, whole.count!));
  const all = whole || underLevel ? [] : everyOne(sentence, fiscalYear);
  const told = inGoals ? found.map((count) => ({ ...count, inGoals })) : found;
  return [...told, ...all, ...readShares(sentence), ...bands];
}

/** A sentence's counts of single things. One carries no doubt of its own: what was not surely recognised is not claimed. */
function countTokens({ tokens, passage }: Sentence, isTaken: (start: number, end: number) => boolean): Token[] {
  return tokens.filter(
    (token) =>
      token.kind === "count" &&
      !isTaken(token.start, token.end) &&
      !figureDoubt(passage, token.start, token.end) &&
      /^[个项条]$/u.test("unit" in token ? token.unit : ""),
  );
}

interface Before {
  /** Where the words before the count may begin: behind the count before it. */
  readonly from: number;
  /** Whether the sentence has counted the indicators before. */
  readonly inList: boolean;
  readonly fiscalYear: number | null;
}

/** What a count is of, with the words before and behind it; undefined where it is none of all indicators of the year. */
function countedAt(
  sentence: Sentence,
  token: Token,
  { from, inList, fiscalYear }: Before,
): { of: Count["of"]; lead: string; tail: string } | undefined {
  const lead = leadOf(sentence, token, from);
  const tail = tailOf(sentence, token);
  if (ONE_CLASS.test(lead) || (ONE_CLASS.test(tail) && !/^(?:三级|指标|绩效)/u.test(tail))) return undefined;
  if (isOfClass(sentence, token.start - lead.length) || isOfLevel(sentence, token.start)) return undefined;
  const year = yearBefore(sentence, token.start - lead.length, lead);
  if (year !== undefined && fiscalYear !== null && year !== fiscalYear) return undefined;
  const of = countedKind(year === undefined ? lead : lead.slice(1), tail, inList);
  return of ? { of, lead, tail } : undefined;
}

/** 2022 of 2022年共设定指标12个; `at` is where the words behind that figure begin. */
function yearBefore({ text, start }: Sentence, at: number, lead: string): number | undefined {
  const year = lead.startsWith("年") ? /(?:19|20)\d\d$/u.exec(text.slice(0, at - start))?.[0] : undefined;
  return year === undefined ? undefined : Number(year);
}

/** From the last comma, colon or figure to the count; 围绕产出、效益和满意度共设: three classes or more are no one's. */
function leadOf(sentence: Sentence, token: Token, from: number): string {
  const before = sentence.text.slice(from - sentence.start, token.start - sentence.start);
  const clause = (/[^,:()\d%]*$/u.exec(before)?.[0] ?? "").replace(EXCEPT_EXECUTION, "");
  const lead = clause.slice(clause.lastIndexOf("、") + 1);
  return clause.split(/[、和与及]/u).length > 2 ? lead.replace(/^.*?(?=共|合计|总计|设[置立定])/u, "") : lead;
}

function tailOf(sentence: Sentence, token: Token): string {
  return /^[^,、:()\d]*/u.exec(sentence.text.slice(token.end - sentence.start))?.[0] ?? "";
}
