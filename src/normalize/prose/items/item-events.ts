import type { Passage } from "../passage.js";
import type { KnownNames } from "../paths/known-names.js";
import { type Clause, clausesOf } from "./clauses.js";
import { type ClauseFields, clauseFields } from "./fields/clause-fields.js";
import type { Field, Labels } from "./fields/field.js";
import { withImplied } from "./fields/implied-fields.js";
import { learnKeys } from "./fields/keyed-lines.js";
import { type LevelLead, levelLead, openingLength } from "./levels/level-lead.js";
import { wrappedName } from "./names/wrapped-name.js";
import { pairedLines, pairOf } from "./paired-lines.js";
import { withoutStandards } from "./standards-in.js";

/** The text before a clause's first label, with the levels that it begins with. `start` and `end` are those of the passage. */
export type Lead = LevelLead & { readonly start: number; readonly end: number; readonly text: string };

/** One clause of the report, as far as items of indicators may be told in it. */
export interface ItemEvent {
  readonly passage: number;
  readonly clause: Clause;
  /** Undefined where labels are all. */
  readonly lead: Lead | undefined;
  /** The lead is the name of an indicator that a table tells. */
  readonly isKnown: boolean;
  /** Offsets are those of the clause. */
  readonly fields: readonly Field[];
  /** A new paragraph, or a sentence, begins here. */
  readonly strong: boolean;
  readonly opensPassage: boolean;
  /** It is all of its passage. */
  readonly isPassage: boolean;
}

const STRONG = new Set(["", "。", ";", "!", "?", "\n", ":", "、"]);

/** All clauses of a report's passages, read with the labels that it is known to use; `of` says which passages, if not all. */
export function eventsOf(
  passages: readonly Passage[],
  labels: Labels,
  known: KnownNames,
  of: (passage: number) => boolean = () => true,
): readonly ItemEvent[] {
  const paired = pairedLines(passages, labels);
  const events = passages.flatMap((passage, i): ItemEvent[] => {
    if (passage.ofIndicator || !of(i)) return [];
    const tells = (inside: string) => {
      const { fields } = clauseFields(inside, labels);
      return fields.some(({ role }) => role !== "other") || levelLead(inside).rest === inside.length;
    };
    let before: Labels["before"];
    const isPair = paired.has(i);
    const clauses = isPair ? pairOf(passage) : clausesOf(passage, tells, labels.keyed);
    return clauses.map((clause, at) => {
      const read = { ...labels, before };
      const opening = openingLength(clause.text);
      // 满意度方面只设家属满意度一项: the name stands behind its level.
      const own = known.lead(clause.text.slice(opening));
      const above = own ? undefined : levelLead(clause.text);
      const from = above?.rest ?? opening;
      const name = own ?? known.lead(clause.text.slice(from));
      const rest = name && clauseFields(clause.text.slice(from + name.rest), read, true);
      const isKnown = rest !== undefined && (rest.lead === 0 || from + name!.rest >= clause.text.length);
      const whole = isPair ? { lead: clause.text.length, fields: [] } : clauseFields(clause.text, read);
      const found = isKnown ? shifted(rest, from + name!.rest) : whole;
      const told = { ...found, fields: withoutStandards(found.fields, clause, clauses[at + 1]) };
      const target = told.fields.findLast(({ role }) => role === "target");
      before = target ? (target.measured ? "quantity" : "words") : undefined;
      const event = {
        passage: i,
        clause,
        isKnown,
        fields: told.fields,
        strong: STRONG.has(clause.before),
        opensPassage: at === 0,
        isPassage: clauses.length === 1,
      };
      if (isKnown) {
        const [start, end] = [clause.start + from + name!.name.start, clause.start + from + name!.name.end];
        return { ...event, lead: { levels: above?.levels ?? [], rest: 0, start, end, text: passage.folded.slice(start, end) } };
      }
      const ahead = withoutMarksBehind(clause.text.slice(0, told.lead));
      const wrapped = wrappedName(ahead);
      const span = wrapped ?? { start: 0, end: ahead.length };
      const text = ahead.slice(span.start, span.end);
      const inner = wrapped && known.lead(text);
      const levels = text === "" ? undefined : levelLead(text);
      return {
        ...event,
        isKnown: inner !== undefined && inner.rest >= text.length,
        lead: levels && { ...levels, start: clause.start + span.start, end: clause.start + span.end, text },
      };
    });
  });
  return withImplied(events);
}

/** Sought from the end: a pattern would begin anew at each mark of a long run. */
function withoutMarksBehind(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s:,(—–－~～-]/u.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function shifted({ lead, fields }: ClauseFields, by: number): ClauseFields {
  const move = (field: Field): Field => ({
    ...field,
    start: field.start + by,
    end: field.end + by,
    value: field.value + by,
    ...(field.figure ? { figure: { ...field.figure, start: field.figure.start + by, end: field.figure.end + by } } : {}),
  });
  return { lead: lead + by, fields: fields.map(move) };
}

/** The labels that a report puts before quantities, at the head of a clause and behind a name. */
export function learnLabels(events: readonly ItemEvent[]): Pick<Labels, "learned" | "glued" | "keyed"> {
  return {
    keyed: learnKeys(events),
    learned: keysOfMeasured(events.flatMap(({ fields }) => fields)),
    glued: keysOfMeasured(events.flatMap(({ lead, fields }) => (lead && fields[0] ? [fields[0]] : []))),
  };
}

function keysOfMeasured(fields: readonly Field[]): ReadonlySet<string> {
  return new Set(fields.flatMap(({ role, key, measured }) => (measured && (role === "target" || role === "actual") ? [key] : [])));
}
