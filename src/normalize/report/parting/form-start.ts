import type { Block } from "../../../core/extracted.js";
import { isTitle } from "../../title/title.js";
import { headYear } from "../../title/years.js";

/** The first of the lines that belong to a form above its table: title, year, annex mark, unit and date lines. */
export function formStart(blocks: readonly Block[], table: number, least: number): number {
  let start = table;
  while (start - 1 > least) {
    const block = blocks[start - 1]!;
    if (block.type === "table") break;
    const { text } = block;
    const furniture = text.length <= 30 && !/[。；;]/u.test(text) && !/^(?:备?注|说明|填表人|填报人|联系)/u.test(text);
    if (!furniture && !isTitle(text) && headYear(text) === null) break;
    start--;
  }
  return start;
}
