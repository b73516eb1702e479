import { EXIT } from "./exit-code.js";
import { readInputs } from "./inputs/read-inputs.js";
import type { ReadingFlags } from "./inputs/reading-options.js";
import { print } from "./output/print.js";
import { printable } from "./output/printable.js";

/** `ziping extract`: a line for each record or failure. Returns the exit code. */
export async function extractDocuments(paths: readonly string[], flags: ReadingFlags): Promise<number> {
  let code: number = EXIT.done;
  for await (const { outcome } of readInputs(paths, flags)) {
    if (outcome.kind === "failed") code = EXIT.unread;
    const lines = outcome.kind === "read" ? outcome.records : [JSON.stringify(outcome.failure)];
    for (const line of lines) await print(`${printable(line)}\n`);
  }
  return code;
}
