import type { Exact } from "../../core/decimal.js";
import { plainText } from "../plain-text.js";
import { readAward } from "./award.js";
import { COUNT, countOf, readCondition } from "./condition.js";
import type { Award, Clause, Standard } from "./standard.js";

/** Says something of points: 分 of marks, not of time or share. */
const SCORING = /\d分(?![之钟])|[得计记赋不给]分|零分|扣|满分|得[\d一]|酌情/u;
const LONGEST = 400;
const LABEL = /^[^:,;。\d]{0,8}:/u;
/** Whether a bound belongs to a band is not asked: see Clause. What full marks are is told by the weight. */
const ASIDES = /\(不?含[^()]{0,6}\)|(?<=满分)\(即?\d+(?:\.\d+)?分\)/gu;
const TO_THE_END =
  /^(?:直?至?|直到)?(?:本项|该项|此项)?(?:分值|权重|分数)?(?:扣完|扣光|扣至?0|扣到0|扣至零)|^(?:最低|不)(?:得|计|为|记|出现)?(?:0|零|负|倒扣)/u;
const MOST = new RegExp(`^(?:最多|最高|累计最多|扣分(?:不超过|上限为?))(?:扣)?(${COUNT})分(?:为止)?$`, "u");
/** 最高得8分, 以分值为上限: no more than full marks, as is understood. */
const CAPPED = new RegExp(
  `^(?:最高|最多)(?:可?得|计|给|不超过)(?:${COUNT}分|满分|分值|权重)$|^(?:以|不超过|最高不超过)(?:该项|本项)?(?:满分|分值|权重)(?:分值)?(?:为(?:上)?限)?$`,
  "u",
);
const PART = /^不足[^,]{1,12}?(?:的)?(按|视为|视同|不)[^,]*$/u;

/** 优:≥20头;良:≥18头: what is asked for each grade, not how many points a grade gives. */
const BY_GRADES = /^(?:优|好)[^:;]{0,1}:.*;(?:良|较好|中|一般)/u;

/** A scoring standard as clauses; undefined where the text says nothing of points. */
export function readStandard(printed: string): Standard | undefined {
  const text = plainText(printed);
  const byGrades = BY_GRADES.test(text);
  if (!byGrades && !SCORING.test(text)) return undefined;
  if (byGrades || text.length > LONGEST) return { text: printed, clauses: [], parts: "any", isUnderstood: false };
  const sentences = text.replace(ASIDES, "").replace(LABEL, "").split(/[。;]/u);
  const read = sentences.map(readSentence);
  const most = read.find((sentence) => sentence.most !== undefined)?.most;
  return {
    text: printed,
    clauses: read.flatMap(({ clauses }) => clauses),
    parts: read.find(({ parts }) => parts !== undefined)?.parts ?? "any",
    isUnderstood: read.every(({ isUnderstood }) => isUnderstood),
    ...(most === undefined ? {} : { most }),
  };
}

interface Sentence {
  readonly clauses: Clause[];
  most?: Exact;
  parts?: Standard["parts"];
  isUnderstood: boolean;
}

/** Segments that award nothing are conditions of the next that does: 低于80%的，不得分. */
function readSentence(text: string): Sentence {
  const sentence: Sentence = { clauses: [], isUnderstood: true };
  let conditions: string[] = [];
  for (const segment of text.split(/[,、]/u)) {
    if (segment === "" || TO_THE_END.test(segment) || CAPPED.test(segment)) continue;
    const most = MOST.exec(segment);
    const part = PART.exec(segment);
    const award = readAward(segment);
    if (most) sentence.most = countOf(most[1]!);
    else if (part && sentence.clauses.some(({ when }) => when === "each")) sentence.parts = part[1] === "不" ? "none" : "step";
    else if (award === undefined) conditions.push(segment);
    else {
      const clause = toClause([...conditions, award.condition], award.gives);
      if (clause) sentence.clauses.push(clause);
      else sentence.isUnderstood = false;
      conditions = [];
    }
  }
  if (conditions.some((left) => SCORING.test(left))) sentence.isUnderstood = false;
  return sentence;
}

/** Undefined where the two do not go together, or the condition hangs on something that target and actual do not tell. */
function toClause(parts: readonly string[], gives: Award): Clause | undefined {
  const condition = readCondition(parts);
  switch (condition.when) {
    case "alien":
      // What full marks are given for, told without a figure, is that the target was met: 手续完备得满分.
      return gives.kind === "full" && !/[\d每]/u.test(parts.join()) ? { when: "met", gives } : undefined;
    case "each":
      if (gives.kind === "off") return { ...condition, gives };
      return condition.step.mayBeOnce && gives.kind === "nothing" ? onceReached(condition.step, gives) : undefined;
    case "within":
      return { ...condition, gives };
    case "always":
      if (gives.kind === "full") return { when: "met", gives };
      return gives.kind === "share" || gives.kind === "some" ? { when: "unmet", gives } : undefined;
    case "met":
      return gives.kind === "share" ? { when: "unmet", gives } : gives.kind === "off" ? undefined : { when: "met", gives };
    default:
      return gives.kind === "full" ? { when: "met", gives } : { when: condition.when, gives };
  }
}

/** 发生1起即不得分: from so much on. */
function onceReached({ size, unit, side }: Extract<Clause, { when: "each" }>["step"], gives: Award): Clause | undefined {
  return side === "above" ? { when: "within", low: size, unit, gives } : undefined;
}
