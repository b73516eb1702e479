import { Fault } from "../../core/fault.js";

/** Records of a workbook stream that hold a formula ([MS-XLS] 2.4), and how many bytes of each reach to the end of the formula's length. */
const LEAST = new Map([
  [0x0006, 22], // Formula
  [0x0221, 14], // Array
  [0x04bc, 10], // ShrFmla
  [0x0018, 6], // Lbl
]);
const HEADER = 4;

/**
 * Throws a Fault `corrupt` where a record ends before the length of its formula: the library, which parses formulas also where nobody asks for them, would look for the
 * end of such a one for ever.
 */
export function assertWholeFormulas(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + HEADER <= stream.byteLength; ) {
    const length = view.getUint16(at + 2, true);
    const held = Math.min(length, stream.byteLength - at - HEADER);
    if (held < (LEAST.get(view.getUint16(at, true)) ?? 0))
      throw new Fault("corrupt", `The workbook could not be read: a formula is cut off at byte ${at} of its stream.`);
    at += HEADER + length;
  }
}
