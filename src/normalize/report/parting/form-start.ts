import type { Block } from "../../../core/extracted.js";
import { labelledValues, type MetaField, ORGANISATIONS } from "../../lexicon/labels/meta-label.js";
import { namesResult } from "../../lexicon/labels/total-words.js";
import { isOrganisation, isTitle } from "../../title/title.js";
import { headYear } from "../../title/years.js";
import { fitsField } from "../head/fits-field.js";

const LONGEST_LINE = 30;
const LONGEST_LABELS = 120;
const TIMES: ReadonlySet<MetaField> = new Set<MetaField>(["reportDate", "period", "selfEvaluationYear"]);

/** 单位名称：某馆　填报日期：2024年4月: a line of labels, whose form it is, or of when, among them. Behind a form stand persons first. */
function tellsHead(text: string): boolean {
  if (text.length > LONGEST_LABELS) return false;
  const labels = labelledValues(text, fitsField);
  if (labels.some(({ field, value }) => ORGANISATIONS.has(field) && isOrganisation(value))) return true;
  return labels[0]?.field !== "other" && labels.some(({ field, value }) => TIMES.has(field) && fitsField(field, value));
}

/** A line that begins with a result's label: 自评等级：优秀, 自评总分：96.34分　评级：优. */
function tellsResult(block: Block): boolean {
  const label = block.type === "paragraph" ? /^\s*([^:：]{2,12})[:：]\s*\S/u.exec(block.text)?.[1] : undefined;
  return label !== undefined && namesResult(label);
}

/**
 * The first of the lines that belong to a form above its table: title, year, annex mark, unit and date lines. A result above its title ends the form
 * before, unless that one, which begins at `least`, has its own above.
 */
export function formStart(blocks: readonly Block[], table: number, least: number): number {
  const start = firstLine(blocks, table, least);
  const lines = blocks.slice(start, table);
  const title = lines.findLastIndex((block) => block.type === "paragraph" && isTitle(block.text));
  const before = blocks.slice(least, start);
  if (before.slice(0, before.findIndex(({ type }) => type === "table") + 1).some(tellsResult)) return start;
  return start + 1 + lines.slice(0, Math.max(0, title)).findLastIndex(tellsResult);
}

function firstLine(blocks: readonly Block[], table: number, least: number): number {
  let start = table;
  while (start - 1 > least) {
    const block = blocks[start - 1]!;
    if (block.type === "table") break;
    const { text } = block;
    const isLine = text.length <= LONGEST_LINE && !/[。；;]/u.test(text) && !/^(?:备?注|说明|填表人|填报人|联系)/u.test(text);
    const furniture = isLine || tellsHead(text);
    if (!furniture && !isTitle(text) && headYear(text) === null) break;
    start--;
  }
  return start;
}

/** An annex's mark, a table's number: 附件2, 表3. */
const MARK = /^[(（]?附?(?:件|表)\s*[一二三四五六七八九十\d]/u;

/** The first of the lines of a form that a line above it names: that line, or the title above with its year and mark. */
export function startAbove(blocks: readonly Block[], named: number, least: number): number {
  const lines = blocks.slice(formStart(blocks, named, least), named + 1);
  const title = lines.findLastIndex((block) => block.type === "paragraph" && isTitle(block.text));
  let start = title < 0 ? named : named + 1 - lines.length + title;
  const belongs = (block: Block) =>
    block.type === "paragraph" && (isTitle(block.text) || headYear(block.text) !== null || MARK.test(block.text.trim()));
  while (start - 1 > least && belongs(blocks[start - 1]!)) start--;
  return start;
}
