import { Fault } from "../../core/fault.js";
import { ByteView } from "../byte-view.js";
import { windowsLatin } from "../word/windows-latin.js";
import { readSprms, type Sprm } from "./sprm.js";
import type { WordFile } from "./word-file.js";

/** A stretch of the text: characters `start` … `end` stand in the file from `offset` on, one or two bytes each. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly width: 1 | 2;
  /** Properties that a quick save laid over the whole piece. */
  readonly sprms: readonly Sprm[];
}

/** One-byte modifiers of a quick save that matter here ([MS-DOC] 2.9.215), and the full code of each. */
const SHORT: ReadonlyMap<number, number> = new Map([
  [0x0c, 0x260a],
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x47, 0x0806],
  [0x5c, 0x083c],
  [0x78, 0x2640],
]);

/** Reads the piece table. Pieces beyond the file are a fault; so is more text than the file has bytes, which no program writes. */
export function readPieces(file: WordFile): Piece[] {
  const clx = file.table("pieces");
  const modifiers: (readonly Sprm[])[] = [];
  let at = 0;
  while (at < clx.length && clx.u8(at) === 1) {
    const size = clx.u16(at + 1);
    modifiers.push(readSprms(clx.slice(at + 3, size)));
    at += 3 + size;
  }
  if (at >= clx.length || clx.u8(at) !== 2) throw new Fault("corrupt", "The Word document has no piece table.");
  const plc = new ByteView(clx.slice(at + 5, clx.u32(at + 1)), "piece table");
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const start = plc.u32(i * 4);
    const end = plc.u32(i * 4 + 4);
    const descriptor = (count + 1) * 4 + i * 8;
    const place = plc.u32(descriptor + 2);
    const compressed = (place & 0x40000000) !== 0;
    const offset = compressed ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    const width = compressed ? 1 : 2;
    if (end < start || offset + (end - start) * width > file.document.length)
      throw new Fault("corrupt", "The piece table points outside the file.");
    bytes += (end - start) * width;
    if (bytes > file.document.length) throw new Fault("corrupt", "The piece table tells more text than the file holds.");
    pieces.push({ start, end, offset, width, sprms: modifierOf(plc.u16(descriptor + 6), modifiers) });
  }
  return pieces;
}

function modifierOf(prm: number, modifiers: readonly (readonly Sprm[])[]): readonly Sprm[] {
  if (prm & 1) return modifiers[prm >> 1] ?? [];
  const code = SHORT.get((prm >> 1) & 0x7f);
  return code === undefined ? [] : [{ code, operand: new DataView(Uint8Array.of(prm >> 8).buffer) }];
}

/** Text of a piece; 8-bit text is Windows Latin whatever the language, other characters are written in 16 bits. */
export function pieceText(piece: Piece, file: WordFile, from: number, to: number): string {
  const at = piece.offset + (from - piece.start) * piece.width;
  if (piece.width === 2) return file.document.text(at, to - from);
  return windowsLatin(file.document.slice(at, to - from));
}
