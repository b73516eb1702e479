import type { FAULT_NAMES } from "./messages/fault-names.js";
import type { Message } from "./messages/messages.js";

export type FaultCode = keyof typeof FAULT_NAMES;

/** Why a file gave no record. Each code has one remedy for the reader of the message. */
export const REMEDIES: { readonly [code in FaultCode]: Message } = {
  empty: "The file has no bytes. Fetch it again from its source.",
  "unsupported-type": "Convert the file to PDF, DOCX, DOC, XLSX, XLS, HTML, OFD, Markdown or text and try again.",
  encrypted: "Remove the password from the file and try again.",
  corrupt: "The file is broken or cut off. Fetch it again, or open and save it with the program that made it.",
  "too-large": "Split the file, or leave out what is not the report; a limit named ZIPING_… can be raised (docs/configuration.md).",
  timeout: "Split the file, or raise ZIPING_TIMEOUT_MS.",
  "no-text": "Nothing could be read, even after recognition. Scan the pages again at 200 dpi or more.",
};

/** A file that cannot be read. Wrong figures are findings, not faults. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FaultCode;
  readonly remedy: Message;

  constructor(code: FaultCode, message: Message, options?: { remedy?: Message; cause?: unknown }) {
    super(message, { cause: options?.cause });
    this.code = code;
    this.remedy = options?.remedy ?? REMEDIES[code];
  }
}

/** Why a file or folder cannot be opened. What stands for bytes that are no UTF-8 in a name names nothing. */
export function cannotOpen(what: "file" | "folder", path: string, { code, message }: NodeJS.ErrnoException): Fault {
  if (code === "ENOENT" && path.includes("\uFFFD"))
    return new Fault("corrupt", `The ${what} cannot be opened: its path is not written in UTF-8 (perhaps in GBK).`, {
      remedy: "Rename it and try again; a whole folder: convmv -f GBK -t UTF-8 -r --notest FOLDER.",
    });
  return new Fault("corrupt", `The ${what} cannot be opened: ${message}.`, {
    remedy: "See that it is there and that you may read it, and try again.",
  });
}
