import { concurrently } from "../../pipeline/isolate/concurrently.js";
import { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import type { DocumentFile, Outcome } from "../../pipeline/outcome.js";
import { type Input, refusal } from "./input.js";
import { assertInputs, inputFiles } from "./input-files.js";
import { type ReadingFlags, readingOf } from "./reading-options.js";

export interface ReadInput {
  readonly file: DocumentFile;
  readonly outcome: Outcome;
}

/** Documents under way or finished for each worker: one that takes long may be overtaken by so many before the others wait for it. */
const AHEAD = 8;

/** Reads what the arguments name in a pool of processes and yields what became of each document, in input order. */
export async function* readInputs(args: readonly string[], flags: ReadingFlags): AsyncGenerator<ReadInput> {
  await assertInputs(args, flags);
  const reading = await readingOf(flags);
  const pool = new ReaderPool(reading.pool);
  let leftOut = 0;
  const read = async (input: Input) => {
    const { file } = input;
    if (input.kind === "document") return { file, outcome: await pool.read(file, reading.options) };
    if (input.kind === "refused") return { file, outcome: refusal(input) };
    leftOut++;
    return undefined;
  };
  try {
    const results = concurrently(inputFiles(args, flags), read, { atOnce: reading.pool.workers * AHEAD, inOrder: true });
    for await (const result of results) if (result) yield result;
  } finally {
    await pool.close();
  }
  if (leftOut > 0)
    process.stderr.write(`ziping: ${leftOut} left out: files of other kinds (--all reads them, too), links to folders, pipes\n`);
}
