import type { Block, Paragraph, Table } from "../../core/extracted.js";
import type { Points } from "../../core/record.js";
import type { ToldScore } from "../indicators/told.js";
import { isLevel1, readLevelHeading, readTableHeading } from "../lexicon/level.js";

/** How many lines above a table its heading may stand. */
const REACH = 6;
/** No heading is longer, and no sentence is one. */
const LONGEST_HEADING = 30;
const LEVELS: readonly { readonly words: RegExp; readonly level1: string }[] = [
  { words: /预算执行|资金执行/u, level1: "预算执行指标" },
  { words: /满意度/u, level1: "满意度指标" },
  { words: /产出/u, level1: "产出指标" },
  { words: /效益|效果/u, level1: "效益指标" },
  { words: /成本/u, level1: "成本指标" },
  { words: /决策|立项/u, level1: "决策" },
  { words: /过程|管理/u, level1: "过程" },
];
export interface HeadingLevel {
  /** Empty where the heading names no level, or several. */
  readonly name: string;
  readonly scores: readonly ToldScore[];
}

/** The first level that the heading right above a table names (（二）项目产出情况), with the marks that it gives it (表2-2 产出指标（50分）). */
export function headingLevel1(blocks: readonly Block[], at: number, table: Table): HeadingLevel {
  const lines: { readonly text: string; readonly block?: Paragraph }[] = table.caption ? [{ text: table.caption }] : [];
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const block = blocks[i]!;
    if (block.type === "table") break;
    if (block.text.length <= LONGEST_HEADING && !/[。；;]\s*$/u.test(block.text)) lines.push({ text: block.text, block });
  }
  for (const { text, block } of lines) {
    const found = LEVELS.filter(({ words }) => words.test(text));
    if (found.length > 1) break;
    if (found.length === 0) continue;
    const { name: own, fullMarks, score } = readTableHeading(text);
    // （一）产出 is the level as the report calls it; （二）项目产出情况 speaks of one.
    const isBare = found[0]!.words.exec(own)?.[0] === own && readLevelHeading(text).name === own;
    const name = isBare || (isLevel1(own) && /指标$|^预算执行$/u.test(own)) ? own : found[0]!.level1;
    if (fullMarks === undefined || !block) return { name, scores: [] };
    const points = (value: string | undefined): Points | null =>
      value === undefined ? null : { raw: text, value, evidence: [...block.evidence] };
    return {
      name,
      scores: [
        {
          scope: "level1",
          name,
          score: points(score),
          fullMarks: points(fullMarks),
          evidence: [...block.evidence],
          place: { table: table.index, row: 0 },
        },
      ],
    };
  }
  return { name: "", scores: [] };
}
