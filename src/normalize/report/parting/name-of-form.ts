import type { Block, Table } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { labelledValues, type MetaField, metaField } from "../../lexicon/meta-label.js";
import { toGrid } from "../../tables/grid.js";
import { pairsOf, valueText } from "../../tables/pairs.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { isTitle, readTitle } from "../../title/title.js";
import { constantColumns } from "../constant-columns.js";
import { fitsField } from "../head/fits-field.js";
import { isHead } from "../read-loose.js";

/** How many lines may stand between a title and its form: year, unit, annex mark. */
const TITLE_REACH = 4;

export interface FormName {
  readonly name: string;
  readonly department: boolean;
  /** The block of the title above the form, where that alone tells the name. */
  readonly title?: number;
  /** That title is a heading as any other: 项目二：桥梁检测. */
  readonly heading?: boolean;
}

/** What the form at a block is called after: by itself, by a column of its tables `own`, or by the title or the heading right above it. */
export function nameOfForm(blocks: readonly Block[], at: number, own: readonly ReadTable[]): FormName | undefined {
  return formName(blocks[at] as Table) ?? columnName(own) ?? titleName(blocks, at) ?? headingName(blocks, at);
}

const NAMING: ReadonlySet<MetaField | undefined> = new Set<MetaField>(["projectName", "both"]);

/** What a form names itself after: its project, else the unit of a 部门整体 form. */
export function formName(table: Table): FormName | undefined {
  const grid = toGrid(table);
  if (!grid) return undefined;
  let unit: string | undefined;
  for (let row = 0; row < Math.min(grid.rowCount, 12); row++) {
    const within = grid.spoken(row).flatMap((cell) => labelledValues(cellText(cell), fitsField));
    const own = within.find(({ field }) => field === "projectName");
    if (own) return { name: own.value, department: false };
    if (!grid.spoken(row).some((cell) => NAMING.has(metaField(cellText(cell))))) continue;
    for (const pair of pairsOf(grid, row)) {
      const field = metaField(cellText(pair.label));
      const value = valueText(pair);
      if (value === "" || isHead(value)) continue;
      if (field === "projectName") return { name: value, department: false };
      if (field === "both") unit ??= value;
    }
  }
  return unit === undefined ? undefined : { name: unit, department: true };
}

/** What a column of project names says in all rows. */
function columnName(tables: readonly ReadTable[]): FormName | undefined {
  const [named] = tables.flatMap(({ regions }) => regions.flatMap(constantColumns)).filter(({ field }) => field === "projectName");
  return named && { name: cellText(named.value), department: false };
}

/** The project that the title right above a form names, as each sheet of a workbook has one. */
function titleName(blocks: readonly Block[], table: number): FormName | undefined {
  for (let at = table - 1; at >= Math.max(0, table - TITLE_REACH); at--) {
    const block = blocks[at]!;
    if (block.type === "table") break;
    const name = isTitle(block.text) ? readTitle(block.text).projectName : null;
    if (name !== null) return { name, department: false, title: at };
  }
  return undefined;
}

const LONGEST_HEADING = 40;

/** The heading right above a table, as a report on several projects has one for each. */
function headingName(blocks: readonly Block[], table: number): FormName | undefined {
  for (let at = table - 1; at >= Math.max(0, table - TITLE_REACH); at--) {
    const block = blocks[at]!;
    if (block.type === "table") break;
    const text = block.text.trim();
    if (/[。；;，,]/u.test(text) || text.length > LONGEST_HEADING) break;
    if (block.heading !== undefined || /项目[一二三四五六七八九十\d]/u.test(text))
      return { name: text, department: false, title: at, heading: true };
  }
  return undefined;
}
