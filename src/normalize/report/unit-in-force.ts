import type { Block, Table } from "../../core/extracted.js";
import type { MoneyUnit } from "../../core/record.js";
import { unspaced } from "../../core/text.js";

const UNIT_LINE = /单位\s*[:：为]?\s*(?:人民币)?\s*(亿元|万元|元)(?!\/)/u;
/** Lines between a unit's line and its table: a caption, the line itself. */
const REACH = 4;

/** The unit that a text announces for what follows (单位：万元); undefined when it announces none. */
function announcedUnit(text: string): MoneyUnit | undefined {
  const folded = unspaced(text);
  if (folded.length > 80) return undefined;
  return UNIT_LINE.exec(folded)?.[1] as MoneyUnit | undefined;
}

/** The unit in force in a table: its own line, its caption's, the paragraph's right before it, else the document's last, else 万元. */
export function unitInForce(table: Table, blocks: readonly Block[], at: number): { unit: MoneyUnit; stated: boolean } {
  for (const cell of table.cells) {
    const unit = announcedUnit(cell.text);
    if (unit) return { unit, stated: true };
  }
  const caption = table.caption && announcedUnit(table.caption);
  if (caption) return { unit: caption, stated: true };
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const block = blocks[i]!;
    if (block.type === "table") break;
    const unit = announcedUnit(block.text);
    if (unit) return { unit, stated: true };
  }
  return { unit: "万元", stated: false };
}
