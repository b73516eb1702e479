import type { Passage } from "../passage.js";
import type { Clause } from "./clauses.js";
import { clauseFields } from "./fields/clause-fields.js";
import type { Labels } from "./fields/field.js";

/** 预算编制：预算编制完整性, a line of its own. */
const PAIR = /^[^\p{Script=Han}]{0,6}\p{Script=Han}{2,8}:"?[\p{Script=Han}A-Za-z"、()]{3,40}$/u;
/** So many lines pair different words with names before they are levels with theirs. */
const LEAST_LEVELS = 3;

/** The places of lines that tell a second level and a name, above lines that tell the name's marks: 重点任务：迎检 above 标准分25分，自评分25分. */
export function pairedLines(passages: readonly Passage[], labels: Labels): ReadonlySet<number> {
  const pairs = passages.flatMap(({ folded }, at) => {
    const below = passages[at + 1];
    if (!below || !PAIR.test(folded)) return [];
    const { lead, fields } = clauseFields(below.folded.split(/[,;。]/u)[0]!, labels);
    return lead === 0 && (fields[0]?.role === "weight" || fields[0]?.role === "score") ? [at] : [];
  });
  const levels = new Set(pairs.map((at) => passages[at]!.folded.split(":")[0]));
  return new Set(levels.size < LEAST_LEVELS ? [] : pairs);
}

/** Both sides of such a line. */
export function pairOf({ folded }: Passage): readonly Clause[] {
  const colon = folded.indexOf(":");
  return [
    { start: 0, end: colon, text: folded.slice(0, colon), before: "", inside: false },
    { start: colon + 1, end: folded.length, text: folded.slice(colon + 1), before: ":", inside: false },
  ];
}
