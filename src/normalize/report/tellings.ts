import { type Exact, sumOf } from "../../core/decimal.js";
import { type Grade, isCounted, type StatedScore } from "../../core/record.js";
import type { Telling } from "../indicators/merge/merge-tables.js";
import { goalsOfResults, toldBesideGoals } from "../indicators/merge/told-beside-goals.js";
import type { ToldGrade, ToldIndicator, ToldScore } from "../indicators/told.js";
import type { ProseFacts } from "../prose/facts.js";
import { readProse } from "../prose/read-prose.js";
import { ownUnderOtherYears } from "./claims.js";
import { doubtBroken, doubtScores } from "./doubts/doubt-rebuilt.js";
import { readCover } from "./head/cover.js";
import type { Named } from "./head/describe-report.js";
import { findTitle } from "./head/find-title.js";
import { mergeHeads, yearAfterName } from "./head/head-facts.js";
import { titleInText } from "./head/title-in-text.js";
import type { SplitReport } from "./parting/split-reports.js";
import { indicatorCells } from "./regions/indicator-cells.js";
import { readRegions, type ToldRegions } from "./regions/read-regions.js";
import { gradesInTotalRows, gradesOnLines } from "./totals/grades.js";
import { totalsInTexts, withoutCells } from "./totals/totals-in-texts.js";
import { totalsUnderTables } from "./totals/totals-under-tables.js";

/** All that a report tells, its tables and its sentences each for themselves. */
export interface Tellings extends Named {
  readonly regions: ToldRegions;
  /** The tables of indicators, with those of goals or of marks whose results another table or sentences tell. */
  readonly indicators: readonly Telling[];
  readonly prose: ProseFacts;
  /** That of all paragraphs, without white space. */
  readonly text: string;
  /** What the places in tables and in texts state of the whole and of its levels; what both tell at one place, once. */
  readonly inTables: { readonly scores: readonly ToldScore[]; readonly grades: readonly ToldGrade[] };
  readonly inTexts: { readonly scores: readonly StatedScore[]; readonly grades: readonly Grade[] };
}

/** Reads a report's tables and its sentences, the latter knowing what the former tell. */
export function gatherTellings({ report: extracted, tables }: SplitReport): Tellings {
  const { blocks, flow } = extracted;
  const regions = readRegions(tables, blocks);
  const title = findTitle(blocks);
  const named = title ?? titleInText(blocks);
  const head = mergeHeads([...regions.heads, readCover(blocks)]);
  const results = regions.indicators.filter(({ rows }) => rows.length > 0);
  const goals = results.length === 0 ? regions.goals : goalsOfResults(regions.goals, results);
  const prose = readProse(blocks, {
    flow,
    projectName: head.projectName ?? named?.projectName,
    title: title?.text ?? null,
    fiscalYear: yearAfterName(head),
    ofIndicators: indicatorCells(tables),
    fundParts: partsOnce(regions.funds),
    indicators: [...goals, ...regions.indicators].flatMap(({ rows }) => rows.filter(tellsInPart).map(({ level3 }) => level3)),
  });
  const evaluated = results.length === 0 ? toldBesideGoals(goals, prose.indicators) : goals;
  const indicators = [...regions.indicators, ...evaluated];

  const inHeadings = regions.headings.filter((heading) => !prose.statedScores.some((told) => isSame(told, heading)));
  const inRows = [...regions.scores, ...inHeadings, ...evaluated.flatMap((goal) => goal.scores)];
  const placed = [...inRows, ...totalsUnderTables(blocks, indicators, inRows)];
  const apart = totalsInTexts(blocks, tables, [...placed, ...prose.statedScores], prose.names);
  const scores = doubtScores(placed, tables);
  const underOtherYears = ownUnderOtherYears(
    prose,
    [...placed, ...prose.statedScores, ...apart.scores],
    sumsOf(indicators, prose, regions.funds),
  );
  const inSentences = [...prose.statedScores, ...underOtherYears.flatMap((told) => told.scores)];
  return {
    title,
    named,
    head,
    regions,
    indicators,
    prose,
    text: blocks
      .map((block) => (block.type === "paragraph" ? block.text : ""))
      .join("")
      .replace(/\s+/gu, ""),
    inTables: { scores, grades: [...regions.grades, ...gradesInTotalRows(blocks, scores)] },
    inTexts: {
      scores: doubtBroken(extracted, [...withoutCells(inSentences, placed), ...apart.scores]),
      grades: [...prose.grades, ...underOtherYears.flatMap((told) => told.grades), ...apart.grades, ...gradesOnLines(blocks)],
    },
  };
}

function isSame(a: StatedScore, b: StatedScore): boolean {
  const key = ({ scope, name, score, fullMarks }: StatedScore) =>
    JSON.stringify([scope, name.replace(/指标$/u, ""), score?.value, fullMarks?.value]);
  return key(a) === key(b);
}

/** What the scores of a table's rows, of all tables' and of the sentences' sum to, each without the execution's score and with it; undefined without rows. */
function sumsOf(tellings: readonly Telling[], prose: ProseFacts, funds: ToldRegions["funds"]): Exact[] | undefined {
  if (tellings.length === 0 && prose.indicators.length === 0) return undefined;
  const executions = funds.flat().flatMap(({ score }) => (score ? [score.value] : []));
  const tables = tellings.map(({ rows }) => rows.filter(isCounted));
  return [...tables, tables.flat(), prose.indicators]
    .map((rows) => sumOf(rows.map(({ score }) => score?.value)))
    .flatMap((sum) => (sum.isZero() ? [] : [sum, ...executions.map((score) => sum.plus(score))]));
}

/** What the rows of the funds' parts are called, as far as a name is one row's. */
function partsOnce(tables: ToldRegions["funds"]): string[] {
  const labels = tables.flat().flatMap(({ source, label }) => (source === "total" ? [] : [label]));
  return labels.filter((label) => labels.indexOf(label) === labels.lastIndexOf(label));
}

/** A table that leaves the targets, the results or the scores of its indicators to the sentences. */
function tellsInPart({ columns }: ToldIndicator): boolean {
  return (["target", "actual", "weight", "score"] as const).some((column) => columns?.includes(column) === false);
}
