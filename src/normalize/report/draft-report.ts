import type { Draft, Warning } from "../../core/record.js";
import { wholeMarks } from "../indicators/whole-marks.js";
import { withNested } from "../tables/grid.js";
import { claimsOf, ownYears } from "./claims.js";
import { judgeCompleteness } from "./doubts/completeness.js";
import { figureLines } from "./doubts/figure-lines.js";
import { levelsEmpty } from "./doubts/levels-empty.js";
import { fundsUnread } from "./doubts/rows-unread.js";
import { doubtBeside, lostByUnplaced, unplacedFigures } from "./doubts/unplaced-figures.js";
import { withoutBreakdowns, withoutOtherMoney } from "./doubts/without-breakdowns.js";
import { describeReport } from "./head/describe-report.js";
import { joinFunds } from "./join-funds.js";
import { type JoinedRows, joinRows } from "./join-rows.js";
import { mendIndicators } from "./mend-indicators.js";
import { natureOf } from "./nature.js";
import type { SplitReport } from "./parting/split-reports.js";
import { recordTables } from "./record-tables.js";
import { readSections } from "./sections.js";
import { gatherTellings } from "./tellings.js";
import { chooseGrade } from "./totals/grades.js";
import { joinScores } from "./totals/join-scores.js";
import { withoutRows } from "./without-rows.js";

/** One report as a draft of its record: its tables and its sentences read apart, then joined, then asked what of it may be lost. */
export function draftReport(split: SplitReport): Draft {
  const { report: extracted, tables } = split;
  const { blocks, flow } = extracted;
  const told = gatherTellings(split);
  const { title, prose, regions } = told;

  const funds = joinFunds(told, tables);
  const marks = wholeMarks(told.inTables.scores, funds);
  const joined = joinRows(split, told, marks);
  const { statedScores, grades } = joinScores(blocks, tables, told, joined, marks);
  const sections = readSections(blocks, flow);
  const { isReport, evaluates } = natureOf(told, { rows: joined.rows, statedScores, funds, sections });
  const { report, years } = describeReport(blocks, told, ownYears(prose, { scores: statedScores, grades, funds }), isReport, flow);
  const claims = claimsOf(prose, regions, { years, copies: joined.copies, funds, grades, found: joined.rows.length });

  const unplaced = withoutOtherMoney(
    withoutBreakdowns(unplacedFigures(tables, [funds, joined.rows, statedScores, grades, claims]), funds),
    funds,
  );
  const mended = mendIndicators(doubtBeside(joined.rows, unplaced));
  const indicators = mended.rows.map((row, i) => ({ id: `i${i + 1}`, ...stripped(row) }));
  const lost = lostByUnplaced(unplaced, figureLines(blocks));
  const lostFunds = funds.length === 0 ? fundsUnread(tables) : [];
  const completeness = judgeCompleteness({
    extracted,
    tables,
    unread: regions.unread,
    rebuilt: joined.because,
    lost: {
      indicators: [...lost.indicators, ...levelsEmpty(statedScores, mended.rows), ...lostFunds],
      funds: [...lost.funds, ...lostFunds],
    },
  });
  return {
    report,
    funds,
    indicators,
    statedScores,
    grade: chooseGrade(grades),
    sections,
    tables: recordTables(blocks.flatMap((block) => (block.type === "table" ? withNested(block) : []))),
    repairs: [...joined.mended.map(repairOfName), ...mended.repairs],
    warnings: [
      ...extracted.warnings,
      ...withoutRows({ isTitled: title !== null, evaluates, indicators, completeness, read: extracted.warnings }),
      ...[...regions.unread.funds, ...regions.unread.indicators].map(warningOfUnread),
    ],
    claims,
    completeness,
  };
}

function repairOfName({ row, before, after }: JoinedRows["mended"][number]): Draft["repairs"][number] {
  return {
    path: `/indicators/${row}/level3`,
    before,
    after,
    method: "other-telling",
    confidence: 0.9,
    because: "The report names this indicator elsewhere with these characters, and uses them more often.",
  };
}

function warningOfUnread(text: string): Warning {
  return { code: "figure-unread", message: text === "" ? "A figure could not be read." : `A figure could not be read: ${text}` };
}

/** A row without what only the reading needed. */
function stripped<Row extends object>(row: Row): Omit<Row, "place" | "evidenceOf"> {
  const { place: _place, evidenceOf: _evidenceOf, ...rest } = row as Row & { place?: unknown; evidenceOf?: unknown };
  return rest as Omit<Row, "place" | "evidenceOf">;
}
