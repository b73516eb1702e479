import { groupBy } from "../../../../core/group-by.js";
import { EXECUTION_NAME } from "../../../lexicon/labels/execution-name.js";
import { namesMeasure } from "../../../lexicon/prose/measure-words.js";
import { rankOf } from "../../heads/head-number.js";
import { isLevelAlone } from "../clauses-ahead.js";
import type { FieldRole } from "../fields/field-label.js";
import { openingOf } from "../gathering.js";
import type { ItemEvent } from "../item-events.js";
import { openingLength } from "../levels/level-lead.js";
import { placeOf, type Remarks } from "../remarks-within.js";

/** Lines that begin with an indicator's name and tell its marks behind words on it. */
export interface NamedLines {
  /** Where the names stand, as keys. */
  readonly names: ReadonlySet<string>;
  /** Where the words stand between them and their marks. */
  readonly remarks: Remarks;
}

/** A line's clauses: its first words, and those with words of their own up to the last of its marks. */
interface Line {
  readonly head: ItemEvent;
  readonly words: readonly ItemEvent[];
}

/** So many lines show how the report tells. */
const LEAST_LINES = 2;
/** 该部分标准分12分: marks of what the line heads. */
const OF_HEAD = /^(?:该|本|此|这)(?:一)?(?:部分|方面|类|级|项?一级|项?二级)/u;

/**
 * （2）绩效目标合理性。部分指标未量化，标准分4分，得3.5分: a line tells marks once, of what it begins with or of what stands right before them. Its first words
 * are the name, where they are a measure's name in more of the lines that are numbered like it than the others are.
 */
export function namedLines(events: readonly ItemEvent[]): NamedLines {
  const lines = [...groupBy(events, ({ passage }) => passage).values()].flatMap((line) => linesIn(line));
  const told = [...groupBy(lines, ({ head }) => rankOf(head.clause.text)).values()].filter(beginWithNames).flat();
  return {
    names: new Set(told.map(({ head }) => placeOf(openingOf(head)))),
    remarks: new Set(told.flatMap(({ words }) => words.map((event) => placeOf(openingOf(event))))),
  };
}

function linesIn(events: readonly ItemEvent[]): Line[] {
  const [head, next] = events;
  if (!head?.lead || head.isKnown || (isLevelAlone(head) && !EXECUTION_NAME.test(nameOf(head)))) return [];
  if (openingLength(head.lead.text) === 0 && !"。:".includes(next?.clause.before || ",")) return [];
  const roles = events.flatMap(({ fields }) => fields.map(({ role }) => role));
  const has = (role: FieldRole) => roles.includes(role);
  if (new Set(roles).size < roles.length || !has("weight") || !(has("score") || has("deduction"))) return [];
  const last = events.findLastIndex(({ fields }) => fields.some(({ role }) => isMarks(role)));
  const words = events.slice(1, last + 1).filter(({ lead }) => lead);
  const isOther = words.some((event) => event.isKnown || isLevelAlone(event) || OF_HEAD.test(event.lead!.text));
  return words.length === 0 || isOther ? [] : [{ head, words }];
}

function isMarks(role: FieldRole): boolean {
  return role === "weight" || role === "score" || role === "deduction";
}

function beginWithNames(lines: readonly Line[]): boolean {
  const votes = lines.map(({ head, words }) => Number(namesMeasure(nameOf(head))) - Number(namesMeasure(nameOf(words.at(-1)!))));
  return lines.length >= LEAST_LINES && votes.reduce((sum, vote) => sum + vote, 0) > 0;
}

/** A clause's first words without their number and the brackets around them. */
function nameOf({ lead }: ItemEvent): string {
  const name = lead!.text.slice(openingLength(lead!.text));
  return /^\(([^()]+)\)$/u.exec(name)?.[1] ?? name;
}
