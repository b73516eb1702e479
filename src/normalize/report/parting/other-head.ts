import type { Block, Table } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { yearInTitle } from "../../title/title.js";
import { headYear } from "../../title/years.js";
import { bareText } from "./bare-name.js";
import { formStart } from "./form-start.js";
import { organisationsIn } from "./name-of-form.js";

/** Whether the form at a block is headed by another year than the report that began at a block before, or names others under the same labels. */
export function isOtherHead(blocks: readonly Block[], begun: number, at: number): boolean {
  const before = range(begun, at).filter((block) => blocks[block]!.type === "table");
  const [first, second] = [before[0], at].map((block) => (block === undefined ? undefined : yearAbove(blocks, block)));
  if (first !== undefined && second !== undefined && first !== second) return true;
  const known = new Map(before.reverse().flatMap((block) => [...organisationsIn(blocks[block] as Table)]));
  return [...organisationsIn(blocks[at] as Table)].some(
    ([field, name]) => known.has(field) && bareText(known.get(field)!) !== bareText(name),
  );
}

/** The year that the lines above a form tell. */
function yearAbove(blocks: readonly Block[], at: number): number | undefined {
  const lines = blocks.slice(formStart(blocks, at, -1), at).flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
  return lines.map((text) => yearInTitle(text) ?? headYear(text) ?? undefined).find((year) => year !== undefined);
}
