import type { Block, Table } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { labelledValues, type MetaField, ORGANISATIONS } from "../../lexicon/labels/meta-label.js";
import { isOrganisation, isTitle, yearInTitle } from "../../title/title.js";
import { headYear } from "../../title/years.js";
import { fitsField } from "../head/fits-field.js";
import { bareText } from "./bare-name.js";
import { formStart } from "./form-start.js";
import { organisationsIn } from "./name-of-form.js";

const LONGEST_LABEL = 40;

/** Whether the form at a block is headed by another year than the report that began at a block before, or names others under the same labels. */
export function isOtherHead(blocks: readonly Block[], begun: number, at: number): boolean {
  const before = range(begun, at).filter((block) => blocks[block]!.type === "table");
  const [first, second] = [before[0], at].map((block) => (block === undefined ? undefined : yearAbove(blocks, block)));
  if (first !== undefined && second !== undefined && first !== second) return true;
  const known = new Map(before.reverse().flatMap((block) => [...organisationsOf(blocks, block)]));
  return [...organisationsOf(blocks, at)].some(([field, name]) => known.has(field) && areOthers(known.get(field)!, name));
}

/** 县教育局 is 临渠县教育局 by its short name. */
function areOthers(name: string, other: string): boolean {
  const [a, b] = [bareText(name), bareText(other)];
  return !a.includes(b) && !b.includes(a);
}

/** The year that the lines above a form tell. */
function yearAbove(blocks: readonly Block[], at: number): number | undefined {
  return headLines(blocks, at)
    .map((text) => yearInTitle(text) ?? headYear(text) ?? undefined)
    .find((year) => year !== undefined);
}

/** The organisations that a form's own head names, and those of the lines of labels above it (主管部门：某局). */
function organisationsOf(blocks: readonly Block[], at: number): ReadonlyMap<MetaField, string> {
  const above = headLines(blocks, at)
    .flatMap((text) => labelledValues(text, fitsField))
    .flatMap(({ field, value }): [MetaField, string][] => (ORGANISATIONS.has(field) && isOrganisation(value) ? [[field, value]] : []));
  return new Map([...above, ...organisationsIn(blocks[at] as Table)]);
}

/** The lines of a form's head: from the last title behind the table before, where its labels follow one (项目名称, 联系电话), else those that only a head has. */
function headLines(blocks: readonly Block[], at: number): string[] {
  const behind = blocks.slice(0, at).findLastIndex(({ type }) => type === "table") + 1;
  const title = blocks.slice(behind, at).findLastIndex((block) => block.type === "paragraph" && isTitle(block.text));
  const ofForm = formStart(blocks, at, -1);
  const start = title < 0 || !areLabels(blocks.slice(behind + title + 1, at)) ? ofForm : Math.min(ofForm, behind + title);
  return blocks.slice(start, at).flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
}

/** Labels with their values, a year, a unit: no prose. */
function areLabels(blocks: readonly Block[]): boolean {
  return blocks.every((block) => block.type === "paragraph" && block.text.length <= LONGEST_LABEL && !/[。；;]/u.test(block.text));
}
