import { exact } from "../../../core/decimal.js";
import type { Message } from "../../../core/messages/messages.js";
import type { FundSource } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { readAmount } from "../../figures/money.js";
import { pointsOf } from "../../figures/points.js";
import { readQuantity } from "../../figures/quantity.js";
import { isRateOf } from "../../figures/rate-of.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { indicatorRole, RESULT_ROLES } from "../../lexicon/labels/head-words.js";
import { isLevel2 } from "../../lexicon/labels/level.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { reasonIf } from "./reason-if.js";

/** So many rows of a table that name a level, label a result or tell a target with marks hold indicators. */
const FEWEST = 3;

/** The tables in which no head was found, though their rows name second levels, label results or tell targets with marks and scores: their indicators are lost. */
export function rowsUnread(tables: readonly ReadTable[]): Message[] {
  return tables.flatMap(({ table, regions }) => {
    if (regions.some(({ kind }) => kind === "indicators")) return [];
    const rows = regions
      .filter(({ kind }) => kind === "loose")
      .flatMap(({ grid, body }) => body.filter((row) => tellsIndicator(grid.spoken(row).map(cellText))));
    return reasonIf(
      rows.length >= FEWEST,
      `table ${table.index}: ${rows.length} rows name levels, label results or tell marks and were read as no indicators`,
    );
  });
}

/**
 * The tables in which the whole of a project's money and its sources stand with amounts, or amounts with their rate and marks, under no head: the funds
 * are lost, and the execution's marks with them.
 */
export function fundsUnread(tables: readonly ReadTable[]): Message[] {
  return tables.flatMap(({ table, regions }) => {
    const rows = regions
      .filter(({ kind }) => kind === "loose")
      .flatMap(({ grid, body }) => body.map((row) => grid.spoken(row).map(cellText)));
    const sources = rows.flatMap((texts) => sourceWithAmounts(texts) ?? []);
    return reasonIf(
      (sources.includes("total") && sources.length > 1) || rows.some(tellsExecution),
      `table ${table.index}: rows name sources of money with their amounts, or a rate with its marks, and were read as no funds`,
    );
  });
}

/** The source that a row's texts name right before two amounts or more, whatever stands beside the whole block. */
function sourceWithAmounts(texts: readonly string[]): FundSource | undefined {
  const label = texts.findIndex((text) => readAmount(text) !== null) - 1;
  const amounts = texts.filter((text) => readAmount(text) !== null);
  return label >= 0 && amounts.length > 1 ? fundSource(texts[label]!) : undefined;
}

/** A row of a label, amounts, their quotient in percent and, behind it, full marks and a score. */
function tellsExecution(texts: readonly string[]): boolean {
  const at = texts.findIndex((text) => /[%％]/u.test(text) && pointsOf(text) !== undefined);
  const amounts = texts.slice(1, Math.max(1, at)).flatMap((text) => readAmount(text)?.value ?? []);
  const marks = texts.slice(at + 1).filter((text) => pointsOf(text) !== undefined);
  const rate = { raw: texts[at] ?? "", value: pointsOf(texts[at] ?? "") ?? "" };
  return (
    marks.length > 1 &&
    amounts.length > 1 &&
    amounts.some((whole) => !exact(whole).isZero() && amounts.some((part) => isRateOf(rate, part, whole)))
  );
}

/** 本题自评得分：15分, 扣2分: what was given or taken of an item's marks. */
const ITEM_SCORED = /(?:得分|自评分|评分|扣分)(?:为|是)?[:：]?\s*\d{1,2}(?:\.\d+)?\s*分/gu;

/** The scores that a text without tables of indicators tells of several items, where none was read. */
export function scoresUnread(text: string): Message[] {
  const told = [...text.matchAll(ITEM_SCORED)];
  return told.length < FEWEST ? [] : [`${told.length} scores are told in sentences and were read as no indicator's`];
}

const TICK = /^[√✓✔☑]/u;

/** A row that names a second level or labels a result, or tells a target (≥95%) and full marks with what was got of them (10 | 9.5), or ticks that. */
function tellsIndicator(texts: readonly string[]): boolean {
  const points = texts.flatMap((text) => pointsOf(text) ?? []);
  if (points.length > 0 && texts.some((text) => TICK.test(text))) return true;
  if (points.length > 1 && texts.some((text) => readQuantity(text)?.signed)) return true;
  return texts.some((text) => {
    const found = indicatorRole(text);
    return (/指标$/u.test(text) && isLevel2(text)) || (found?.exact === true && RESULT_ROLES.has(found.role));
  });
}
