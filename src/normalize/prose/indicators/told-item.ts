import { exact, plain as plainDecimal } from "../../../core/decimal.js";
import type { Points, StatedScore } from "../../../core/record.js";
import type { ProseIndicator } from "../facts.js";
import { percent, points } from "../figures.js";
import type { Token } from "../lexer.js";
import type { Outline } from "../outline.js";
import { locate, type Passage } from "../passage.js";
import { completedIn } from "./indicator-items.js";
import type { Named } from "./indicator-name.js";
import type { ClauseRole, LabelledClause } from "./labelled-clauses.js";

/** What clauses tell of one indicator, or of the budget's execution. Offsets are those of the passage. */
export interface ToldItem {
  /** Null for the execution of the budget, where it stands in no list. */
  readonly named: Named | null;
  readonly start: number;
  readonly nameEnd: number;
  end: number;
  readonly under: Outline;
  readonly told: Map<ClauseRole, LabelledClause>;
  readonly isKnown: boolean;
}

/** Marks below this are a part's. */
const WHOLE = 50;
/** False where that was told already: then the clause is of something else. */
export function tell(told: Map<ClauseRole, LabelledClause>, clause: LabelledClause): boolean {
  if (told.has(clause.role)) return false;
  told.set(clause.role, clause);
  return true;
}

export function hasMarks(item: ToldItem): boolean {
  const { told } = item;
  if (!isMarked(item)) return false;
  return (
    (told.has("weight") && (told.has("score") || told.has("deduction"))) ||
    told.has("target") ||
    (told.has("actual") && (told.has("weight") || told.has("score")))
  );
}

/** Marks are told, and they are a part's. */
export function isMarked({ told }: ToldItem): boolean {
  return (told.has("weight") || told.has("score")) && ofPart(told);
}

/** No marks that only the whole has. */
export function ofPart(told: ToldItem["told"]): boolean {
  const figures = [told.get("weight")?.figure, told.get("score")?.figure].filter((figure) => figure !== undefined);
  return figures.every((figure) => "value" in figure && Number(figure.value) < WHOLE);
}

/** Without marks, under a level that has some: an indicator where its target and its result are told, or what was reached. */
export function isBare({ told, under }: ToldItem): boolean {
  if (!under.marks?.score || told.has("weight") || told.has("score")) return false;
  return told.size === 0 || (told.has("target") && told.has("actual"));
}

export function indicatorOf(passage: Passage, { start, end, told }: ToldItem, { names }: Named, limit: number): ProseIndicator {
  const text = (role: ClauseRole) => {
    const clause = told.get(role);
    return clause ? passage.text.slice(clause.value, clause.end).trim() : "";
  };
  const weight = told.get("weight")?.figure;
  const score = told.get("score")?.figure;
  const rate = told.get("rate")?.figure;
  return {
    ...names,
    target: text("target"),
    actual: text("actual"),
    weight: weight ? points(passage, weight) : null,
    score: score
      ? points(passage, score)
      : weight
        ? withoutLost(passage, weight, told.get("deduction"), passage.folded.slice(start, limit))
        : null,
    completionRate: rate ? percent(passage, rate) : null,
    completed: completedIn(passage.folded.slice(start, limit)),
    evidence: locate(passage, start, end),
  };
}

const LOSES = /[扣减失](?:减|除|掉|分)?(?:为|:)?\s*\d+(?:\.\d+)?分/gu;

/** 分值10分，扣2分: the score is what was not lost. Lost in several places, the sum may be told too: then it is nobody's. */
function withoutLost(passage: Passage, weight: Token, clause: LabelledClause | undefined, item: string): Points | null {
  if (!clause || [...item.matchAll(LOSES)].length > 1) return null;
  const marks = points(passage, weight);
  const rest = exact(marks.value).minus(clause.figure ? points(passage, clause.figure).value : "0");
  if (rest.lt("0")) return null;
  const evidence = [...(marks.evidence ?? []), ...locate(passage, clause.start, clause.end)];
  return { ...marks, raw: passage.text.slice(clause.start, clause.end), value: plainDecimal(rest), evidence };
}

export function executionOf(passage: Passage, { start, nameEnd, end, told }: ToldItem): StatedScore {
  const weight = told.get("weight")?.figure;
  return {
    scope: "level1",
    name: passage.text.slice(start, nameEnd),
    score: points(passage, told.get("score")!.figure!),
    fullMarks: weight ? points(passage, weight) : null,
    evidence: locate(passage, start, end),
  };
}
