import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { cannotOpen, Fault } from "../core/fault.js";
import { LIMITS } from "../core/limits.js";
import type { Record } from "../core/record.js";
import { type Fingerprint, fingerprintOf } from "./fingerprint.js";
import type { RecognisedPage } from "./long-scan.js";
import type { DocumentFile } from "./outcome.js";
import type { DocumentReader, ReadOptions } from "./read-document.js";
import { readMember } from "./read-member.js";

/**
 * Reads a file from disk with `read`. `opened` is told the fingerprint as soon as the bytes are there, so that it is known even if the
 * reading never ends. Faults: those of `read`, and `too-large` before a byte is read.
 */
export async function readDocumentFile(
  file: DocumentFile,
  options: ReadOptions,
  read: DocumentReader,
  opened: (fingerprint: Fingerprint) => void,
): Promise<Record[]> {
  const limits = options.limits ?? LIMITS;
  const bytes = file.member ? await readMember(file.member, limits) : readBytes(file.path, limits.bytes);
  const fingerprint = fingerprintOf(bytes);
  opened(fingerprint);
  if (file.recognised === undefined) return read(bytes, file.fileName, options, fingerprint);
  return read(bytes, file.fileName, { ...options, recognised: await readRecognised(file.recognised) }, fingerprint);
}

async function readRecognised(path: string): Promise<ReadonlyMap<number, RecognisedPage>> {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => JSON.parse(line) as RecognisedPage).map((page) => [page.number, page]));
}

/**
 * The bytes of an ordinary file. At once: a reader has nothing else to do meanwhile, and four turns of the thread pool cost more than a small file does.
 * Faults: `too-large` before a byte is read, `unsupported-type`, `corrupt`.
 */
export function readBytes(path: string, limit: number): Uint8Array {
  try {
    // Not to be held up by a pipe that nobody writes to.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) throw new Fault("unsupported-type", "It is no ordinary file.", { remedy: "Name a file or a folder." });
      if (stats.size > limit) throw new Fault("too-large", `The file has ${stats.size} bytes; the limit is ${limit} (bytes).`);
      const bytes = readFileSync(file);
      // What a Buffer slices off it is no copy.
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw cannotOpen("file", path, error as Error);
  }
}
