import { exact } from "../../../core/decimal.js";
import { groupBy } from "../../../core/group-by.js";
import { meets, points, sum } from "../../../core/interval.js";
import type { Message } from "../../../core/messages/messages.js";
import type { Indicator, Points, StatedScore } from "../../../core/record.js";
import { unsure } from "../../figures/unsure.js";
import { joinTellings } from "../../indicators/merge/join-tellings.js";
import type { WholeMarks } from "../../indicators/whole-marks.js";
import { EXECUTION_NAME } from "../../lexicon/labels/execution-name.js";
import type { ProseFacts, ProseIndicator } from "../../prose/facts.js";
import { reasonIf } from "./reason-if.js";

/** What the report states of its marks and of its indicators' number. */
interface Stated extends WholeMarks {
  readonly scores: readonly StatedScore[];
  readonly counts: ProseFacts["counts"];
  /** Marks among the words on indicators that are none of theirs. */
  readonly stray: readonly Points[];
}

/** So many indicators with one name are none of an author's: words that the report repeats were taken for it. */
const REPEATED = 3;
const ONE_NAME = "indicators that sentences tell have one name: it may be none";

/**
 * Why indicators that sentences alone tell may not be all, or be read amiss: neither do their weights reach the full marks, with the execution's where it has
 * some, nor their scores a total that the report states, nor their number a count that it tells; or what was read of one is not told of an indicator.
 * Empty where sums or counts bear them out, or none is told.
 */
export function unborneSentences(told: readonly ProseIndicator[], stated: Stated): Message[] {
  const rows = joinTellings(told).filter(({ isPart }) => !isPart);
  if (rows.length === 0 || rows.every(({ isUnmarked }) => isUnmarked)) return [];
  return [
    ...reasonIf(!isBorne(rows, stated), "no sum and no count bears out the indicators that sentences tell"),
    ...reasonIf(namesakes(rows).size > 0, ONE_NAME),
    ...reasonIf(
      rows.some((row) => hasMarksOfLevel(row, rows, stated)),
      "an indicator beside others of its level was given the level's marks",
    ),
    ...reasonIf(stated.stray.length > 0, `${stated.stray.length} marks among the words on indicators are none of theirs`),
  ];
}

/** The rows, those in doubt that sentences alone tell and that several others share their name with. */
export function doubtNamesakes<Row extends Pick<Indicator, "level3" | "doubt">>(rows: readonly Row[]): Row[] {
  const same = namesakes(rows);
  return rows.map((row) => (same.has(row) ? { ...row, doubt: row.doubt ?? unsure(ONE_NAME) } : row));
}

/** The rows, those in doubt whose score is beyond their weight where nothing bears out what sentences tell: it may be another's. */
export function doubtBeyond<Row extends Pick<Indicator, "weight" | "score">>(rows: readonly Row[], unborne: readonly Message[]): Row[] {
  const [because] = unborne;
  return rows.map((row) => {
    const { weight, score } = row;
    const isBeyond = weight !== null && score !== null && exact(score.value).gt(weight.value);
    return because && isBeyond ? { ...row, score: { doubt: unsure(because), ...score } } : row;
  });
}

function namesakes<Row extends { readonly level3: string }>(rows: readonly Row[]): ReadonlySet<Row> {
  return new Set([...groupBy(rows, ({ level3 }) => level3).values()].filter((same) => same.length >= REPEATED).flat());
}

function isBorne(rows: readonly ProseIndicator[], { fullMarks, executionMarks, scores, counts }: Stated): boolean {
  const reaches = (field: "weight" | "score", wholes: readonly string[]) => {
    const own = rows.flatMap((row) => row[field] ?? []);
    return own.length === rows.length && wholes.some((whole) => meets(sum(own.map((figure) => points(figure.value))), points(whole)));
  };
  const totals = scores.flatMap(({ scope, score }) => (scope === "total" && score ? [score.value] : []));
  const executions = scores.flatMap(({ scope, name, score }) =>
    scope !== "total" && score && EXECUTION_NAME.test(name) ? [score.value] : [],
  );
  const beside = (total: string, part: string) => exact(total).minus(part).toString();
  return (
    reaches("weight", [fullMarks, ...(executionMarks ? [beside(fullMarks, executionMarks)] : [])]) ||
    reaches("score", [...totals, ...totals.flatMap((total) => executions.map((part) => beside(total, part)))]) ||
    counts.some(({ of, count }) => of === "indicators" && Number(count ?? 0) === rows.length)
  );
}

/** 产出指标50分 is told of the level: where it has other indicators with marks, none of them has as many. */
function hasMarksOfLevel({ level1, weight }: ProseIndicator, rows: readonly ProseIndicator[], { scores }: Stated): boolean {
  const marks = scores.find(({ scope, name, fullMarks }) => scope === "level1" && name === level1 && fullMarks)?.fullMarks;
  const marked = rows.filter((row) => row.level1 === level1 && exact(row.weight?.value ?? row.score?.value ?? 0).gt(0));
  return marks !== null && marks !== undefined && weight !== null && exact(weight.value).eq(marks.value) && marked.length > 1;
}
