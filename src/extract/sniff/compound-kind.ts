import { Fault } from "../../core/fault.js";
import { isCompoundFile } from "../compound-file.js";
import type { Sniffed } from "../sniff.js";

/** A directory entry: 64 bytes of UTF-16 name, then the name's length in bytes with its end mark. [MS-CFB] 2.6.1 */
const ENTRY_SIZE = 128;
const NAME_SIZE = 64;
const HEADER_SIZE = 512;

/**
 * The kind of an OLE compound file by the names of its streams. The directory entries are looked for at every place where one can stand, so that
 * broken chains of sectors do not matter. Undefined where the bytes are no compound file. Faults: `encrypted`, `unsupported-type`, `corrupt`.
 */
export function compoundKind(bytes: Uint8Array): Sniffed | undefined {
  if (!isCompoundFile(bytes)) return undefined;
  const names = new Set(entryNames(bytes));
  if (names.has("EncryptedPackage")) throw new Fault("encrypted", "The office file stands in an encrypted container.");
  // A Word document may have a workbook embedded, with a "Workbook" stream of its own; the other way round both stand too.
  const first = entryNames(bytes).find(
    (name) => name === "WordDocument" || name === "Workbook" || name === "Book" || name === "PowerPoint Document",
  );
  if (first === "WordDocument") return { kind: "doc", mediaType: "application/msword" };
  if (first === "Workbook" || first === "Book") return { kind: "sheet", mediaType: "application/vnd.ms-excel" };
  if (first) throw new Fault("unsupported-type", "The file is a presentation, which ziping does not read.");
  if (!hasDirectory(bytes)) throw new Fault("corrupt", "The compound file ends before the directory of its streams, or that is damaged.");
  if (names.has("0Table") || names.has("1Table"))
    throw new Fault("corrupt", "The file has a Word document's tables and no text: the directory of its streams is damaged.");
  throw new Fault("unsupported-type", "The compound file holds neither a Word document nor a workbook.");
}

/** Whether the root entry (type 5) stands at the directory's first sector, where the header says. [MS-CFB] 2.2, 2.6.1 */
function hasDirectory(bytes: Uint8Array): boolean {
  if (bytes.byteLength < HEADER_SIZE) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = (view.getUint32(48, true) + 1) * 2 ** view.getUint16(30, true);
  return root + ENTRY_SIZE <= bytes.byteLength && bytes[root + NAME_SIZE + 2] === 5;
}

function entryNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder("utf-16le");
  const names: string[] = [];
  for (let at = 0; at + ENTRY_SIZE <= bytes.byteLength; at += ENTRY_SIZE) {
    const length = view.getUint16(at + NAME_SIZE, true);
    // A stream (type 2) whose name is one of those looked for: at least "Book", at most "PowerPoint Document".
    if (length < 10 || length > 40 || bytes[at + NAME_SIZE + 2] !== 2) continue;
    const name = decoder.decode(bytes.subarray(at, at + length - 2));
    if (/^(?:[A-Z]\w+(?: \w+)?|[01]Table)$/u.test(name)) names.push(name);
  }
  return names;
}
