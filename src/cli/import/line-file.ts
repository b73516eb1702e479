import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { UsageError } from "../usage-error.js";

/** Something that takes text, waits while its reader is slow, and can be ended. */
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
  return {
    async write(text) {
      if (!stream.write(text)) await once(stream, "drain");
    },
    async end() {
      if (stream === process.stdout) return;
      stream.end();
      await finished(stream);
    },
  };
}
