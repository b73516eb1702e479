import type { Block, Cell, Extracted, Table } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { readFundTable } from "../../funds/read-fund-table.js";
import { nameKey } from "../../indicators/name-key.js";
import { isGoalTable, readIndicatorTable } from "../../indicators/read-table.js";
import { foldLabel } from "../../lexicon/fold.js";
import { type MetaField, metaField } from "../../lexicon/meta-label.js";
import { toGrid } from "../../tables/grid.js";
import { type ReadTable, readTables } from "../../tables/read-tables.js";
import type { Region } from "../../tables/region.js";
import { constantColumns } from "../constant-columns.js";
import { saysKind } from "../head/kind.js";
import { isTitle, readTitle } from "../head/title.js";
import { headYear } from "../head/years.js";
import { pairsOf, valueText } from "../pairs.js";
import { isHead } from "../read-loose.js";
import { byProject } from "./by-project.js";
import { formStart } from "./form-start.js";
import { plain, returnStretches } from "./return-stretches.js";

/** One report of a file, its tables counted from 0, and these as they are read. */
export interface SplitReport {
  readonly report: Extracted;
  readonly tables: readonly ReadTable[];
}

/**
 * The reports that a file holds, in order. A new report begins with a form that names another project (or, for departments, another unit)
 * once the report before it has told its figures.
 */
export function splitReports(extracted: Extracted): SplitReport[] {
  const blocks: readonly Block[] = byProject(extracted.blocks).flatMap((block): readonly Block[] =>
    block.type === "table" ? splitTable(block) : [block],
  );
  const tables = readTables(blocks);
  const starts = [0];
  const names: (string | undefined)[] = [];
  let current: Current = { name: undefined, told: false, department: false };
  const textOf = (from: number, to: number) => blocks.slice(from, to).map(blockText).join("");
  blocks.forEach((block, index) => {
    if (block.type === "paragraph") {
      if (isTitle(block.text) && saysKind(block.text) === "department" && !current.told) current = { ...current, department: true };
      return;
    }
    const own = tables.filter((table) => table.block === index);
    const name = formName(block) ?? columnName(own) ?? titleName(blocks, index) ?? headingName(blocks, index);
    const begun = {
      text: (to = index) => textOf(starts.at(-1)!, to),
      tables: () => tables.filter((table) => table.block >= starts.at(-1)! && table.block < index),
    };
    if (name !== undefined && current.told && isAnother(name, current, begun, own)) {
      starts.push(formStart(blocks, index, starts.at(-1)!));
      names.push(current.name);
      current = { name: undefined, told: false, department: false };
    }
    current = {
      name: current.name ?? (name?.title !== undefined ? undefined : name?.name),
      told: current.told || own.some(({ regions }) => regions.some(tellsFigures)),
      department: current.department || (name?.department ?? false),
    };
  });
  names.push(current.name);
  const parts = starts.map((start, i) => ({ blocks: blocks.slice(start, starts[i + 1]), name: names[i] }));
  return returnStretches(parts, (block) => block.type === "table" && formName(block) !== undefined).map((own, i) => {
    const report = part(extracted, own, i === 0);
    const isWholeFile = parts.length === 1 && report.blocks.every((block, at) => block === blocks[at]);
    return { report, tables: isWholeFile ? tables : readTables(report.blocks) };
  });
}

/** Whether a region tells a report's figures: goals alone do not, nor do accounts, whose rows are no sources of money. */
function tellsFigures(region: Region): boolean {
  if (region.kind === "loose" || (region.kind === "indicators" && isGoalTable(region))) return false;
  return region.kind !== "funds" || readFundTable(region, "万元").funds.length > 0;
}

/** How many lines may stand between a title and its form: year, unit, annex mark. */
const TITLE_REACH = 4;

interface Current {
  readonly name: string | undefined;
  readonly told: boolean;
  readonly department: boolean;
}

interface FormName {
  readonly name: string;
  readonly department: boolean;
  /** The block of the title above the form, where that alone tells the name. */
  readonly title?: number;
  /** That title is a heading as any other: 项目二：桥梁检测. */
  readonly heading?: boolean;
}

interface Begun {
  /** All that stands before a block; the form itself unless another is named. */
  readonly text: (to?: number) => string;
  readonly tables: () => readonly ReadTable[];
}

/** Whether a form speaks of another project or unit than the report that has begun. */
function isAnother(form: FormName, current: Current, begun: Begun, own: readonly ReadTable[]): boolean {
  // Titles word one project's name in many ways: only a whole form of other indicators after a whole one is another's.
  if (form.title !== undefined) {
    const named = plain(begun.text(form.title)).includes(plain(form.name));
    const whole = form.heading ? carriesMarks : isWhole;
    return !named && whole(own) && whole(begun.tables()) && tellsOthers(begun, own);
  }
  if (current.name === undefined) return current.department || !plain(begun.text()).includes(plain(form.name));
  const [before, now] = [plain(current.name), plain(form.name)];
  if (before === now) return false;
  // One name within the other: the same project when its indicators are those told before.
  const within = Math.min(before.length, now.length) >= 4 && (before.includes(now) || now.includes(before));
  return !within || tellsOthers(begun, own);
}

/** Whether most indicators of a form are none of those told before. Every project has its execution rate and somebody's satisfaction. */
function tellsOthers(begun: Begun, own: readonly ReadTable[]): boolean {
  const known = new Set(namesIn(begun.tables()));
  const told = namesIn(own);
  return told.length > 0 && told.filter((name) => known.has(name)).length < told.length / 2;
}

function namesIn(tables: readonly ReadTable[]): string[] {
  return tables.flatMap(({ regions }) =>
    regions.flatMap((region) =>
      region.kind === "indicators"
        ? readIndicatorTable(region, "")
            .indicators.filter(({ category }) => category !== "execution" && category !== "satisfaction")
            .map(({ level3 }) => nameKey(level3))
        : [],
    ),
  );
}

const NAMING: ReadonlySet<MetaField | undefined> = new Set<MetaField>(["projectName", "both"]);

/** What a form names itself after: its project, else the unit of a 部门整体 form. */
function formName(table: Table): FormName | undefined {
  const grid = toGrid(table);
  if (!grid) return undefined;
  let unit: string | undefined;
  for (let row = 0; row < Math.min(grid.rowCount, 12); row++) {
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

/** No class of indicators carries so many of a report's marks. */
const MOST_OF_MARKS = 80;

/** Whether a whole form stands among these, by its marks: classes told in tables of their own have totals too. */
function carriesMarks(tables: readonly ReadTable[]): boolean {
  return (
    isWhole(tables) &&
    tables.some(({ regions }) =>
      regions.some((region) => {
        if (region.kind !== "indicators") return false;
        const weights = readIndicatorTable(region, "").indicators.map(({ weight }) => Number(weight?.value ?? 0));
        return weights.reduce((sum, weight) => sum + weight, 0) >= MOST_OF_MARKS;
      }),
    )
  );
}

/** Whether a table of indicators among these states its total: a form that is whole by itself. */
function isWhole(tables: readonly ReadTable[]): boolean {
  return tables.some(({ regions }) =>
    regions.some(
      (region) =>
        region.kind === "indicators" && readIndicatorTable(region, "").scores.some(({ scope, score }) => scope === "total" && score),
    ),
  );
}

/** A sheet that stacks several forms in one grid, cut where each begins. */
function splitTable(table: Table): Table[] {
  const grid = toGrid(table);
  if (!grid || grid.rowCount < 12) return [table];
  const starts: number[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    if (!grid.spoken(row).some((cell) => metaField(cellText(cell)) === "projectName")) continue;
    const names = pairsOf(grid, row).filter(
      (pair) =>
        metaField(cellText(pair.label)) === "projectName" && valueText(pair) !== "" && !isHead(valueText(pair)) && pair.label.column <= 1,
    );
    if (names.length > 0) starts.push(row);
  }
  const cuts = starts.filter((row, i) => i > 0 && row - starts[i - 1]! >= 5).map((row) => titleAbove(grid, row));
  if (cuts.length === 0) return [table];
  const bounds = [0, ...cuts, grid.rowCount];
  return bounds.slice(0, -1).map((from, i) => rows(table, from, bounds[i + 1]!));
}

function titleAbove(grid: NonNullable<ReturnType<typeof toGrid>>, row: number): number {
  let top = row;
  while (top > 0) {
    const said = grid.own(top - 1).filter((cell) => cellText(cell) !== "");
    const text = foldLabel(said.map(cellText).join(""));
    if (said.length > 1 || (said.length === 1 && !isTitle(text) && headYear(text) === null && text.length > 20)) break;
    if (said.length === 1 && /分$|合计|总分|注/u.test(text)) break;
    top--;
  }
  return top;
}

function rows(table: Table, from: number, to: number): Table {
  const cells = table.cells
    .filter((cell) => cell.row >= from && cell.row < to)
    .map((cell) => ({
      ...cell,
      row: cell.row - from,
      rowSpan: Math.min(cell.rowSpan, to - cell.row),
      evidence: cell.evidence.map((e) => (e.row === undefined ? e : { ...e, row: e.row - from })),
    }));
  return { ...table, rowCount: to - from, cells };
}

/** A part as a document of its own: tables counted from 0, warnings of its pages. */
function part(extracted: Extracted, blocks: readonly Block[], first: boolean): Extracted {
  let next = 0;
  const renumber = (table: Table): Table => {
    const index = next++;
    const cells = table.cells.map((cell): Cell => {
      const nested = cell.nested?.map(renumber);
      const isKept = cell.evidence.every((evidence) => evidence.table === index) && !nested?.some((inner, i) => inner !== cell.nested![i]);
      if (isKept) return cell;
      return { ...cell, evidence: cell.evidence.map((evidence) => ({ ...evidence, table: index })), ...(nested ? { nested } : {}) };
    });
    return table.index === index && cells.every((cell, i) => cell === table.cells[i]) ? table : { ...table, index, cells };
  };
  const own = blocks.map((block) => (block.type === "table" ? renumber(block) : block));
  const pages = new Set(own.flatMap((block) => (block.type === "table" ? [block.page] : block.evidence.map(({ page }) => page))));
  return {
    ...extracted,
    blocks: own,
    warnings: extracted.warnings.filter((warning) => (warning.page === undefined ? first : pages.has(warning.page) || first)),
  };
}

function blockText(block: Block): string {
  return block.type === "paragraph" ? block.text : block.cells.map(({ text }) => text).join("");
}
