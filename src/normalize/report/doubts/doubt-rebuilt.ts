import type { Extracted, Table } from "../../../core/extracted.js";
import type { Message } from "../../../core/messages/messages.js";
import type { StatedScore } from "../../../core/record.js";
import { unsure } from "../../figures/unsure.js";
import type { Telling } from "../../indicators/merge/merge-tables.js";
import type { ToldIndicator } from "../../indicators/told.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { fundLabel, indicatorLabel, linesInColumns, linesWithPoints, looseLabels } from "./left-outside.js";
import { confirms, groupsAgree, isBeyond, isPossible, type Sums } from "./marks-add-up.js";
import { reasonIf } from "./reason-if.js";
import { BECAUSE, CLEAR_GRID, DOUBT, SURE_ROWS, shakyTables } from "./shaky-tables.js";

/** From here on rulings part the rows of a grid, and tell how far a level's cell reaches. */
const CLEAR_LEVELS = 0.95;
/** Lines laid in columns that no table took up: fewer may be chance where the rows have all marks. */
const LEAST_LEFT = 3;
/** Labels that stand outside of tables: fewer may be headings. */
const LEAST_LABELS = 4;
/** Heads of a fund table, of which sentences tell two together at most. */
const LEAST_FUND_LABELS = 3;
const LEVELS = "the levels of a table without rulings do not have the marks that they should";
const ABSENT = { origin: "markup", confidence: 1 } as const;

export interface Doubted {
  readonly tellings: readonly Telling[];
  /** The tables whose rows are doubtful, each of them. */
  readonly tables: ReadonlySet<number>;
  /** Reasons for which rows may be lost or misread; empty where all is clear. */
  readonly because: readonly Message[];
}

/**
 * Tables of a text, and those of a page that has no rulings, are read by where their words stand: an error there is rather the reading's than the author's. Their
 * rows are sure where their weights reach the full marks, or their scores a stated total, or no other reading comes near; else each of them is doubtful.
 */
export function doubtRebuilt({ blocks, flow }: Extracted, tables: readonly ReadTable[], tellings: readonly Telling[], sums: Sums): Doubted {
  const isBelow = ({ origin, confidence }: Pick<Table, "origin" | "confidence">, clear: number) =>
    origin === "delimited" || (origin !== "markup" && confidence < clear);
  const isUnruled = (grid: Pick<Table, "origin" | "confidence">) => isBelow(grid, CLEAR_GRID);
  const grids = new Map(tables.map(({ table }) => [table.index, table]));
  const gridOf = (row: ToldIndicator) => grids.get(row.place.table);
  const wholes = [...tellings.map(({ rows }) => rows), tellings.flatMap(({ rows }) => rows)];
  const isConfirmed = (beside?: readonly string[]) =>
    wholes.some((rows) => confirms(rows, sums, { arePlaced: rows.every((row) => gridOf(row)?.origin === "aligned"), beside }));
  const confirmed = isConfirmed();
  // Nobody gets more than the full marks: then a row was read that is none, or a figure in the wrong column.
  const least = !tellings.every(({ rows }) => isPossible(rows, sums)) ? Number.POSITIVE_INFINITY : confirmed ? SURE_ROWS : CLEAR_GRID;
  const areGlued = tellings.some(({ rows }) => rows.some((row) => isBeyond(row, sums)));
  const isDoubtful = (row: ToldIndicator) => {
    const grid = gridOf(row);
    return grid !== undefined && (areGlued || (isUnruled(grid) && grid.confidence < least));
  };
  const unruled = tellings.filter(({ rows }) => rows.some((row) => isUnruled(gridOf(row) ?? ABSENT)));
  const guessed = tellings.filter(({ rows }) => rows.some((row) => isBelow(gridOf(row) ?? ABSENT, CLEAR_LEVELS)));
  const regrouped = guessed.some(({ rows }) => !groupsAgree(rows, sums, confirmed));
  const left = linesInColumns({ blocks });
  const scored = linesWithPoints({ blocks }, sums.fullMarks);
  // Rows that leave just an execution's marks open are right, but the execution's own row was not found.
  const areOpen = unruled.length > 0 && !isConfirmed([]);
  const executionIsLost = areOpen && confirmed;
  const isOpen = areOpen && flow === "lines";
  const fundsAreLost = isOpen && looseLabels({ blocks }, fundLabel) >= LEAST_FUND_LABELS;
  return {
    tellings: tellings.map((telling) => ({
      ...telling,
      rows: telling.rows
        .map((row, i, all) => (isUnruled(gridOf(row) ?? ABSENT) ? withoutEmpty(row, [all[i - 1], all[i + 1]]) : row))
        .map((row) => (regrouped && isBelow(gridOf(row) ?? ABSENT, CLEAR_LEVELS) ? withoutSide(row) : row))
        .map((row) => (isDoubtful(row) || (isUnruled(gridOf(row) ?? ABSENT) && holdsTarget(row)) ? doubted(row) : row)),
    })),
    tables: new Set(tellings.flatMap(({ rows }) => rows.filter(isDoubtful).map(({ place }) => place.table))),
    because: [
      ...reasonIf(areGlued, "marks beyond the full ones: rows of a table may be read as one"),
      ...reasonIf(!areGlued && tellings.some(({ rows }) => rows.some(isDoubtful)), BECAUSE),
      ...reasonIf(regrouped, LEVELS),
      ...reasonIf(executionIsLost, "the weights of a table without rulings lack just an execution's"),
      ...reasonIf(fundsAreLost, "the heads of a fund table, whose score the total may hold, stand outside of all tables"),
      ...reasonIf(
        flow === "lines" && looseLabels({ blocks }, indicatorLabel) >= LEAST_LABELS,
        "labels of a table stand outside of all tables",
      ),
      ...reasonIf(left >= (isOpen ? 1 : LEAST_LEFT), `${left} lines laid in columns were not read as a table`),
      ...reasonIf(scored >= LEAST_LEFT, `${scored} lines end as the rows of a score table do, outside of all tables`),
    ],
  };
}

/** A target without a sign that only its level makes a limit (成本指标): where the level may be another's, nobody knows which side of it is good. */
function withoutSide(row: ToldIndicator): ToldIndicator {
  const { targetValue, level2, direction } = row;
  const isByLevel = targetValue?.signed === false && direction === "lower" && /成本/u.test(level2);
  return isByLevel ? { ...row, targetValue: { ...targetValue, doubt: unsure(LEVELS) } } : row;
}

/** What a grid without rulings has nothing of in a row may stand in its neighbour's: there nothing is left empty. */
function withoutEmpty(row: ToldIndicator, beside: readonly (ToldIndicator | undefined)[]): ToldIndicator {
  const isElsewhere = WORDS_BEFORE_SIGN.test(row.target) || beside.some((other) => other !== undefined && isExplainedInVain(other));
  const isEmpty = {
    target: row.target === "",
    actual: row.actual === "",
    score: row.score === null,
    deviationReason: row.deviationReason === "" && isElsewhere,
  };
  const columns = row.columns?.filter((column) => !(column in isEmpty && isEmpty[column as keyof typeof isEmpty]));
  return columns ? { ...row, columns } : row;
}

/** A reason cut into the target beside it: 第 3 航次受台风=100%影响顺延. */
const WORDS_BEFORE_SIGN = /\p{Script=Han}{2}\s*[≥≤=＝＜＞<>]\s*\d/u;

/** A row with all its marks and a reason for having lost some: that may be its neighbour's. */
function isExplainedInVain({ weight, score, deviationReason }: ToldIndicator): boolean {
  return weight !== null && score !== null && weight.value === score.value && !saysNothing(deviationReason);
}

/** A name that ends with a target, in a row that lacks its score: what follows stands under other heads. */
function holdsTarget({ level3, score }: ToldIndicator): boolean {
  return score === null && WORDS_BEFORE_SIGN.test(level3);
}

/** Scores stated in a table that was rebuilt with doubt, or among whose rows others are doubtful, are doubtful too. */
export function doubtScores<Score extends StatedScore & { readonly place: { readonly table: number } }>(
  scores: readonly Score[],
  tables: readonly ReadTable[],
  rowsDoubted: ReadonlySet<number> = new Set(),
): Score[] {
  const shaky = shakyTables(tables);
  const isShaky = (table: number) => shaky.has(table) || rowsDoubted.has(table);
  return scores.map((stated) => (isShaky(stated.place.table) ? withDoubt(stated) : stated));
}

/** Characters that a figure with its decimals takes. */
const FIGURE_WIDTH = 5;
/** So many lines show a text's width; so large a share of them is shorter than a figure where figures are broken. */
const LINES_TO_TELL = 20;
const SHORT_SHARE = 0.8;

/** Scores told in lines so short that figures were broken over them: where one ends nothing tells. */
export function doubtBroken({ blocks, flow }: Pick<Extracted, "blocks" | "flow">, scores: readonly StatedScore[]): readonly StatedScore[] {
  if (flow !== "lines") return scores;
  const widths = blocks
    .flatMap((block) =>
      block.type === "paragraph"
        ? block.lines.map(({ text }) => text)
        : block.cells.flatMap(({ evidence }) => evidence.map(({ quote }) => quote ?? "")),
    )
    .map((text) => text.trim().length)
    .filter((width) => width > 0);
  const short = widths.filter((width) => width < FIGURE_WIDTH).length;
  return widths.length >= LINES_TO_TELL && short >= widths.length * SHORT_SHARE ? scores.map(withDoubt) : scores;
}

function withDoubt<Score extends StatedScore>(stated: Score): Score {
  return { ...stated, score: mark(stated.score), fullMarks: mark(stated.fullMarks) };
}

function mark<Figure extends object>(figure: Figure | null): Figure | null {
  return figure ? { doubt: DOUBT, ...figure } : null;
}

function doubted(row: ToldIndicator): ToldIndicator {
  return {
    ...row,
    confidence: Math.min(row.confidence, DOUBT.confidence),
    doubt: row.doubt ?? DOUBT,
    weight: mark(row.weight),
    score: mark(row.score),
    completionRate: mark(row.completionRate),
  };
}
