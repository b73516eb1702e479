import type { Block, Cell, Extracted, Table } from "../../../core/extracted.js";
import { groupBy } from "../../../core/group-by.js";
import { readFundTable } from "../../funds/read-fund-table.js";
import { isGoalTable } from "../../indicators/read-table.js";
import { type ReadTable, readTables } from "../../tables/read-tables.js";
import type { Region } from "../../tables/region.js";
import { saysKind } from "../../title/kind.js";
import { isTitle } from "../../title/title.js";
import { leavesFiguresOut } from "../doubts/completeness.js";
import { findTitle } from "../head/find-title.js";
import { bareText } from "./bare-name.js";
import { byProject } from "./by-project.js";
import { formStart, startAbove } from "./form-start.js";
import { type FormName, formName, isLoose, namesOfForm } from "./name-of-form.js";
import { isOtherHead } from "./other-head.js";
import { formsOfRows } from "./project-rows.js";
import { proseStarts } from "./prose-starts.js";
import { returnStretches } from "./return-stretches.js";
import { splitTable } from "./split-table.js";
import { carryMarks, tellsOtherFigures, tellsOthers } from "./tells-others.js";

/** One report of a file, its tables counted from 0, and these as they are read. */
export interface SplitReport {
  readonly report: Extracted;
  readonly tables: readonly ReadTable[];
}

/** The reports that a file holds, in order: where sentences alone tell several, each of these. */
export function splitReports(extracted: Extracted): SplitReport[] {
  const starts = proseStarts(extracted.blocks);
  if (starts.length === 1 || formsTell(extracted.blocks, starts)) return splitForms(extracted);
  return starts.flatMap((start, i) => splitForms(part(extracted, extracted.blocks.slice(start, starts[i + 1]), i === 0)));
}

/** Whether there are forms that tell whose the prose around them is: not where each stretch of prose has its own, and none of them a name. */
function formsTell(blocks: readonly Block[], starts: readonly number[]): boolean {
  const forms = readTables(blocks).filter(({ regions }) => regions.some(({ kind }) => kind === "indicators"));
  const isOwn = (start: number, i: number) => forms.some(({ block }) => block >= start && block < (starts[i + 1] ?? blocks.length));
  return forms.length > 0 && (!starts.every(isOwn) || forms.some(({ block }) => formName(blocks[block] as Table) !== undefined));
}

/**
 * The reports whose forms a file holds. A new report begins with a form that names another project (or, for departments, another unit)
 * once the report before it has told its figures.
 */
function splitForms(extracted: Extracted): SplitReport[] {
  const blocks: readonly Block[] = byProject(extracted.blocks).flatMap((block): readonly Block[] =>
    block.type === "table" ? (formsOfRows(block) ?? splitTable(block)) : [block],
  );
  const tables = readTables(blocks);
  const tablesOf = groupBy(tables, ({ block }) => block);
  const names = new Map([...tablesOf].map(([at, own]) => [at, namesOfForm(blocks, at, own)]));
  /** The tables of the form that begins at a block: up to the next one called otherwise. */
  const tablesNamed = (at: number, form: FormName) => {
    const end = [...names].find(([block, next]) => block > at && next.some((name) => endsForm(form, name)))?.[0] ?? blocks.length;
    return tables.filter(({ block }) => block >= at && block < end);
  };
  const starts = [0];
  const told: (string | undefined)[] = [];
  let current: Current = { name: undefined, told: false, department: false };
  const textOf = (from: number, to: number) => blocks.slice(from, to).map(blockText).join("");
  blocks.forEach((block, index) => {
    if (block.type === "paragraph") {
      if (isTitle(block.text) && saysKind(block.text) === "department" && !current.told) current = { ...current, department: true };
      return;
    }
    const own = tablesOf.get(index) ?? [];
    const called = names.get(index) ?? [];
    const begun = {
      text: (to = index) => textOf(starts.at(-1)!, to),
      tables: () => tables.filter((table) => table.block >= starts.at(-1)! && table.block < index),
      hasOtherHead: () => isOtherHead(blocks, starts.at(-1)!, index),
    };
    const name = current.told ? called.find((form) => isAnother(form, current, begun, tablesNamed(index, form))) : undefined;
    const least = starts.at(-1)!;
    const start = name && (name.above ? startAbove(blocks, name.above.block, least) : formStart(blocks, index, least));
    if (
      start !== undefined &&
      (current.name !== undefined || isReport(begun.tables(), blocks.slice(least, start), blocks.slice(start, index)))
    ) {
      starts.push(start);
      told.push(current.name);
      current = { name: undefined, told: false, department: false };
    }
    current = {
      name: current.name ?? called.find((form) => !isLoose(form))?.name,
      told: current.told || tellFigures(own.flatMap(({ regions }) => regions)),
      department: current.department || (called[0]?.department ?? false),
    };
  });
  told.push(current.name);
  const parts = starts.map((start, i) => ({ blocks: blocks.slice(start, starts[i + 1]), name: told[i] }));
  return returnStretches(parts, (block) => block.type === "table" && formName(block) !== undefined).map((own, i) => {
    const report = part(extracted, own, i === 0);
    const isWholeFile = parts.length === 1 && report.blocks.every((block, at) => block === blocks[at]);
    return { report, tables: isWholeFile ? tables : readTables(report.blocks) };
  });
}

/** Whether regions tell a report's figures: goals alone do not, nor do accounts, whose rows are no sources of money. Rows are read where no head tells. */
function tellFigures(regions: readonly Region[]): boolean {
  const isTold = (region: Region) =>
    region.kind !== "loose" && region.kind !== "funds" && !(region.kind === "indicators" && isGoalTable(region));
  return regions.some(isTold) || regions.some((region) => region.kind === "funds" && readFundTable(region, "万元").funds.length > 0);
}

const RESULT = /(?:得分|总分|评分|等级|等次)[^。;；]{0,6}[\d优良中差]/u;

/**
 * Whether a stretch without a name is a report before a form: accounts alone are none, be the form's title above them or above the form. One has
 * indicators, a result, or a title that names its project or leaves the form one of its own.
 */
function isReport(tables: readonly ReadTable[], stretch: readonly Block[], above: readonly Block[]): boolean {
  if (tables.some(({ regions }) => regions.some(({ kind }) => kind === "indicators"))) return true;
  if (stretch.some((block) => block.type === "paragraph" && RESULT.test(block.text)) || findTitle(stretch)?.projectName) return true;
  return [stretch, above].every((blocks) => blocks.some((block) => block.type === "paragraph" && isTitle(block.text)));
}

/** Whether a form ends where one that is called so begins: a heading of a lower rank stands within it. */
function endsForm(form: FormName, next: FormName): boolean {
  if (bareText(form.name) === bareText(next.name) || (next.isWithin && !isLoose(form))) return false;
  return next.above?.by !== "heading" || (form.above?.rank !== undefined && next.above.rank! <= form.above.rank);
}

interface Current {
  readonly name: string | undefined;
  readonly told: boolean;
  readonly department: boolean;
}

interface Begun {
  /** All that stands before a block; the form itself unless another is named. */
  readonly text: (to?: number) => string;
  readonly tables: () => readonly ReadTable[];
  /** Whether the form at the block is headed by another year or by others than the form that has begun. */
  readonly hasOtherHead: () => boolean;
}

/** Whether a form speaks of another project or unit than the report that has begun. */
function isAnother(form: FormName, current: Current, begun: Begun, own: readonly ReadTable[]): boolean {
  // Titles and headings word one project's name in many ways: only a whole form of other indicators after a whole one is another's.
  const isOfOthers = () => tellsOthers(begun.tables(), own);
  const areWhole = () => carryMarks(own) && carryMarks(begun.tables());
  // A project has a form for each year and for each place; a copy of one form tells what the other does.
  const isRepeated = () => begun.hasOtherHead() && tellsOtherFigures(begun.tables(), own);
  if (isLoose(form)) {
    const isNew = !bareText(begun.text(form.above?.block)).includes(bareText(form.name));
    return areWhole() && ((isNew && isOfOthers()) || isRepeated());
  }
  if (form.above && !(areWhole() && (isOfOthers() || isRepeated()))) return false;
  if (current.name === undefined) {
    const isNew = !bareText(begun.text(form.above?.block)).includes(bareText(form.name));
    return current.department || isNew || (areWhole() && isRepeated());
  }
  const [before, now] = [bareText(current.name), bareText(form.name)];
  // One name within the other: the same project when its indicators are those told before.
  const within = Math.min(before.length, now.length) >= 4 && (before.includes(now) || now.includes(before));
  return (before !== now && (!within || isOfOthers())) || isRepeated();
}

/** A part as a document of its own: tables counted from 0, warnings of its pages, and those of figures that may have stood in any part. */
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
    warnings: extracted.warnings.filter(
      (warning) => first || (warning.page === undefined ? leavesFiguresOut(warning) : pages.has(warning.page)),
    ),
  };
}

function blockText(block: Block): string {
  return block.type === "paragraph" ? block.text : block.cells.map(({ text }) => text).join("");
}
