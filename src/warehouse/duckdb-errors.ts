import { WarehouseError } from "./warehouse.js";

/** Why a DuckDB file cannot be opened, and what to do. */
export function cannotOpen(file: string, error: Error): WarehouseError {
  const [reason = ""] = error.message.split("\n");
  return new WarehouseError(`${file} cannot be opened: ${reason.replace(/[.!]+$/u, "")}. ${remedyOf(reason)}`);
}

function remedyOf(reason: string): string {
  if (/lock/i.test(reason)) return "Another process has it open; wait for it or end it.";
  if (/not a valid DuckDB/i.test(reason))
    return "Name a warehouse that `ziping import` made; where it is one and damaged, import anew into another file.";
  return "Name a file in a folder that exists and that you may write to.";
}

/** A disk that is full or fails is the operator's to mend; anything else is ours. */
export function cannotWrite(file: string, error: Error): Error {
  const [reason = ""] = error.message.split("\n");
  if (!/^IO Error|Could not write file|No space left/i.test(reason)) return error;
  return new WarehouseError(
    `${file} cannot be written: ${reason}. Make room on its disk and run the command again: what was loaded before is kept.`,
    { cause: error },
  );
}
