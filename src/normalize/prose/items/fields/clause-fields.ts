import { leadLength } from "../../paths/indicator-name.js";
import type { Field, Labels } from "./field.js";
import { captionLength } from "./field-caption.js";
import { labelAt } from "./field-label.js";
import { keyOf } from "./keyed-lines.js";
import { arePoints, bareMarks, fullMarksSetAt, lossAt, marksAt } from "./marks-fields.js";
import { isMeasured, type Reading, targetSetAt, valueAt } from "./value-fields.js";

/** A clause: what stands before its first label, and what it tells under its labels. */
export interface ClauseFields {
  /** Where the text before the first label ends. */
  readonly lead: number;
  readonly fields: readonly Field[];
}

/** 任务按期完成率: how it was completed makes a name of the rate. */
const ENDS_RATE = /(?:按期|按时|及时|如期|准时|按质|保质|有效|预算|支出|投资)$/u;
const RATE = /^\s*(?:达到?)?(\d+(?:\.\d+)?)%/u;
const LONGEST_RATE = 12;
/** 检修计划完成情况8分: a name ends so, and its marks follow. */
const ENDS_NAME = /(?:情况|结果)$/u;
const MARKS_LAST = /^\d{1,3}(?:\.\d+)?分$/u;

/** Reads a clause (no comma within, brackets apart): its labels and what stands behind them. `behindName`: the text is a clause's rest behind a known name. */
export function clauseFields(text: string, labels: Labels, behindName = false): ClauseFields {
  const own = keyOf(text);
  const role = own && labels.keyed.get(own.key);
  if (role) {
    const value = own.length;
    return { lead: 0, fields: [{ role, key: own.key, start: 0, end: text.length, value, measured: isMeasured(text, value) }] };
  }
  const fields: Field[] = [];
  const caption = captionLength(text);
  const opening = Math.max(caption, leadLength(text));
  const reading = { ...labels, opening };
  let lead = -1;
  for (let at = caption; at < text.length; ) {
    const found = fieldsAt(text, at, reading);
    const [first] = found;
    if (first) {
      if (lead < 0) lead = at;
      fields.push(...found);
      at = Math.max(found.at(-1)!.end, at + 1);
    } else at++;
  }
  if (lead >= 0 && lead <= opening) return { lead: 0, fields };
  const until = lead < 0 ? text.length : lead;
  const implied = lead < 0 ? impliedTarget(text, behindName ? BEHIND_NAME : IMPLIED) : undefined;
  if (implied) return { lead: implied.start, fields: [implied] };
  const bare = bareMarks(text, until);
  return bare ? { lead: bare.start, fields: [bare, ...fields] } : { lead: until, fields };
}

/** 集中教育场次≥40场, “帮教工作机制”持续完善: a sign of comparison, or words behind a name in quotes, tell the target without a label. */
const IMPLIED =
  /^[^"]*"[^"]{2,40}"(?=(?:[≥≤>=<]|不[低少高大小多]于|不超过|\d|\p{Script=Han}{4,12}$))|^[\p{Script=Han}A-Za-z、()]{3,40}(?=[≥≤])/u;
/** ≥40场, a clause of its own. */
const SIGNED_ALONE = /^(?:[≥≤>=<]|不[低少高大小多]于|不超过|大于等于|小于等于)\s*\d[^,;。:()"]{0,14}$/u;
/** The same behind a name that is known: ≥40场, “持续完善”. */
const BEHIND_NAME = /^(?=[≥≤>=<]|不[低少高大小多]于|不超过|"\p{Script=Han}{4,12}"$)/u;

function impliedTarget(text: string, pattern: RegExp): Field | undefined {
  const start = SIGNED_ALONE.test(text) ? 0 : pattern.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const measured = isMeasured(text, start);
  return { role: "target", key: "", start, end: text.length, value: start, measured };
}

/** What begins at `at` under a label, if a label does. */
function fieldsAt(text: string, at: number, labels: Reading): Field[] {
  const unlabelled = lossAt(text, at) ?? fullMarksSetAt(text, at) ?? targetSetAt(text, at, labels);
  if (unlabelled) return [unlabelled];
  const label = labelAt(text, at, labels.fiscalYear);
  // 产出指标权重合计60%: what the marks are for is no part of their label.
  if (!label || (at > 0 && label.key.startsWith("指标") && label.role !== "target")) return [];
  const value = at + label.length;
  const { role, key } = label;
  if (role === "weight" || role === "score" || (role === "other" && arePoints(text, value)))
    return marksAt(text, at, label, labels.fiscalYear);
  if (role === "rate") return rateAt(text, at, value, key);
  if (role === "name" || role === "level1" || role === "level2")
    return label.closed && value < text.length ? [{ role, key, start: at, end: text.length, value, measured: false }] : [];
  if (at > labels.opening && !label.closed && ENDS_NAME.test(key) && MARKS_LAST.test(text.slice(value))) return [];
  const whole = valueAt(text, at, value, label, labels);
  const { shorter } = label;
  return whole.length > 0 || !shorter ? whole : valueAt(text, at, at + shorter.length, { ...label, ...shorter }, labels);
}

/** 完成率95%. */
function rateAt(text: string, at: number, value: number, key: string): Field[] {
  const match = ENDS_RATE.test(text.slice(0, at)) ? null : RATE.exec(text.slice(value, value + LONGEST_RATE));
  if (!match) return [];
  const start = value + match[0].indexOf(match[1]!);
  const end = value + match[0].length;
  const figure = { kind: "percent", value: match[1]!, unit: "%", text: `${match[1]}%`, start, end } as const;
  return [{ role: "rate", key, start: at, end, value: start, figure, measured: true }];
}
