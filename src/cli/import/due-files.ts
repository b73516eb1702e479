import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { DocumentFile } from "../../pipeline/outcome.js";
import type { JudgedFile, Warehouse } from "../../warehouse/warehouse.js";

/** Files asked about at once. */
const CHUNK = 500;

/** The files that the pipeline has not judged as they are now. `skipped` is told how many of each chunk it has. */
export async function* dueFiles(
  files: AsyncIterable<DocumentFile>,
  warehouse: Warehouse,
  pipelineVersion: string,
  skipped: (count: number) => void,
): AsyncGenerator<JudgedFile> {
  for await (const chunk of chunks(files, CHUNK)) {
    const described = await Promise.all(chunk.map(describe));
    const judged = await warehouse.judged(described, pipelineVersion);
    skipped(judged.size);
    yield* described.filter((file) => !judged.has(file.path));
  }
}

/** A file that is gone meanwhile is described as empty: its reader will say what is wrong. */
async function describe({ path, fileName }: DocumentFile): Promise<JudgedFile> {
  const absolute = resolve(path);
  const { size, mtime } = await stat(absolute).catch(() => ({ size: 0, mtime: new Date(0) }));
  return { path: absolute, fileName, byteLength: size, modifiedAt: mtime };
}

async function* chunks<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let chunk: Item[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
