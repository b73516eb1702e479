import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Zip, ZipPassThrough } from "fflate";

/** The files below a folder as one zip, uncompressed, chunk by chunk. */
export async function* zipFolder(folder: string): AsyncIterable<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const file = new ZipPassThrough(relative(folder, path).split(sep).join("/"));
    zip.add(file);
    for await (const content of createReadStream(path)) {
      file.push(content as Buffer);
      yield* chunks.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* chunks;
}
