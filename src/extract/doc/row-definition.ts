import type { DefinedCell, Justification, RowDefinition } from "../word/table-stack.js";
import type { Sprm } from "./sprm.js";

interface Working {
  width: number;
  across: number;
  down: number;
}

const DEFINE = 0xd608;
const INSERT = 0x7621;
const DELETE = 0x5622;
const COLUMN_WIDTH = 0x7623;
const MERGE = 0x5624;
const SPLIT = 0x5625;
const VERTICAL_MERGE = 0xd62b;
const CELL_SIZE = 20;
const MOST_CELLS = 64;
const RESTART = 3;

/** A row by its table properties, applied in their order ([MS-DOC] 2.6.3). It has no cells when nothing defines the row. */
export function defineRow(sprms: readonly Sprm[]): RowDefinition {
  let left = 0;
  let cells: Working[] = [];
  for (const { code, operand } of sprms) {
    const byte = (at: number) => (at < operand.byteLength ? operand.getUint8(at) : 0);
    const range = () => cells.slice(byte(0), byte(1));
    switch (code) {
      case DEFINE: {
        const defined = readDefinition(operand);
        if (defined) ({ left, cells } = defined);
        break;
      }
      case INSERT: {
        const width = operand.getInt16(2, true);
        const added = Array.from({ length: Math.min(byte(1), MOST_CELLS) }, () => ({ width, across: 0, down: 0 }));
        cells = [...cells.slice(0, byte(0)), ...added, ...cells.slice(byte(0))].slice(0, MOST_CELLS);
        break;
      }
      case DELETE:
        cells = [...cells.slice(0, byte(0)), ...cells.slice(Math.max(byte(0), byte(1)))];
        break;
      case COLUMN_WIDTH:
        for (const cell of range()) cell.width = operand.getInt16(2, true);
        break;
      case MERGE:
        range().forEach((cell, index) => {
          cell.across = index === 0 ? 2 : 1;
        });
        break;
      case SPLIT:
        for (const cell of range()) cell.across = 0;
        break;
      case VERTICAL_MERGE: {
        const cell = cells[byte(1)];
        if (cell) cell.down = byte(2) & 3;
        break;
      }
    }
  }
  return { cells: placed(left, cells), justification: justificationOf(sprms) };
}

function readDefinition(operand: DataView): { left: number; cells: Working[] } | undefined {
  const count = operand.byteLength > 2 ? Math.min(operand.getUint8(2), MOST_CELLS) : 0;
  const descriptors = 3 + (count + 1) * 2;
  if (count === 0 || operand.byteLength < descriptors) return undefined;
  const edge = (index: number) => operand.getInt16(3 + index * 2, true);
  const cells = Array.from({ length: count }, (_, index) => {
    const at = descriptors + index * CELL_SIZE;
    const bits = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0;
    return { width: edge(index + 1) - edge(index), across: bits & 3, down: (bits >> 5) & 3 };
  });
  return { left: edge(0), cells };
}

/** sprmTJc90 and sprmTJc. */
function justificationOf(sprms: readonly Sprm[]): Justification {
  const value = sprms.findLast(({ code }) => code === 0x548a || code === 0x5400)?.operand.getUint16(0, true);
  return value === 1 || value === 2 ? value : 0;
}

function placed(start: number, cells: readonly Working[]): DefinedCell[] {
  let right = start;
  return cells.map(({ width, down }, index) => {
    const left = right;
    right += Math.max(0, width);
    return { left, right, goesOn: goesOn(cells, index), ...(down === 0 ? {} : { vertical: down === RESTART ? "restart" : "continue" }) };
  });
}

/**
 * Whether a cell goes on with the one before it. The documentations of Word 97 and of [MS-DOC] 2.9.317 disagree which of the two bits marks the
 * first cell of a merged group; both agree that the first one's marks differ from the others', and that suffices.
 */
function goesOn(cells: readonly Working[], index: number): boolean {
  if (!cells[index]?.across) return false;
  let first = index;
  while (first > 0 && cells[first - 1]!.across) first--;
  return index > first && cells[index]!.across !== cells[first]!.across;
}
