import type { Block } from "../../../core/extracted.js";
import { yearInTitle } from "../../title/title.js";
import { headYear } from "../../title/years.js";
import { bareText } from "./bare-name.js";
import { formStart } from "./form-start.js";
import { organisationsIn } from "./name-of-form.js";

/** Whether the form at a block is headed by another year than the one at a block before, or names other organisations under the same labels. */
export function isOtherHead(blocks: readonly Block[], before: number, at: number): boolean {
  const [first, second] = [yearAbove(blocks, before), yearAbove(blocks, at)];
  return (first !== undefined && second !== undefined && first !== second) || namesOthers(blocks[before]!, blocks[at]!);
}

function namesOthers(before: Block, block: Block): boolean {
  if (before.type !== "table" || block.type !== "table") return false;
  const known = organisationsIn(before);
  return [...organisationsIn(block)].some(([field, name]) => known.has(field) && bareText(known.get(field)!) !== bareText(name));
}

/** The year that the lines above a form tell. */
function yearAbove(blocks: readonly Block[], at: number): number | undefined {
  const lines = blocks.slice(formStart(blocks, at, -1), at).flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
  return lines.map((text) => yearInTitle(text) ?? headYear(text) ?? undefined).find((year) => year !== undefined);
}
