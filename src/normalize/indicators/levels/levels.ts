import type { Cell } from "../../../core/extracted.js";
import type { Points, StatedScore } from "../../../core/record.js";
import { unspaced } from "../../../core/text.js";
import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import { pointsIn, readPoints } from "../../figures/points.js";
import {
  isLevel1,
  isLevel2,
  level1Of,
  readIndicatorName,
  readLevel,
  splitFirst,
  splitLevels,
  splitName,
} from "../../lexicon/labels/level.js";
import type { RowCells } from "../rows/row-cells.js";

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
  const row = new RowLevels(cells, before, outside);
  row.takeBoth();
  row.takeFirst();
  row.takeSecond();
  return row.named();
}

class RowLevels {
  readonly #cells: RowCells;
  readonly #before: Levels;
  readonly #outside: string;
  readonly #cell1: Cell | undefined;
  readonly #cell2: Cell | undefined;
  readonly #both: Cell | undefined;
  readonly #nameCell: Cell | undefined;
  readonly #groups: GroupMarks[] = [];
  #level1: string;
  #level2: string;

  constructor(cells: RowCells, before: Levels, outside: string) {
    this.#cells = cells;
    this.#before = before;
    this.#outside = outside;
    this.#cell1 = cells.cell("level1");
    this.#cell2 = cells.cell("level2");
    this.#both = cells.cell("levels");
    this.#nameCell = cells.cell("level3");
    this.#level1 = before.level1;
    this.#level2 = before.level2;
  }

  /** A cell of both levels: 产出指标-数量指标, or one of them alone. */
  takeBoth(): void {
    const both = this.#both;
    if (!both || isSilent(both)) return;
    const [first = "", second] = splitLevels(cellText(both)) ?? [cellText(both)];
    if (second !== undefined) {
      this.#level1 = this.#take("level1", both, first);
      this.#level2 = this.#take("level2", both, second);
    } else if (isLevel2(first) && !isLevel1(first)) {
      this.#level2 = this.#take("level2", both, first);
      this.#level1 = this.#before.rowAbove || (level1Of(this.#level2) ?? this.#level1);
    } else this.#enterFirst(this.#take("level1", both, first));
  }

  takeFirst(): void {
    const [cells, before, cell1, cell2] = [this.#cells, this.#before, this.#cell1, this.#cell2];
    if (cell1 && (cell1 !== cell2 || namesFirst(cell1)) && cell1 !== this.#nameCell && !isSilent(cell1)) {
      const split = cells.has("level2") ? undefined : splitLevels(cellText(cell1));
      this.#enterFirst(this.#take("level1", cell1, split?.[0] ?? cellText(cell1)));
      if (split?.[1]) this.#level2 = this.#take("level2", cell1, split[1]);
      // What one name's prefix told holds for no other.
      else if (!cells.has("level2") && !cells.has("levels")) this.#level2 = this.#level1 === before.level1 ? before.secondAbove : "";
    } else if (!cells.has("level1") && !cells.has("levels")) {
      // A second level that goes on keeps the first that it told, or stands under.
      const goesOn = before.secondAbove !== "" || (cell2 !== undefined && cellText(cell2) === "" && before.level2 !== "");
      this.#level1 = before.rowAbove || this.#outside || (goesOn ? before.level1 : "");
    }
  }

  takeSecond(): void {
    const [cells, cell2] = [this.#cells, this.#cell2];
    const isFirst = !cells.has("level1") && !cells.has("levels");
    if (isFirst && !cells.has("level2")) this.#level2 = this.#before.secondAbove;
    if (!cell2 || cell2 === this.#nameCell || isSilent(cell2)) return;
    // 预算执行 over both columns has no second level below it.
    if (cell2 === this.#cell1 && namesFirst(cell2)) {
      this.#level2 = "";
      return;
    }
    const [first, second] = (isFirst && splitLevels(cellText(cell2))) || [undefined, cellText(cell2)];
    if (first !== undefined) this.#level1 = this.#take("level1", cell2, first);
    this.#level2 = this.#take("level2", cell2, second!);
    if (first === undefined && isFirst && this.#outside === "") this.#level1 = this.#before.rowAbove || (level1Of(this.#level2) ?? "");
  }

  /** The levels with the row's name, which may tell of them too. */
  named(): Levels {
    const [cell1, cell2, nameCell, before] = [this.#cell1, this.#cell2, this.#nameCell, this.#before];
    const named = nameOf(this.#cells, { cell1, cell2, nameCell });
    // A name that takes the place of its levels stands under none of them.
    if (named.cell && (named.cell === cell2 || named.cell === cell1)) this.#level2 = "";
    if (named.cell && named.cell === cell1) this.#level1 = named.level3;
    const path = pathIn(named.level3, named.cell, { both: this.#both, cell2, nameCell }, this.#level1);
    const { level1 = this.#level1, level2, level3 } = path ?? { level2: this.#level2, level3: named.level3 };
    return {
      level1,
      level2,
      level3,
      ...(named.cell ? { name: named.cell } : {}),
      ...(named.ownMarks ? { ownMarks: named.ownMarks } : {}),
      groups: this.#groups,
      rowAbove: before.rowAbove,
      secondAbove: level1 === before.level1 ? before.secondAbove : "",
    };
  }

  #enterFirst(name: string): void {
    if (name !== this.#level1) this.#level2 = "";
    this.#level1 = name;
  }

  /** The name that a cell tells of a level; the marks told with it are kept where the level is new. */
  #take(scope: "level1" | "level2", cell: Cell, text: string): string {
    const { name, fullMarks, score } = readLevel(text);
    if (name === this.#before[scope]) return name;
    const beside = (role: "weight" | "score") => readPoints(this.#cells.cell(scope === "level1" ? `${role}1` : `${role}2`));
    const marks = { fullMarks: pointsIn(cell, fullMarks) ?? beside("weight"), score: pointsIn(cell, score) ?? beside("score") };
    const evidence = [marks.fullMarks, marks.score].flatMap((told) => told?.evidence ?? []);
    if (marks.fullMarks || marks.score) this.#groups.push({ scope, name, ...marks, evidence });
    return name;
  }
}

/** 产出时效（17.5 above 分）, 项目效益 above 20分: the marks of a level, or what a page break cut off them, name none by themselves. */
const MARKS_ALONE = /^[(（]?(?:\d+(?:\.\d+)?)?分[)）]?$/u;

/** Whether a level's cell names none: what stands above it holds. */
function isSilent(cell: Cell): boolean {
  const text = unspaced(cellText(cell));
  return text === "" || MARKS_ALONE.test(text);
}

/** Whether a cell over the columns of both levels names a first one. */
function namesFirst(cell: Cell): boolean {
  return isLevel1(readLevel(cellText(cell)).name);
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
