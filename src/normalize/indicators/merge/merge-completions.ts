import type { Evidence } from "../../../core/evidence.js";
import type { Indicator } from "../../../core/record.js";
import { likeness } from "../../lexicon/writing/likeness.js";
import type { ProseFacts } from "../../prose/facts.js";
import { nameKey } from "./name-key.js";
import { settleReadings } from "./settle-readings.js";

type Row = Omit<Indicator, "id">;
/** Names this alike are one, when a recognised name lost a character. */
const ALIKE = 0.85;
/** Names compared letter by letter, at most. */
const MOST_COMPARED = 100_000;

export interface Completed {
  readonly rows: readonly Row[];
  /** Names that another telling in the report corrects, by row. */
  readonly mended: readonly { readonly row: number; readonly before: string; readonly after: string }[];
}

/**
 * Gives rows that no table tells the completion rates that a list of completed indicators names. A list is believed where it says how
 * many it holds (指标有7个：…) and holds as many: only then was it surely read whole.
 */
export function mergeCompletions(rows: readonly Row[], prose: Pick<ProseFacts, "completions" | "counts">, text: string): Completed {
  const believed = new Set(
    [true, false].filter((completed) =>
      saysItsCount(
        prose.completions.filter((item) => item.completed === completed),
        prose.counts,
        completed,
      ),
    ),
  );
  const taken = new Set<number>();
  if (rows.length * prose.completions.length > MOST_COMPARED) return { rows, mended: [] };
  const mended: Completed["mended"][number][] = [];
  const merged = rows.map((row, index) => {
    if (row.columns !== undefined) return row;
    const at = prose.completions.findIndex((item, i) => !taken.has(i) && isSame(item.level3, row.level3));
    if (at < 0) return row;
    taken.add(at);
    const item = prose.completions[at]!;
    const level3 = settleReadings(row.level3, item.level3, text);
    if (level3 !== row.level3) mended.push({ row: index, before: row.level3, after: level3 });
    const completionRate = row.completionRate ?? (believed.has(item.completed) ? item.completionRate : null);
    return {
      ...row,
      level3,
      completionRate,
      evidence: completionRate === row.completionRate ? row.evidence : [...row.evidence, ...item.evidence],
    };
  });
  return { rows: merged, mended };
}

function isSame(a: string, b: string): boolean {
  return likeness(nameKey(a), nameKey(b)) >= ALIKE || likeness(nameKey(withoutNotes(a)), nameKey(withoutNotes(b))) >= ALIKE;
}

function withoutNotes(name: string): string {
  return name.replace(/[(（][^()（）]*[)）]/gu, "");
}

function saysItsCount(list: ProseFacts["completions"], counts: ProseFacts["counts"], completed: boolean): boolean {
  const start = list[0]?.evidence[0];
  return counts.some(
    ({ of, count, evidence }) =>
      of === (completed ? "completed" : "uncompleted") &&
      Number(count) === list.length &&
      evidence.some((place) => start && sameLine(place, start)),
  );
}

function sameLine(a: Evidence, b: Evidence): boolean {
  if (a.line !== undefined || b.line !== undefined) return a.line === b.line;
  if (a.page !== b.page || !a.bbox || !b.bbox) return false;
  return Math.min(a.bbox[3], b.bbox[3]) > Math.max(a.bbox[1], b.bbox[1]);
}
