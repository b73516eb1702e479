import type { ItemEvent } from "../item-events.js";
import { openingLength } from "../levels/level-lead.js";
import type { Field } from "./field.js";
import type { FieldRole } from "./field-label.js";

const DATE = "(?:19|20)\\d\\d年\\d{1,2}月(?:\\d{1,2}日|底|末|份)?前?";
const FIGURE = `(?:${DATE}|(?:[≥≤><=约]|不[低少高大小多]于|不超过|大于等于|小于等于)?\\d[\\d,.]*(?:亿|万)?(?!分$)[^\\d,;。:()"]{1,8})`;
/** 群众满意度为96%, 慰问老人641人: a name, and how much there was of it. */
const WITH_RESULT = new RegExp(`^(\\D{3,40}?[^\\d为是达到])(?:为|是|达)(${FIGURE})$`, "u");
/** 811人次, between a name and its result. */
const ALONE = new RegExp(`^${FIGURE}$`, "u");
/** 公共服务水平为有效提升; 有效提升: the same in words, for a report that tells quantities so. */
const WITH_WORDS = /^(\p{Script=Han}{3,40}?)为(\p{Script=Han}{2,12})$/u;
const WORDS_ALONE = /^\p{Script=Han}{2,8}$/u;
/** So many quantities show that a report tells its values without labels. */
const LEAST_MEASURED = 2;

/**
 * What is told without a label, by where it stands: what stands alone between a name and its result is the target, and what a name's copula tells, before
 * the target, the result.
 */
export function withImplied(events: readonly ItemEvent[]): readonly ItemEvent[] {
  const places = events.map((_, k) => placeAt(events, k));
  const count = (role: FieldRole, pattern: RegExp) => places.filter((place) => place?.role === role && pattern.test(place.text)).length;
  const worded = {
    target: count("target", ALONE) + events.filter(isSigned).length >= LEAST_MEASURED,
    actual: count("actual", WITH_RESULT) >= LEAST_MEASURED,
  };
  return events.map((event, k) => {
    const place = places[k];
    if (place?.role === "target")
      return ALONE.test(place.text) || (worded.target && WORDS_ALONE.test(place.text))
        ? { ...event, lead: undefined, fields: [value("target", 0, event.clause.text.length)] }
        : event;
    const result = place && (WITH_RESULT.exec(place.text) ?? (worded.actual ? WITH_WORDS.exec(place.text) : null));
    return result ? withResult(event, result[1]!.length + place.opening, result[2]!.length) : event;
  });
}

interface Place {
  readonly role: "target" | "actual";
  readonly text: string;
  /** How much of the lead is numbering. */
  readonly opening: number;
}

/** What a clause that nothing labels may tell, by its neighbours. */
function placeAt(events: readonly ItemEvent[], k: number): Place | undefined {
  const event = events[k]!;
  const { lead, fields, clause } = event;
  const next = events[k + 1];
  if (!lead || fields.length > 0 || event.isKnown || next?.passage !== event.passage || next.lead) return undefined;
  const [first] = next.fields;
  if (first?.role === "actual" && isNamed(events[k - 1], event)) return { role: "target", text: clause.text, opening: 0 };
  const opening = openingLength(lead.text);
  return first?.role === "target" ? { role: "actual", text: lead.text.slice(opening), opening } : undefined;
}

function withResult(event: ItemEvent, nameEnd: number, length: number): ItemEvent {
  const lead = event.lead!;
  const text = lead.text.slice(0, nameEnd);
  const end = lead.end - event.clause.start;
  return {
    ...event,
    lead: { ...lead, end: lead.start + nameEnd, text, rest: Math.min(lead.rest, text.length) },
    fields: [value("actual", end - length, end)],
  };
}

/** ≥30人次: its sign told what it is. */
function isSigned({ lead, fields }: ItemEvent): boolean {
  return !lead && fields.length === 1 && fields[0]!.role === "target" && fields[0]!.key === "";
}

/** The clause before is a name, with its marks or without them. */
function isNamed(before: ItemEvent | undefined, { passage, clause }: ItemEvent): boolean {
  if (before?.passage !== passage || !",(".includes(clause.before || "。")) return false;
  return before.lead !== undefined && before.fields.every(({ role }) => role === "weight");
}

function value(role: FieldRole, start: number, end: number): Field {
  return { role, key: "", start, end, value: start, measured: true };
}
