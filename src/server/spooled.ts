import { createReadStream, createWriteStream, type ReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Writes an export to a file first and gives that out: a client that reads slowly, or not at all, holds a file and not a connection of the
 * database. The file is gone when it was read or given up. `content` is told a folder for its own files, which goes with it.
 */
export async function spooled(content: (folder: string) => AsyncIterable<string | Uint8Array>): Promise<ReadStream> {
  const folder = await mkdtemp(join(tmpdir(), "ziping-export-"));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "spooled");
    await pipeline(Readable.from(content(folder)), createWriteStream(path, { mode: 0o600 }));
    const stream = createReadStream(path);
    stream.once("close", () => void discard());
    return stream;
  } catch (error) {
    await discard();
    throw error;
  }
}
