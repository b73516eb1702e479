import type { Claims, Draft, Fund, Grade, Points, StatedScore } from "../../core/record.js";
import { mergeFundTables, withExecutionMarks, withProse } from "../funds/merge-funds.js";
import { mergeCompletions } from "../indicators/merge-completions.js";
import { mergeProse } from "../indicators/merge-prose.js";
import { mergeTables } from "../indicators/merge-tables.js";
import type { ToldIndicator } from "../indicators/told.js";
import { goalsOfResults, toldBesideGoals } from "../indicators/told-beside-goals.js";
import { categoryOf } from "../lexicon/level.js";
import { gradeBand } from "../lexicon/total-words.js";
import type { ProseYear } from "../prose/facts.js";
import { readProse } from "../prose/read-prose.js";
import { withNested } from "../tables/grid.js";
import { judgeCompleteness } from "./doubts/completeness.js";
import { doubtFunds } from "./doubts/doubt-funds.js";
import { doubtBroken, doubtRebuilt, doubtScores } from "./doubts/doubt-rebuilt.js";
import { doubtTotals } from "./doubts/doubt-totals.js";
import { figureLines } from "./doubts/figure-lines.js";
import { levelsShifted } from "./doubts/levels-shifted.js";
import { fundsUnread, rowsUnread } from "./doubts/rows-unread.js";
import { doubtBeyond, doubtNamesakes, unborneSentences } from "./doubts/unborne-sentences.js";
import { doubtBeside, lostByUnplaced, unplacedFigures } from "./doubts/unplaced-figures.js";
import { chooseGrade, gradesInTotalRows, gradesOnLines, toGrade } from "./grades.js";
import { readCover } from "./head/cover.js";
import { describeReport } from "./head/describe-report.js";
import { findTitle } from "./head/find-title.js";
import { mergeHeads, yearAfterName } from "./head/head-facts.js";
import { reportsBelow, titleInText } from "./head/title-in-text.js";
import { indicatorCells } from "./indicator-cells.js";
import { mendIndicators } from "./mend-indicators.js";
import type { SplitReport } from "./parting/split-reports.js";
import { readRegions } from "./read-regions.js";
import { ReadingOrder } from "./reading-order.js";
import { recordTables } from "./record-tables.js";
import { withScopesOfRows } from "./scope-of-sections.js";
import { readSections } from "./sections.js";
import { totalsInTexts, withoutCells } from "./totals-in-texts.js";
import { totalsUnderTables } from "./totals-under-tables.js";
import { withoutRows } from "./without-rows.js";

/** What the title of a report in sentences calls it; a form's is empty without rows. */
const TELLS = /报告|汇报|总结|说明|情况(?!表)/u;
const FIGURE = /\d(?:[万亿]?元|%)/u;

/** One report as a draft of its record: its tables and its prose read apart, then joined. */
export function draftReport({ report: extracted, tables }: SplitReport): Draft {
  const { blocks, flow } = extracted;
  const regions = readRegions(tables, blocks);
  const title = findTitle(blocks);
  const named = title ?? titleInText(blocks);
  const head = mergeHeads([...regions.heads, readCover(blocks)]);
  const results = regions.indicators.filter(({ rows }) => rows.length > 0);
  const goals = results.length === 0 ? regions.goals : goalsOfResults(regions.goals, results);
  const read = readProse(blocks, {
    flow,
    projectName: head.projectName ?? named?.projectName,
    title: title?.text ?? null,
    fiscalYear: yearAfterName(head),
    ofIndicators: indicatorCells(tables),
    fundParts: partsOnce(regions.funds),
    indicators: [...goals, ...regions.indicators].flatMap(({ rows }) => rows.filter(tellsInPart).map(({ level3 }) => level3)),
  });
  const evaluated = results.length === 0 ? toldBesideGoals(goals, read.indicators) : goals;
  const tellings = [...regions.indicators, ...evaluated];
  const inHeadings = regions.headings.filter((heading) => !read.statedScores.some((told) => isSame(told, heading)));
  const inTotals = [...regions.scores, ...inHeadings, ...evaluated.flatMap((goal) => goal.scores)];
  const scores = [...inTotals, ...totalsUnderTables(blocks, tellings, inTotals)];
  const told = { ...regions, indicators: tellings, scores: doubtScores(scores, tables) };
  const inTexts = totalsInTexts(blocks, tables, [...scores, ...read.statedScores]);
  const prose = { ...read, statedScores: doubtBroken(extracted, [...withoutCells(read.statedScores, scores), ...inTexts.scores]) };

  const funds = withExecutionMarks(
    withProse(mergeFundTables(doubtFunds(told.funds, tables), prose.amounts), prose),
    [...told.scores, ...prose.statedScores],
    [...told.indicators.flatMap(({ rows }) => rows), ...prose.indicators].some(
      ({ level1, level2, level3 }) => categoryOf(level1, level2, level3) === "execution",
    ),
  );
  const fullMarks = told.scores.find(({ scope, fullMarks }) => scope === "total" && fullMarks)?.fullMarks?.value ?? "100";
  const executionMarks = funds.find(({ source }) => source === "total")?.weight?.value ?? null;
  const rebuilt = doubtRebuilt(extracted, tables, told.indicators, {
    fullMarks,
    executionMarks,
    levels: [...told.scores, ...prose.statedScores].flatMap(({ scope, name, fullMarks }) =>
      (scope === "level1" || scope === "level2") && fullMarks ? [{ name, fullMarks: fullMarks.value }] : [],
    ),
    totals: [...told.scores, ...prose.statedScores].flatMap(({ scope, score }) => (scope === "total" && score ? [score.value] : [])),
  });
  const inTables = mergeTables(rebuilt.tellings);
  const all = mergeProse(inTables.rows, prose.indicators, fullMarks, executionMarks);
  const text = blocks
    .map((block) => (block.type === "paragraph" ? block.text : ""))
    .join("")
    .replace(/\s+/gu, "");
  const isProse = inTables.rows.length === 0;
  const unborne = isProse
    ? unborneSentences(prose.indicators, {
        fullMarks,
        executionMarks,
        scores: prose.statedScores,
        counts: prose.counts,
        stray: prose.stray,
      })
    : [];
  const completed = mergeCompletions(isProse ? doubtBeyond(doubtNamesakes(all.rows), unborne) : all.rows, prose, text);

  const order = new ReadingOrder(blocks, new Map(tables.map(({ table, block }) => [table.index, block])));
  const inOrder = <T>(rows: readonly { at: number; value: T }[]) => [...rows].sort((a, b) => a.at - b.at).map(({ value }) => value);
  const inText = withScopesOfRows(prose.statedScores, completed.rows);
  const inRows = doubtScores(told.scores, tables, rebuilt.tables);
  const statedScores = doubtTotals(
    inOrder<StatedScore>([
      ...inText.map((value) => ({ at: order.ofEvidence(value.evidence), value })),
      ...inRows.map(({ place, ...value }) => ({ at: order.ofRow(place.table, place.row), value })),
    ]),
    fullMarks,
  );
  const grades = inOrder([
    ...[...prose.grades, ...inTexts.grades, ...gradesOnLines(blocks)].map((value) => ({ at: order.ofEvidence(value.evidence), value })),
    ...[...told.grades, ...gradesInTotalRows(blocks, told.scores)].map((grade) => ({
      at: order.ofRow(grade.place.table, grade.place.row),
      value: toGrade(grade),
    })),
  ]);

  const isReported = title === null && named !== null && reportsBelow(text);
  const isReport = completed.rows.length > 0 || statedScores.length > 0 || funds.length > 0 || title !== null || isReported;
  const { report, years } = describeReport(blocks, head, { title, named }, ownYears(prose.years, statedScores, grades), isReport, flow);
  const sections = readSections(blocks, flow);
  const isTold = (isReported || (title !== null && TELLS.test(title.text))) && sections.length > 0 && FIGURE.test(text);
  const evaluates = completed.rows.length > 0 || statedScores.length > 0 || (named !== null && funds.length > 0) || isTold;
  const claims = claimsOf(prose, {
    years,
    funds,
    grades,
    copies: [...inTables.copies, ...all.copies],
    formulas: told.formulas,
    breakdowns: told.breakdowns,
  });
  const unplaced = unplacedFigures(tables, [funds, completed.rows, statedScores, grades, claims]);
  const readAnew = mendIndicators(doubtBeside(completed.rows, unplaced));
  const indicators = readAnew.rows.map((row, i) => ({ id: `i${i + 1}`, ...stripped(row) }));
  const lost = lostByUnplaced(unplaced, figureLines(blocks));
  const lostFunds = funds.length === 0 ? fundsUnread(tables) : [];
  const completeness = judgeCompleteness({
    extracted,
    tables,
    unread: told.unread,
    rebuilt: [
      ...rebuilt.because,
      ...lostRows(prose.unnamed),
      ...(inTables.rows.length === 0 ? [...rowsUnread(tables), ...unborne] : []),
      ...levelsShifted(tables),
      ...runTogether(completed.rows, fullMarks),
    ],
    lost: { indicators: [...lost.indicators, ...lostFunds], funds: [...lost.funds, ...lostFunds] },
  });
  return {
    report,
    funds,
    indicators,
    statedScores,
    grade: chooseGrade(grades),
    sections,
    tables: recordTables(blocks.flatMap((block) => (block.type === "table" ? withNested(block) : []))),
    repairs: [
      ...completed.mended.map(({ row, before, after }) => ({
        path: `/indicators/${row}/level3`,
        before,
        after,
        method: "other-telling",
        confidence: 0.9,
        because: "The report names this indicator elsewhere with these characters, and uses them more often.",
      })),
      ...readAnew.repairs,
    ],
    warnings: [
      ...extracted.warnings,
      ...withoutRows({ isTitled: title !== null, evaluates, indicators, completeness }),
      ...[...told.unread.funds, ...told.unread.indicators].map((text) => ({
        code: "figure-unread",
        message: text === "" ? "A figure could not be read." : `A figure could not be read: ${text}`,
      })),
    ],
    claims,
    completeness,
  };
}

function isSame(a: StatedScore, b: StatedScore): boolean {
  const key = ({ scope, name, score, fullMarks }: StatedScore) =>
    JSON.stringify([scope, name.replace(/指标$/u, ""), score?.value, fullMarks?.value]);
  return key(a) === key(b);
}

/**
 * The years told, without those of results that are not the report's own: 2022年度自评得分92分 in a report on 2023 with 96.5 compares. In a
 * report without a result, a grade alone may be another year's.
 */
function ownYears(told: readonly ProseYear[], scores: readonly StatedScore[], grades: readonly Grade[]): Claims["years"] {
  const own = [
    ...scores.flatMap(({ scope, score }) => (scope === "total" && score ? [Number(score.value)] : [])),
    ...grades.map(({ band }) => band),
  ];
  const isOwn = (result: string) => {
    const isScore = /\d/u.test(result);
    return own.length === 0 ? isScore : own.includes(isScore ? Number(result) : gradeBand(result));
  };
  return told.flatMap(({ result, ...year }) => (result === undefined || isOwn(result) ? [year] : []));
}

type Own = Pick<Claims, "years" | "copies" | "formulas" | "breakdowns"> & {
  readonly funds: readonly Fund[];
  readonly grades: NonNullable<Claims["grades"]>;
};

function claimsOf(prose: ReturnType<typeof readProse>, own: Own): Claims {
  // Items listed without a total are parts of what was spent.
  const spent = own.funds.find(({ source }) => source === "total")?.executed ?? null;
  const breakdowns = prose.breakdowns.flatMap((claim) => {
    const total = claim.total ?? spent;
    return total ? [{ ...claim, total }] : [];
  });
  return {
    amounts: prose.amounts.filter(({ certain }) => certain).map(({ certain: _, ...claim }) => claim),
    rates: [...prose.rates],
    counts: [...prose.counts],
    years: own.years,
    breakdowns: [...own.breakdowns, ...breakdowns],
    formulas: own.formulas,
    copies: own.copies,
    grades: own.grades,
    scoring: [...prose.scoring],
  };
}

/** What the rows of the funds' parts are called, as far as a name is one row's. */
function partsOnce(tables: ReturnType<typeof readRegions>["funds"]): string[] {
  const labels = tables.flat().flatMap(({ source, label }) => (source === "total" ? [] : [label]));
  return labels.filter((label) => labels.indexOf(label) === labels.lastIndexOf(label));
}

/** A table that leaves the targets, the results or the scores of its indicators to the sentences. */
function tellsInPart({ columns }: ToldIndicator): boolean {
  return (["target", "actual", "weight", "score"] as const).some((column) => columns?.includes(column) === false);
}

/** A row without what only the reading needed. */
function stripped<Row extends object>(row: Row): Omit<Row, "place" | "evidenceOf"> {
  const { place: _place, evidenceOf: _evidenceOf, ...rest } = row as Row & { place?: unknown; evidenceOf?: unknown };
  return rest as Omit<Row, "place" | "evidenceOf">;
}

/** A doubtful weight beyond all marks: the rows of a scan ran together, and with them their figures (10 and 10 as 1010). */
function runTogether(rows: readonly { readonly weight: Points | null }[], fullMarks: string): string[] {
  const beyond = rows.flatMap(({ weight }) => (weight?.doubt && Number(weight.value) > Number(fullMarks) ? [weight.raw] : []));
  return beyond.length > 0 ? [`weights beyond the full marks: rows ran together (${beyond.slice(0, 4).join(", ")})`] : [];
}

function lostRows(marks: readonly Points[]): string[] {
  return marks.length > 0 ? [`${marks.length} marks told in sentences are of indicators that could not be named`] : [];
}
