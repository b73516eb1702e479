import { Fault } from "../../core/fault.js";
import { ByteView } from "../byte-view.js";
import { openCompoundFile } from "../compound-file.js";
import { type Fib, type Place, readFib } from "./fib.js";

/** The streams of a Word 97–2003 file. */
export interface WordFile {
  readonly fib: Fib;
  readonly document: ByteView;
  readonly data: ByteView;
  /** A structure of the table stream; empty when the file has none. */
  table(structure: keyof Fib["places"]): ByteView;
  /** What stands in the table stream from a structure's end on (list levels follow the list table without being counted). */
  tableAfter(structure: keyof Fib["places"]): ByteView;
}

/** Opens a DOC file. Faults: `corrupt`, `encrypted`, `unsupported-type`. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const container = openCompoundFile(bytes);
  if (container.stream("EncryptedPackage") || container.stream("EncryptionInfo"))
    throw new Fault("encrypted", "The document is protected by a password.");
  const document = container.stream("WordDocument");
  if (!document) throw new Fault("unsupported-type", "The OLE container holds no Word document.");
  const fib = readFib(document);
  const tables = container.stream(fib.tableStream) ?? container.stream(fib.tableStream === "0Table" ? "1Table" : "0Table");
  if (!tables) throw new Fault("corrupt", "The Word document has no table stream.");
  const whole = new ByteView(tables, "table stream");
  const placed = ({ at, size }: Place, name: string) =>
    new ByteView(size === 0 ? new Uint8Array() : whole.slice(at, size), `table of ${name}`);
  return {
    fib,
    document: new ByteView(document, "text of the Word document"),
    data: new ByteView(container.stream("Data") ?? new Uint8Array(), "data stream"),
    table: (structure) => placed(fib.places[structure], structure),
    tableAfter(structure) {
      const { at, size } = fib.places[structure];
      return placed({ at: at + size, size: Math.max(0, tables.length - at - size) }, structure);
    },
  };
}
