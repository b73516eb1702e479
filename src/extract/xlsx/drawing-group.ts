import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { ByteView } from "../byte-view.js";
import { openCompoundFile } from "../compound-file.js";

/** Records of the workbook's stream ([MS-XLS] 2.3): the drawings that its sheets share, and what did not fit into one record. */
const DRAWING_GROUP = 0x00eb;
const CONTINUE = 0x003c;
/** Records of drawings ([MS-ODRAW] 2.2): the group, its store of pictures, an entry of the store, and pictures in bitmap formats. */
const CONTAINERS = new Set([0xf000, 0xf001]);
const ENTRY = 0xf007;
const ENTRY_HEAD = 36;
const BITMAPS = new Set([0xf01d, 0xf01e, 0xf029, 0xf02a]);
const HEAD = 8;
const IDENTIFIER = 16;

/** The pictures that an XLS workbook keeps, in the order of its store; none where the drawings are broken, which loses no cells. */
export function drawingGroupPictures(bytes: Uint8Array, limits: Limits): Uint8Array[] {
  try {
    const file = openCompoundFile(bytes);
    const stream = file.stream("Workbook") ?? file.stream("Book");
    if (!stream) return [];
    const pictures: Uint8Array[] = [];
    collect(new ByteView(drawingGroup(stream), "drawings of the workbook"), 0, limits, pictures);
    return pictures;
  } catch (error) {
    if (error instanceof Fault && error.code === "corrupt") return [];
    throw error;
  }
}

/** What the records of the drawing group hold together. */
function drawingGroup(stream: Uint8Array): Uint8Array {
  const view = new ByteView(stream, "stream of the workbook");
  const pieces: Uint8Array[] = [];
  let goesOn = false;
  for (let at = 0; at + 4 <= view.length; ) {
    const [type, length] = [view.u16(at), view.u16(at + 2)];
    goesOn = type === DRAWING_GROUP || (goesOn && type === CONTINUE);
    if (goesOn) pieces.push(view.slice(at + 4, length));
    at += 4 + length;
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function collect(view: ByteView, from: number, limits: Limits, pictures: Uint8Array[]): void {
  for (let at = from; at + HEAD <= view.length && pictures.length < limits.pages; ) {
    const [instance, type, length] = [view.u16(at) >> 4, view.u16(at + 2), view.u32(at + 4)];
    const start = at + HEAD;
    if (CONTAINERS.has(type)) at = start;
    else if (type === ENTRY) at = start + ENTRY_HEAD + view.u8(start + 33);
    else {
      // One identifier or two, by whether the instance is odd, and a byte that tells nothing.
      const head = IDENTIFIER * (1 + (instance & 1)) + 1;
      if (BITMAPS.has(type)) pictures.push(view.slice(start + head, length - head));
      at = start + length;
    }
  }
}
