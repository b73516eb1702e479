/** A property modifier: what it sets, and to what ([MS-DOC] 2.2.5.1). */
export interface Sprm {
  readonly code: number;
  readonly operand: DataView;
}

const DEFINE_TABLE = 0xd608;
const DEFINE_TABLE_10 = 0xd606;
const CHANGE_TABS = 0xc615;

/** Splits a group of property modifiers. What does not fit into it any more is dropped: the rest is padding or damage. */
export function readSprms(grpprl: Uint8Array): Sprm[] {
  const view = new DataView(grpprl.buffer, grpprl.byteOffset, grpprl.byteLength);
  const sprms: Sprm[] = [];
  let at = 0;
  while (at + 3 <= grpprl.length) {
    const code = view.getUint16(at, true);
    const size = operandSize(view, at + 2, code);
    if (size === undefined || at + 2 + size > grpprl.length) break;
    sprms.push({ code, operand: new DataView(grpprl.buffer, grpprl.byteOffset + at + 2, size) });
    at += 2 + size;
  }
  return sprms;
}

function operandSize(view: DataView, at: number, code: number): number | undefined {
  switch (code >> 13) {
    case 0:
    case 1:
      return 1;
    case 3:
      return 4;
    case 6:
      return variableSize(view, at, code);
    case 7:
      return 3;
    default:
      return 2;
  }
}

function variableSize(view: DataView, at: number, code: number): number | undefined {
  if (code === DEFINE_TABLE || code === DEFINE_TABLE_10)
    return at + 2 <= view.byteLength ? Math.max(2, view.getUint16(at, true) + 1) : undefined;
  const size = view.getUint8(at);
  if (code !== CHANGE_TABS || size !== 255) return size + 1;
  const deleted = at + 1 < view.byteLength ? view.getUint8(at + 1) : 0;
  const addedAt = at + 2 + 4 * deleted;
  return addedAt < view.byteLength ? 3 + 4 * deleted + 3 * view.getUint8(addedAt) : undefined;
}
