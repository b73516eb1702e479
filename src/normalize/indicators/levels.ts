import type { Cell } from "../../core/extracted.js";
import type { Points, StatedScore } from "../../core/record.js";
import { cellEvidence, cellText } from "../figures/cell-figure.js";
import { readPoints } from "../figures/points.js";
import { isLevel1, isLevel2, level1Of, readIndicatorName, readLevel, splitFirst, splitLevels, splitName } from "../lexicon/level.js";
import type { RowCells } from "./row-cells.js";

/** The levels in force at a row, and what was newly stated with them. */
export interface Levels {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly name?: Cell;
  /** Marks that the name's own suffix states. */
  readonly ownMarks?: Points;
  readonly groups: readonly GroupMarks[];
  /** The first level that a row of its own names, above those that it sums. */
  readonly rowAbove: string;
  /** The second level that a row of its own names, in tables without a column for it. */
  readonly secondAbove: string;
}

export interface GroupMarks {
  readonly scope: "level1" | "level2";
  readonly name: string;
  readonly fullMarks: Points | null;
  readonly score: Points | null;
  readonly evidence: StatedScore["evidence"];
}

export const NO_LEVELS: Levels = { level1: "", level2: "", level3: "", groups: [], rowAbove: "", secondAbove: "" };

/** 指标1：, numbering of the form: furniture before an indicator's name, or behind the star of a core one. */
const FURNITURE = /^([★☆▲△*]*)\s*(?:指标|目标)\s?\d{1,2}\s?[:：]\s*/u;

/**
 * Reads the level cells of a row. A blank or spanned cell holds for what stands above it (`before`); a new first level forgets the second.
 * `outside`: the first level that the table's heading names, where the table has no column for it.
 */
export function readLevels(cells: RowCells, before: Levels, outside: string): Levels {
  const groups: GroupMarks[] = [];
  const cell1 = cells.cell("level1");
  const cell2 = cells.cell("level2");
  const nameCell = cells.cell("level3");
  const both = cells.cell("levels");
  let level1 = before.level1;
  let level2 = before.level2;
  const take = (scope: "level1" | "level2", cell: Cell, text: string): string => {
    const { name, fullMarks, score } = readLevel(text);
    if (name === (scope === "level1" ? before.level1 : before.level2)) return name;
    const points = (value: string | undefined): Points | null =>
      value === undefined ? null : { raw: cellText(cell), value, evidence: cellEvidence(cell) };
    const beside = (role: "weight" | "score") => readPoints(cells.cell(scope === "level1" ? `${role}1` : `${role}2`));
    const marks = { fullMarks: points(fullMarks) ?? beside("weight"), score: points(score) ?? beside("score") };
    const evidence = [marks.fullMarks, marks.score].flatMap((told) => told?.evidence ?? []);
    if (marks.fullMarks || marks.score) groups.push({ scope, name, ...marks, evidence });
    return name;
  };

  if (both && cellText(both) !== "") {
    const parts = splitLevels(cellText(both)) ?? [cellText(both)];
    const [first = "", second] = parts;
    if (second !== undefined) {
      const name1 = take("level1", both, first);
      level2 = take("level2", both, second);
      level1 = name1;
    } else if (isLevel2(first) && !isLevel1(first)) {
      level2 = take("level2", both, first);
      level1 = level1Of(level2) ?? level1;
    } else {
      const name1 = take("level1", both, first);
      if (name1 !== level1) level2 = "";
      level1 = name1;
    }
  }
  if (cell1 && cell1 !== cell2 && cell1 !== nameCell && cellText(cell1) !== "") {
    const split = cells.has("level2") ? undefined : splitLevels(cellText(cell1));
    const name1 = take("level1", cell1, split?.[0] ?? cellText(cell1));
    if (name1 !== level1) level2 = "";
    level1 = name1;
    if (split?.[1]) level2 = take("level2", cell1, split[1]);
    // What one name's prefix told holds for no other.
    else if (!cells.has("level2") && !cells.has("levels")) level2 = level1 === before.level1 ? before.secondAbove : "";
  } else if (!cells.has("level1") && !cells.has("levels")) {
    // A second level that goes on keeps the first that it told, or stands under.
    const goesOn = before.secondAbove !== "" || (cell2 !== undefined && cellText(cell2) === "" && before.level2 !== "");
    level1 = before.rowAbove || outside || (goesOn ? before.level1 : "");
  }
  if (!cells.has("level1") && !cells.has("level2") && !cells.has("levels")) level2 = before.secondAbove;
  if (cell2 && cell2 !== nameCell && cellText(cell2) !== "") {
    const isFirst = !cells.has("level1") && !cells.has("levels");
    const [first, second] = (isFirst && splitLevels(cellText(cell2))) || [undefined, cellText(cell2)];
    if (first !== undefined) level1 = take("level1", cell2, first);
    level2 = take("level2", cell2, second!);
    if (first === undefined && isFirst && outside === "") level1 = before.rowAbove || (level1Of(level2) ?? "");
  }

  const named = nameOf(cells, { cell1, cell2, nameCell });
  // A name that takes the place of its levels stands under none of them.
  if (named.cell && (named.cell === cell2 || named.cell === cell1)) level2 = "";
  if (named.cell && named.cell === cell1) level1 = named.level3;
  const path = pathIn(named.level3, named.cell, { both, cell2, nameCell }, level1);
  if (path) {
    level1 = path.level1 ?? level1;
    level2 = path.level2;
  }
  return {
    level1,
    level2,
    level3: path?.level3 ?? named.level3,
    ...(named.cell ? { name: named.cell } : {}),
    ...(named.ownMarks ? { ownMarks: named.ownMarks } : {}),
    groups,
    rowAbove: before.rowAbove,
    secondAbove: level1 === before.level1 ? before.secondAbove : "",
  };
}

const PREFIX = /^(.{2,12}?)[:：—–／/-]{1,2}(?=\p{Script=Han}{2})/u;

/**
 * Levels that a name's cell tells too: a path (产出-数量指标-某名), a second level before a colon or a dash where no column holds it, or a level
 * that ran into the name where their cells are one.
 */
function pathIn(
  name: string,
  cell: Cell | undefined,
  { both, cell2, nameCell }: { both: Cell | undefined; cell2: Cell | undefined; nameCell: Cell | undefined },
  above: string,
): { level1?: string; level2: string; level3: string } | undefined {
  const parts = cell === nameCell ? splitLevels(name) : undefined;
  if (parts?.length === 3) return { level1: parts[0]!, level2: parts[1]!, level3: parts[2]! };
  const prefix = cell === nameCell && cell2 === undefined && both === undefined ? PREFIX.exec(name) : null;
  if (prefix && isLevel2(prefix[1]!))
    return { level1: above || (level1Of(prefix[1]!) ?? ""), level2: prefix[1]!, level3: name.slice(prefix[0].length).trim() };
  if (cell === undefined || (cell !== both && cell !== cell2)) return undefined;
  const [level1, rest] = cell === both ? splitFirst(name) : [undefined, name];
  const glued = splitName(rest);
  return glued ? { ...(level1 === undefined ? {} : { level1 }), level2: glued[0], level3: glued[1] } : undefined;
}

interface LevelCells {
  readonly cell1: Cell | undefined;
  readonly cell2: Cell | undefined;
  readonly nameCell: Cell | undefined;
}

/** The indicator's name: the third level's cell, else a fourth level's that parts it, else the deepest level that is new in the row. */
function nameOf(cells: RowCells, { cell1, cell2, nameCell }: LevelCells): { level3: string; cell?: Cell; ownMarks?: Points } {
  const fourth = cells.fourthName();
  const name3 = nameCell ? cells.text("level3") : "";
  const parted = fourth && fourth !== nameCell && cellText(fourth) !== "";
  const cell = parted
    ? fourth
    : name3 !== ""
      ? nameCell
      : [cell2, cell1].find((candidate) => candidate?.row === cells.row && cellText(candidate) !== "");
  if (!cell) return { level3: "" };
  const printed = (parted || name3 === "" ? cellText(cell) : name3).replace(FURNITURE, "$1");
  const { name, fullMarks } = parted || name3 !== "" ? readIndicatorName(printed) : readLevel(printed);
  if (fullMarks === undefined) return { level3: printed, cell };
  return { level3: name, cell, ownMarks: { raw: cellText(cell), value: fullMarks, evidence: cellEvidence(cell) } };
}
