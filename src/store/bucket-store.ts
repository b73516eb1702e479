import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { SHA256_HEX } from "../core/sha256-hex.js";
import { assertDerivedName, assertHash, type Checkout, type DocumentStore, type StoredDocument, StoreError } from "./document-store.js";
import { verifyFile, writeHashed } from "./hashing-file.js";

export interface BucketOptions {
  readonly bucket: string;
  /** Key prefix, without slashes at its ends; "" for none. */
  readonly prefix: string;
  /** URL of an S3-compatible service; undefined for the SDK's own default. */
  readonly endpoint?: string;
  readonly region: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Documents in an S3-compatible bucket. An upload is hashed in a local file first, so a broken one leaves nothing behind. */
export class BucketStore implements DocumentStore {
  readonly #client: S3Client;
  readonly #options: BucketOptions;

  constructor(options: BucketOptions) {
    this.#options = options;
    this.#client = new S3Client({
      region: options.region,
      endpoint: options.endpoint,
      credentials: options.credentials,
      forcePathStyle: options.endpoint !== undefined,
      maxAttempts: 3,
      // Many S3-compatible services store the SDK's checksum trailers as content; we verify by SHA-256 anyway.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    });
  }

  async put(content: Readable, maxBytes: number): Promise<StoredDocument> {
    const folder = await mkdtemp(join(tmpdir(), "ziping-upload-"));
    try {
      const { path, sha256, byteLength } = await writeHashed(content, folder, maxBytes);
      if (await this.#has(sha256)) return { sha256, byteLength, isNew: false };
      await this.#send(
        new PutObjectCommand({
          Bucket: this.#options.bucket,
          Key: this.#key(sha256),
          Body: createReadStream(path),
          ContentLength: byteLength,
          ContentType: "application/octet-stream",
        }),
      );
      return { sha256, byteLength, isNew: true };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async checkout(sha256: string, bytes: "verified" | "unverified" = "verified"): Promise<Checkout> {
    const object = await this.#get(this.#key(sha256));
    if (object === undefined) throw new StoreError("missing", `No document ${sha256} is stored. Upload it again.`);
    const folder = await mkdtemp(join(tmpdir(), "ziping-checkout-"));
    const release = () => rm(folder, { recursive: true, force: true });
    const path = join(folder, sha256);
    try {
      await pipeline(object, createWriteStream(path, { mode: 0o600 }));
      if (bytes === "verified") await verifyFile(path, sha256);
    } catch (error) {
      await release();
      throw error;
    }
    return { path, release };
  }

  async *list(): AsyncIterable<string> {
    let token: string | undefined;
    do {
      const page = await this.#send(
        new ListObjectsV2Command({ Bucket: this.#options.bucket, Prefix: this.#prefixed(""), ContinuationToken: token }),
      );
      for (const { Key } of page.Contents ?? []) {
        const name = Key?.slice(Key.lastIndexOf("/") + 1) ?? "";
        if (SHA256_HEX.test(name)) yield name;
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  async putDerived(sha256: string, name: string, text: string): Promise<void> {
    await this.#send(new PutObjectCommand({ Bucket: this.#options.bucket, Key: this.#derivedKey(sha256, name), Body: text }));
  }

  async getDerived(sha256: string, name: string): Promise<string | undefined> {
    const object = await this.#get(this.#derivedKey(sha256, name));
    if (object === undefined) return undefined;
    const chunks: Buffer[] = [];
    for await (const chunk of object) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  }

  async removeDerived(sha256: string, name: string): Promise<void> {
    await this.#send(new DeleteObjectCommand({ Bucket: this.#options.bucket, Key: this.#derivedKey(sha256, name) }));
  }

  async ready(): Promise<void> {
    await this.#send(new HeadBucketCommand({ Bucket: this.#options.bucket }));
  }

  async close(): Promise<void> {
    this.#client.destroy();
  }

  async #get(key: string): Promise<Readable | undefined> {
    try {
      const answer = await this.#client.send(new GetObjectCommand({ Bucket: this.#options.bucket, Key: key }));
      return answer.Body as Readable;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw unavailable(error);
    }
  }

  // The SDK's overloads do not survive a wrapper; `any` stays inside this line.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  async #send<Command extends { readonly input: any }>(command: Command): Promise<OutputOf<Command>> {
    try {
      return (await this.#client.send(command as never)) as OutputOf<Command>;
    } catch (error) {
      throw unavailable(error);
    }
  }

  async #has(sha256: string): Promise<boolean> {
    try {
      await this.#client.send(new HeadObjectCommand({ Bucket: this.#options.bucket, Key: this.#key(sha256) }));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw unavailable(error);
    }
  }

  #key(sha256: string): string {
    assertHash(sha256);
    return this.#prefixed(sha256);
  }

  #derivedKey(sha256: string, name: string): string {
    assertDerivedName(name);
    return `${this.#key(sha256)}.${name}`;
  }

  #prefixed(name: string): string {
    const { prefix } = this.#options;
    return prefix === "" ? name : `${prefix}/${name}`;
  }
}

type OutputOf<Command> = Command extends { resolveMiddleware(...args: never[]): (input: never) => Promise<{ output: infer Output }> }
  ? Output
  : never;

function isMissing(error: unknown): boolean {
  return (
    error instanceof S3ServiceException &&
    (error.name === "NotFound" || error.name === "NoSuchKey" || error.$metadata.httpStatusCode === 404)
  );
}

function unavailable(cause: unknown): StoreError {
  return new StoreError("unavailable", `The document store did not answer: ${(cause as Error).message}`, cause);
}
