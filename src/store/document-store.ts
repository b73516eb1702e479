import type { Readable } from "node:stream";
import { SHA256_HEX } from "../core/sha256-hex.js";

/** What was stored: the content's SHA-256 (lower-case hex) is its name. */
export interface StoredDocument {
  readonly sha256: string;
  readonly byteLength: number;
  /** False when the same content was there before. */
  readonly isNew: boolean;
}

/**
 * Uploaded files by content hash. Contents never change under a name, so writing twice is harmless, and a reader can verify
 * what it got. Implementations: {@link FolderStore}, {@link BucketStore}.
 */
export interface DocumentStore {
  /** Stores a stream of at most `maxBytes`. Throws {@link StoreError} `too-large` or `unavailable`; then nothing is kept. */
  put(content: Readable, maxBytes: number): Promise<StoredDocument>;
  /**
   * A local path of the content, verified against its hash unless the caller is going to hash it anyway, and then finds out whether it is there.
   * Throws {@link StoreError} `missing` or `damaged`.
   */
  checkout(sha256: string, bytes?: "verified" | "unverified"): Promise<Checkout>;
  /** Hashes of all contents, in no order. */
  list(): AsyncIterable<string>;
  /** A small derived text (a recognised page, say) kept beside the content under `name`. */
  putDerived(sha256: string, name: string, text: string): Promise<void>;
  getDerived(sha256: string, name: string): Promise<string | undefined>;
  removeDerived(sha256: string, name: string): Promise<void>;
  /** Throws {@link StoreError} `unavailable` when the store cannot be reached. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface Checkout {
  readonly path: string;
  /** Gives back the local copy, if there was one to make. */
  release(): Promise<void>;
}

/** Why a stored file cannot be given or taken, by code. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: "too-large" | "missing" | "damaged" | "unavailable";

  constructor(code: StoreError["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

const DERIVED_NAME = /^[a-z0-9][a-z0-9.-]{0,80}$/;

/** Guards every path and key that is made of a hash: anything else never reaches the disk or the bucket. */
export function assertHash(sha256: string): void {
  if (!SHA256_HEX.test(sha256)) throw new StoreError("missing", "That is no SHA-256 of a stored document.");
}

/** Throws `StoreError` `missing` for what cannot be a name of derived data: no path is made of it. */
export function assertDerivedName(name: string): void {
  if (!DERIVED_NAME.test(name)) throw new StoreError("missing", "That is no name of derived data.");
}
