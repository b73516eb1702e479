import type { Message } from "../../core/messages/messages.js";
import type { Claims, Points, StatedScore } from "../../core/record.js";
import { type Completed, mergeCompletions } from "../indicators/merge/merge-completions.js";
import { mergeProse } from "../indicators/merge/merge-prose.js";
import { mergeTables } from "../indicators/merge/merge-tables.js";
import type { WholeMarks } from "../indicators/whole-marks.js";
import { doubtRebuilt } from "./doubts/doubt-rebuilt.js";
import { levelsShifted } from "./doubts/levels-shifted.js";
import type { Sums } from "./doubts/marks-add-up.js";
import { rowsUnread, scoresUnread } from "./doubts/rows-unread.js";
import { doubtBeyond, doubtNamesakes, unborneSentences } from "./doubts/unborne-sentences.js";
import type { SplitReport } from "./parting/split-reports.js";
import type { Tellings } from "./tellings.js";

export interface JoinedRows extends Completed {
  /** Figures that two places tell differently of one indicator. */
  readonly copies: Claims["copies"];
  /** The tables whose rows are doubtful, each of them. */
  readonly doubted: ReadonlySet<number>;
  /** Reasons for which rows may be lost or misread; empty where all is clear. */
  readonly because: readonly Message[];
}

/** The indicators of a report, each once: what tables and sentences tell of it joined, and in doubt where nothing bears out how it was read. */
export function joinRows(
  { report: extracted, tables }: SplitReport,
  { indicators, prose, text, inTables, inTexts }: Tellings,
  marks: WholeMarks,
): JoinedRows {
  const stated = [...inTables.scores, ...inTexts.scores];
  const rebuilt = doubtRebuilt(extracted, tables, indicators, { ...marks, levels: levelsOf(stated), totals: totalsOf(stated) });
  const ofTables = mergeTables(rebuilt.tellings);
  const all = mergeProse(ofTables.rows, prose.indicators, marks);
  const isProse = ofTables.rows.length === 0;
  const unborne = isProse
    ? unborneSentences(prose.indicators, { ...marks, scores: inTexts.scores, counts: prose.counts, stray: prose.stray })
    : [];
  const { rows, mended } = mergeCompletions(isProse ? doubtBeyond(doubtNamesakes(all.rows), unborne) : all.rows, prose, text);
  return {
    rows,
    mended,
    copies: [...ofTables.copies, ...all.copies],
    doubted: rebuilt.tables,
    because: [
      ...rebuilt.because,
      ...lostRows(prose.unnamed),
      ...rowsUnread(isProse ? tables : tables.filter(({ isBehindIndicators }) => isBehindIndicators)),
      ...unborne,
      ...(rows.length === 0 ? scoresUnread(text) : []),
      ...levelsShifted(tables),
      ...runTogether(rows, marks),
    ],
  };
}

function levelsOf(stated: readonly StatedScore[]): Sums["levels"] {
  return stated.flatMap(({ scope, name, fullMarks, score }) =>
    (scope === "level1" || scope === "level2") && fullMarks
      ? [{ name, fullMarks: fullMarks.value, ...(score ? { score: score.value } : {}) }]
      : [],
  );
}

function totalsOf(stated: readonly StatedScore[]): string[] {
  return stated.flatMap(({ scope, score }) => (scope === "total" && score ? [score.value] : []));
}

/** A doubtful weight beyond all marks: the rows of a scan ran together, and with them their figures (10 and 10 as 1010). */
function runTogether(rows: readonly { readonly weight: Points | null }[], { fullMarks }: WholeMarks): Message[] {
  const beyond = rows.flatMap(({ weight }) => (weight?.doubt && Number(weight.value) > Number(fullMarks) ? [weight.raw] : []));
  return beyond.length > 0 ? [`weights beyond the full marks: rows ran together (${beyond.slice(0, 4).join(", ")})`] : [];
}

function lostRows(marks: readonly Points[]): Message[] {
  return marks.length > 0 ? [`${marks.length} marks told in sentences are of indicators that could not be named`] : [];
}
