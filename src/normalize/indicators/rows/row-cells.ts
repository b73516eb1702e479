import type { Cell } from "../../../core/extracted.js";
import { squeezed } from "../../../core/text.js";
import { cellText } from "../../figures/cell-figure.js";
import { readPoints } from "../../figures/points.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { type GradeColumn, gradeColumns } from "../../tables/heads/grade-columns.js";
import type { IndicatorRegion } from "../../tables/region.js";

/** Columns that hold what a row states. */
export const VALUE_ROLES: readonly IndicatorRole[] = ["target", "targetText", "actual", "weight", "score", "deduction", "completionRate"];

const EXPLAINS = /解释|说明|内涵/u;
/** What stands under 调整后目标值 where the target of the year's beginning still holds. */
const UNADJUSTED =
  /^(?:(?:无|未|不|没有)(?:需|予|作|做|进行)?(?:调整?|变[更化动]?|修订)|[同与]?(?:左|上|前|原|年初)(?:列|值|目标|一致|相同)*)$/u;
const NONE: readonly Cell[] = [];
/** Of each region asked for, whether its fourth level names the indicators. */
const namedByFourth = new WeakMap<IndicatorRegion, boolean>();
/** Of each region asked for, the columns of its grades. */
const gradesOf = new WeakMap<IndicatorRegion, readonly GradeColumn[]>();

/** The cells of one row by the role of their column. */
export class RowCells {
  readonly row: number;
  readonly #region: IndicatorRegion;

  constructor(region: IndicatorRegion, row: number) {
    this.#region = region;
    this.row = row;
  }

  has(role: IndicatorRole): boolean {
    return this.#region.columns.of.has(role);
  }

  /** The first cell of a role, also where it spans down from above. */
  cell(role: IndicatorRole): Cell | undefined {
    return this.cells(role)[0];
  }

  /** A role's cells, left to right: several where its head spans columns that the row does not. */
  cells(role: IndicatorRole): readonly Cell[] {
    if (role === "target" && this.has("adjustedTarget") && this.#isAdjusted()) return this.cells("adjustedTarget");
    const columns = this.#region.columns.of.get(role);
    if (!columns) return NONE;
    if (columns.length === 1) {
      const cell = this.#region.grid.at(this.row, columns[0]!);
      return cell ? [cell] : NONE;
    }
    return [...new Set(columns.map((column) => this.#region.grid.at(this.row, column)).filter((cell): cell is Cell => cell !== undefined))];
  }

  #isAdjusted(): boolean {
    const text = this.text("adjustedTarget");
    return !saysNothing(text) && !UNADJUSTED.test(squeezed(text));
  }

  text(role: IndicatorRole): string {
    return this.cells(role).map(cellText).join("");
  }

  /** Whether a row above or below has a cell of its own with the same text. */
  repeats(role: IndicatorRole): boolean {
    const [column] = this.#region.columns.of.get(role) ?? [];
    if (column === undefined) return false;
    const own = this.cell(role);
    return [this.row - 1, this.row + 1].some((row) => {
      const other = this.#region.grid.at(row, column);
      return other !== undefined && other !== own && cellText(other) === this.text(role);
    });
  }

  /** What the table asks of the row for each grade, where it has a column for each. */
  graded(): { readonly grade: string; readonly cell: Cell }[] {
    const known = gradesOf.get(this.#region);
    const columns = known ?? gradeColumns(this.#region);
    if (known === undefined) gradesOf.set(this.#region, columns);
    return columns.flatMap(({ column, grade }) => {
      const cell = this.#region.grid.at(this.row, column);
      return cell ? [{ grade, cell }] : [];
    });
  }

  /** The fourth level's cell where that column names the indicators: it parts at least one third level of the table. */
  fourthName(): Cell | undefined {
    const known = namedByFourth.get(this.#region);
    const isName = known ?? this.#region.body.some((row) => new RowCells(this.#region, row).#isParted());
    if (known === undefined) namedByFourth.set(this.#region, isName);
    return isName ? this.cell("level4") : undefined;
  }

  #isParted(): boolean {
    const [third, fourth] = [this.cell("level3"), this.cell("level4")];
    if (!third || !fourth || fourth === third || cellText(fourth) === "") return false;
    if (EXPLAINS.test(this.#region.columns.heads.get("level4")?.name ?? "")) return false;
    return third.rowSpan > fourth.rowSpan || this.repeats("level3");
  }

  /** Whether the row's weight stands in a cell over several rows of which others have scores of their own: it is of them all. */
  sharesWeight(): boolean {
    const [weight, score] = [this.cell("weight"), this.cell("score")];
    const [column] = this.#region.columns.of.get("score") ?? [];
    if (!weight || weight.rowSpan < 2 || column === undefined) return false;
    return Array.from({ length: weight.rowSpan }, (_, i) => this.#region.grid.at(weight.row + i, column)).some(
      (other) => other !== undefined && other !== score && readPoints(other) !== null,
    );
  }

  /** Whether the cell begins in this row. */
  begins(role: IndicatorRole): boolean {
    return this.cell(role)?.row === this.row;
  }
}
