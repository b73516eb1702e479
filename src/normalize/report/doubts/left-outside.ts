import type { Extracted, Line } from "../../../core/extracted.js";
import { INDICATOR_HEADS } from "../../flattened/column.js";
import { fundRole } from "../../lexicon/labels/head-words.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { foldLabel } from "../../lexicon/writing/fold.js";

/** Fields of a line that make a row of columns. */
const LEAST_FIELDS = 4;
const LABELS = new Map<string, string>([
  ...INDICATOR_HEADS.map(({ word, column }) => [word, column.role] as const),
  ...[...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo].map((word) => [word, word] as const),
]);

/** The column of a fund table that a text names. */
export function fundLabel(field: string): string | undefined {
  const found = field.length <= LONGEST_FUND_LABEL ? fundRole(field) : undefined;
  return found?.exact ? found.role : undefined;
}

const LONGEST_FUND_LABEL = 12;

/** The lines that stand in no table. */
function linesOutside(blocks: Extracted["blocks"]): Line[] {
  return blocks.flatMap((block) => (block.type === "paragraph" ? block.lines : []));
}

/**
 * How many columns, or levels, have their labels outside of all tables: where many do, a table was lost. A heading (#### 数量指标) heads what stands
 * below it.
 */
export function looseLabels({ blocks }: Pick<Extracted, "blocks">, roleOf: (field: string) => string | undefined): number {
  const labels = linesOutside(blocks.filter((block) => block.type === "table" || block.heading === undefined))
    .flatMap(({ text }) => text.trim().split(/[\s\u3000]+/u))
    .flatMap((field) => roleOf(field) ?? []);
  return new Set(labels).size;
}

/** How many lines outside of tables hold fields set apart by runs of spaces, figures among them. */
export function linesInColumns({ blocks }: Pick<Extracted, "blocks">): number {
  return linesOutside(blocks).filter(({ text }) => {
    const fields = text.trim().split(/[ \u3000]{2,}/u);
    return fields.length >= LEAST_FIELDS && fields.some((field) => /^[≥≤<>=]?\d/u.test(field));
  }).length;
}

/** How many lines outside of tables end in a weight and a score. */
export function linesWithPoints({ blocks }: Pick<Extracted, "blocks">, fullMarks: string): number {
  return linesOutside(blocks).filter(({ text }) => {
    const [, weight, score] = ENDS_IN_POINTS.exec(text.slice(-LONGEST_POINTS)) ?? [];
    return weight !== undefined && score !== undefined && Number(score) <= Number(weight) && Number(weight) <= Number(fullMarks);
  }).length;
}

const LONGEST_POINTS = 20;
const ENDS_IN_POINTS = /[\s\u3000](\d{1,3}(?:\.\d{1,2})?)[\s\u3000]{1,8}(\d{1,3}(?:\.\d{1,2})?)\s*$/u;

/** The column, or the level, that a text names in the words of indicator tables. */
export function indicatorLabel(field: string): string | undefined {
  return LABELS.get(foldLabel(field));
}
