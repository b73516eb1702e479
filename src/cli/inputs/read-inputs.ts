import { concurrently } from "../../pipeline/isolate/concurrently.js";
import { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import type { DocumentFile, Outcome } from "../../pipeline/outcome.js";
import { assertInputs, inputFiles } from "./input-files.js";
import { type ReadingFlags, readingOf } from "./reading-options.js";

export interface Input {
  readonly file: DocumentFile;
  readonly outcome: Outcome;
}

/** Documents under way or finished for each worker: one that takes long may be overtaken by so many before the others wait for it. */
const AHEAD = 8;

/** Reads the files of the paths in a pool of processes and yields what became of each, in input order. */
export async function* readInputs(paths: readonly string[], flags: ReadingFlags): AsyncGenerator<Input> {
  await assertInputs(paths);
  const reading = await readingOf(flags);
  const pool = new ReaderPool(reading.pool);
  let leftOut = 0;
  const files = inputFiles(paths, { all: flags.all, leftOut: () => leftOut++ });
  const read = async (file: DocumentFile) => ({ file, outcome: await pool.read(file, reading.options) });
  try {
    yield* concurrently(files, read, { atOnce: reading.pool.workers * AHEAD, inOrder: true });
  } finally {
    await pool.close();
  }
  if (leftOut > 0) process.stderr.write(`ziping: ${leftOut} files of other kinds were left out (--all reads them, too)\n`);
}
