import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { OutputError } from "../output/output-error.js";
import { UsageError } from "../usage-error.js";

/** Something that takes text, waits while its reader is slow, and can be ended. Both throw an OutputError once it cannot be written. */
export interface LineSink {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

/** Standard output (`-`) or a file, made anew. Throws a UsageError when it cannot be opened. */
export async function openSink(path: string): Promise<LineSink> {
  const stream = path === "-" ? process.stdout : createWriteStream(path);
  if (stream !== process.stdout) {
    await once(stream, "open").catch((error: Error) => {
      throw new UsageError(`${path} cannot be written: ${error.message}. Name a file in a folder that exists.`);
    });
  }
  // A disk may fill at any moment, not only while somebody waits: who writes next is told.
  let failed: OutputError | undefined;
  const fail = (error: Error) => {
    failed ??= new OutputError(`${path} cannot be written: ${error.message}. Make room, or name another file, and run the command again.`, {
      cause: error,
    });
    return failed;
  };
  stream.on("error", fail);
  const told = (error: Error) => {
    throw fail(error);
  };
  return {
    async write(text) {
      if (failed) throw failed;
      if (!stream.write(text)) await once(stream, "drain").catch(told);
    },
    async end() {
      if (failed) throw failed;
      if (stream === process.stdout) return;
      stream.end();
      await finished(stream).catch(told);
    },
  };
}
