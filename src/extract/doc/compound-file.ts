import { type CFB$Container, find, read } from "cfb";
import { Fault } from "../../core/fault.js";

/** An OLE container (compound file): the file system inside DOC, XLS, WPS and encrypted OOXML files. */
export interface CompoundFile {
  /** The bytes of a stream of the root storage, undefined when there is none. */
  stream(name: string): Uint8Array | undefined;
}

/** Opens an OLE container. Faults: `corrupt`. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  let container: CFB$Container;
  try {
    container = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: "buffer" });
  } catch (cause) {
    throw new Fault("corrupt", `Not a whole OLE container: ${(cause as Error).message}`, { cause });
  }
  return {
    stream(name) {
      const entry = find(container, `/${name}`);
      return entry?.type === 2 && entry.content ? Uint8Array.from(entry.content) : undefined;
    },
  };
}
