import type { Block, Paragraph, Table } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { bareLabels, labelledValues, type MetaField, metaField, NAME, ORGANISATIONS } from "../../lexicon/labels/meta-label.js";
import { rankOf } from "../../prose/heads/head-number.js";
import { toGrid } from "../../tables/grid.js";
import { pairsOf, valueText } from "../../tables/pairs.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { isOrganisation, isTitle, readTitle } from "../../title/title.js";
import { fitsField } from "../head/fits-field.js";
import { constantColumns } from "../regions/constant-columns.js";
import { isHead } from "../regions/read-loose.js";

/** How many lines may stand between a title and its form: year, unit, annex mark. */
const TITLE_REACH = 4;

export interface FormName {
  readonly name: string;
  readonly department: boolean;
  /** The line above the form that alone tells the name. */
  readonly above?: LineAbove;
  /** It is whose form it is, and told in the form's own head. */
  readonly isWithin?: true;
}

/** A line above a form: a label with the project (项目名称：某项目), a title, a heading as any other, a label with whose form it is. */
interface LineAbove {
  readonly block: number;
  readonly by: "project" | "title" | "heading" | "organisation";
  /** A heading's, 0 the highest. */
  readonly rank?: number;
}

/**
 * What the form at a block may be called after: itself, a column of its tables `own`, a label above it with the project; else a title, a heading
 * and a label with whose form it is, of which any may be another form's than the one before.
 */
export function namesOfForm(blocks: readonly Block[], at: number, own: readonly ReadTable[]): readonly FormName[] {
  const above = linesAbove(blocks, at);
  const named = formName(blocks[at] as Table) ?? columnName(own) ?? labelName(above, "project");
  if (named) return [named];
  const [owner] = organisationsIn(blocks[at] as Table).values();
  const within: FormName | undefined = owner === undefined ? undefined : { name: owner, department: false, isWithin: true };
  return [titleName(above), headingName(above), labelName(above, "organisation"), within].filter((name) => name !== undefined);
}

/** Whether a form's name is told by anything but its project: many forms of one report may bear such names. */
export function isLoose({ above, isWithin }: FormName): boolean {
  return isWithin === true || (above !== undefined && above.by !== "project");
}

/** How many rows of a form its head may have. */
const HEAD_REACH = 12;
const NAMING: ReadonlySet<MetaField | undefined> = new Set<MetaField>(["projectName", "both"]);

/** What a form names itself after: its project, else the unit of a 部门整体 form. */
export function formName(table: Table): FormName | undefined {
  const grid = toGrid(table);
  if (!grid) return undefined;
  let unit: string | undefined;
  for (let row = 0; row < Math.min(grid.rowCount, HEAD_REACH); row++) {
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

/** The organisations that a form's own head names, by the fields of their labels. */
export function organisationsIn(table: Table): ReadonlyMap<MetaField, string> {
  const grid = toGrid(table);
  const named = range(0, Math.min(grid?.rowCount ?? 0, HEAD_REACH)).flatMap((row) => [
    ...pairsOf(grid!, row).map((pair) => ({ field: metaField(cellText(pair.label)), value: valueText(pair) })),
    // 部门名称：某局　填报日期：2024年4月, all in one cell.
    ...grid!.spoken(row).flatMap((cell) => labelledValues(cellText(cell), fitsField)),
  ]);
  return new Map(
    named
      .flatMap(({ field, value }): [MetaField, string][] =>
        field && ORGANISATIONS.has(field) && isOrganisation(value) ? [[field, value]] : [],
      )
      .reverse(),
  );
}

/** What a column of project names says in all rows. */
function columnName(tables: readonly ReadTable[]): FormName | undefined {
  const [named] = tables.flatMap(({ regions }) => regions.flatMap(constantColumns)).filter(({ field }) => field === "projectName");
  return named && { name: cellText(named.value), department: false };
}

/** A line of labels is no longer. */
const LONGEST_LABELS = 120;

/** What a line of labels says between the table before and a form: 项目名称：某项目　项目单位：某馆. */
function labelName(above: readonly LineAt[], by: "project" | "organisation"): FormName | undefined {
  for (const { text, at } of above) {
    if (text.length > LONGEST_LABELS) continue;
    // A word at the head of a line is a label where a blank or another label with its value is behind it.
    const bare = bareLabels(text, fitsField);
    const isTold = bare.length > 1 || bare.some(({ label }) => text.trim().startsWith(`${label} `));
    const told = [...labelledValues(text, fitsField), ...(isTold ? bare : [])].find(({ field, value }) =>
      by === "project" ? field === "projectName" && NAME.test(value) : ORGANISATIONS.has(field) && isOrganisation(value),
    );
    if (told) return { name: told.value, department: told.field === "both", above: { block: at, by } };
  }
  return undefined;
}

/** The project that the title right above a form names, as each sheet of a workbook has one. */
function titleName(above: readonly LineAt[]): FormName | undefined {
  for (const { text, at } of above.slice(0, TITLE_REACH)) {
    const name = isTitle(text) ? readTitle(text).projectName : null;
    if (name !== null) return { name, department: false, above: { block: at, by: "title" } };
  }
  return undefined;
}

const LONGEST_HEADING = 40;

/** The heading above a table that those nearer stand within, as a report on several projects has one for each: 二、某项目, then （一）资金情况. */
function headingName(above: readonly LineAt[]): FormName | undefined {
  let own: FormName | undefined;
  let rank = Number.POSITIVE_INFINITY;
  for (const line of above) {
    const of = headingRank(line);
    if (of === rank) break;
    if (of === undefined || of > rank) continue;
    own = { name: line.text.trim(), department: false, above: { block: line.at, by: "heading", rank: of } };
    rank = of;
  }
  return own;
}

/** How headings are numbered, those first that others stand within; one that is marked as a heading needs no number. */
const NUMBERINGS = ["", "一、", "(一)", "1", "(1)"];

/** The rank of a line as a heading, 0 the highest; undefined where it is none. */
function headingRank({ text, heading }: Pick<Paragraph, "text" | "heading">): number | undefined {
  const line = text.normalize("NFKC").trim();
  if (/[。;,]/u.test(line) || line.length > LONGEST_HEADING) return undefined;
  const numbering = NUMBERINGS.indexOf(rankOf(line).replace(/^1.*/u, "1"));
  const isMarked = heading !== undefined || /项目[一二三四五六七八九十\d]/u.test(line);
  return numbering < 0 || (numbering === 0 && !isMarked) ? undefined : (heading ?? 10) * NUMBERINGS.length + numbering;
}

/** A line, and the block it is. */
type LineAt = Paragraph & { readonly at: number };

/** The lines between the table before and a table, the nearest first. */
function linesAbove(blocks: readonly Block[], table: number): LineAt[] {
  const before = blocks.slice(0, table).findLastIndex(({ type }) => type === "table");
  return blocks
    .slice(before + 1, table)
    .flatMap((block, i) => (block.type === "paragraph" ? [{ ...block, at: before + 1 + i }] : []))
    .reverse();
}
