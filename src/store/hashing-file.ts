import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { StoreError } from "./document-store.js";

const READ_AT_ONCE = 2 ** 16;

/**
 * A stream written to a file of its own in `folder`, hashed on the way. The file is removed when anything fails. Throws {@link StoreError}
 * `too-large`, or `unavailable` when the folder takes no file (a full disk, say), and whatever the stream throws.
 */
export async function writeHashed(
  content: Readable,
  folder: string,
  maxBytes: number,
): Promise<{ path: string; sha256: string; byteLength: number }> {
  const path = join(folder, `upload-${randomUUID()}`);
  const hash = createHash("sha256");
  let byteLength = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      byteLength += chunk.length;
      if (byteLength > maxBytes) return done(new StoreError("too-large", `The file is larger than ${maxBytes} bytes.`));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const file = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  try {
    await pipeline(content, counter, file);
  } catch (error) {
    // The content may break off while the file is still being opened: it would be made after its removal.
    await finished(file).catch(() => {});
    await rm(path, { force: true });
    throw isOfDisk(error) ? new StoreError("unavailable", `The folder ${folder} takes no file: ${(error as Error).message}`, error) : error;
  }
  return { path, sha256: hash.digest("hex"), byteLength };
}

/** Whether the writing failed, and not what is written. */
function isOfDisk(error: unknown): boolean {
  return ["open", "write", "fsync", "close"].includes((error as NodeJS.ErrnoException).syscall ?? "");
}

/** Throws {@link StoreError} `missing`, or `damaged` when the file's bytes are not those of its name; what the system says when it cannot be read. */
export async function verifyFile(path: string, sha256: string): Promise<void> {
  const hash = createHash("sha256");
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new StoreError("missing", `No document ${sha256} is stored. Upload it again.`);
  });
  try {
    const buffer = Buffer.allocUnsafe(READ_AT_ONCE);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, READ_AT_ONCE);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
  if (hash.digest("hex") !== sha256) {
    throw new StoreError("damaged", `The stored bytes of ${sha256} are not what was uploaded. Upload the file again.`);
  }
}
