import type { Block } from "../../../core/extracted.js";
import { formColumns } from "./form-columns.js";
import { fundColumns } from "./fund-columns.js";
import { indicatorColumns } from "./indicator-columns.js";

/**
 * Tables that a text writes column by column, each head above its cells (三级指标 / 检修座数 / 完工率 / 目标值 / ≥12座 / ≥95%), and the money written so, as
 * tables again.
 */
export function withWrittenColumns(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  let isFound = false;
  for (let at = 0; at < blocks.length; ) {
    const form = formColumns(blocks, at);
    if (form) {
      kept.push(...form.blocks);
      isFound = true;
      at = form.to;
      continue;
    }
    const funds = fundColumns(blocks, at);
    const found = funds ?? indicatorColumns(blocks, at);
    kept.push(...(found ? [...(funds?.between ?? []), found.table] : [blocks[at]!]));
    isFound ||= found !== undefined;
    at = found?.to ?? at + 1;
  }
  return isFound ? kept : blocks;
}
