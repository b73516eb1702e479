import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Fault } from "../core/fault.js";
import type { JobQueue, Submission } from "../queue/job-queue.js";
import { QueueUnavailable } from "../queue/job-queue.js";
import { type DocumentStore, StoreError } from "../store/document-store.js";
import { baseName, isDocumentZip, type ParcelLimits, parcelEntries } from "../store/zip-parcel.js";

export interface UploadLimits {
  readonly bytesPerFile: number;
  readonly filesPerRequest: number;
  readonly archive: ParcelLimits;
}

/** What became of one file of an upload. */
export type Receipt =
  | { readonly fileName: string; readonly sha256: string; readonly byteLength: number; readonly job: string; readonly joined: boolean }
  | { readonly fileName: string; readonly error: { readonly code: string; readonly message: string; readonly remedy: string } };

export interface UploadParts {
  readonly store: DocumentStore;
  readonly queue: JobQueue;
  readonly limits: UploadLimits;
}

/**
 * Stores one uploaded file and submits it; a zip of documents is taken apart, one receipt a document. One broken file does not hinder the
 * others; the queue or store being away does, as {@link QueueUnavailable} or {@link StoreError}.
 */
export async function* receiveFile(
  content: Readable,
  fileName: string,
  client: string,
  priority: Submission["priority"],
  parts: UploadParts,
): AsyncIterable<Receipt> {
  const folder = await mkdtemp(join(tmpdir(), "ziping-received-"));
  const path = join(folder, "file");
  const name = baseName(fileName);
  const submit = (part: Readable, label: string) => storeAndSubmit(part, { fileName: label, client, priority }, parts);
  try {
    await pipeline(content, createWriteStream(path, { mode: 0o600 }));
    if (!(await startsAsZip(path)) || (await isDocumentZip(path, parts.limits.archive))) {
      yield await receipt(name, () => submit(createReadStream(path), name));
      return;
    }
    try {
      for await (const { path: within, fault, open } of parcelEntries(path, parts.limits.archive)) {
        const label = baseName(within);
        yield fault ? refused(label, fault) : await receipt(label, async () => submit(await open(), label));
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      yield refused(name, error);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function storeAndSubmit(
  content: Readable,
  about: Omit<Submission, "sha256">,
  { store, queue, limits }: UploadParts,
): Promise<Receipt> {
  const { sha256, byteLength } = await store.put(content, limits.bytesPerFile);
  const { id, joined } = await queue.submit({ ...about, sha256 });
  return { fileName: about.fileName, sha256, byteLength, job: id, joined };
}

async function receipt(fileName: string, work: () => Promise<Receipt>): Promise<Receipt> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueueUnavailable || (error instanceof StoreError && error.code === "unavailable")) throw error;
    return refused(fileName, error as Error);
  }
}

function refused(fileName: string, error: Error): Receipt {
  const code = error instanceof Fault || error instanceof StoreError ? error.code : "corrupt";
  const remedy = error instanceof Fault ? error.remedy : "Send the file again, alone.";
  return { fileName, error: { code, message: error.message, remedy } };
}

async function startsAsZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32BE() === 0x504b0304;
  } finally {
    await file.close();
  }
}
