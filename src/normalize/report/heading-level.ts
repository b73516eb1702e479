import type { Block, Table } from "../../core/extracted.js";

/** How many lines above a table its heading may stand. */
const REACH = 6;
const LEVELS: readonly { readonly words: RegExp; readonly level1: string }[] = [
  { words: /预算执行|资金执行/u, level1: "预算执行指标" },
  { words: /满意度/u, level1: "满意度指标" },
  { words: /产出/u, level1: "产出指标" },
  { words: /效益|效果/u, level1: "效益指标" },
  { words: /成本/u, level1: "成本指标" },
  { words: /决策|立项/u, level1: "决策" },
  { words: /过程|管理/u, level1: "过程" },
];

/** The first level that the heading right above a table names (（二）项目产出情况); empty where it names none or several. */
export function headingLevel1(blocks: readonly Block[], at: number, table: Table): string {
  const lines: string[] = table.caption ? [table.caption] : [];
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const block = blocks[i]!;
    if (block.type === "table") break;
    if (block.text.length <= 30) lines.push(block.text);
  }
  for (const line of lines) {
    const found = LEVELS.filter(({ words }) => words.test(line));
    if (found.length === 1) return found[0]!.level1;
    if (found.length > 1) return "";
  }
  return "";
}
