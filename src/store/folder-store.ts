import { randomUUID } from "node:crypto";
import { link, mkdir, opendir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { SHA256_HEX } from "../core/sha256-hex.js";
import { assertDerivedName, assertHash, type Checkout, type DocumentStore, type StoredDocument, StoreError } from "./document-store.js";
import { verifyFile, writeHashed } from "./hashing-file.js";

/** Documents in a folder: `ab/ab12…` holds the content, `ab/ab12….NAME` what was derived from it. */
export class FolderStore implements DocumentStore {
  readonly #root: string;
  readonly #incoming: string;

  private constructor(root: string) {
    this.#root = root;
    this.#incoming = join(root, "incoming");
  }

  static async open(root: string): Promise<FolderStore> {
    const store = new FolderStore(root);
    await mkdir(store.#incoming, { recursive: true, mode: 0o700 });
    return store;
  }

  async put(content: Readable, maxBytes: number): Promise<StoredDocument> {
    const { path, sha256, byteLength } = await writeHashed(content, this.#incoming, maxBytes);
    try {
      await this.#makeShard(sha256);
      await link(path, this.#path(sha256));
      return { sha256, byteLength, isNew: true };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw this.#unavailable(error);
      return { sha256, byteLength, isNew: false };
    } finally {
      await rm(path, { force: true });
    }
  }

  async checkout(sha256: string, bytes: "verified" | "unverified" = "verified"): Promise<Checkout> {
    const path = this.#path(sha256);
    // Who hashes the bytes opens the file, and is the first to see that it is not there.
    if (bytes === "verified") await verifyFile(path, sha256);
    return { path, release: async () => {} };
  }

  async *list(): AsyncIterable<string> {
    for await (const folder of await opendir(this.#root)) {
      if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue;
      for await (const file of await opendir(join(this.#root, folder.name))) if (SHA256_HEX.test(file.name)) yield file.name;
    }
  }

  async putDerived(sha256: string, name: string, text: string): Promise<void> {
    const target = this.#derivedPath(sha256, name);
    const temporary = join(this.#incoming, `derived-${randomUUID()}`);
    await this.#makeShard(sha256);
    await writeFile(temporary, text, { mode: 0o600, flush: true });
    await rename(temporary, target);
  }

  async getDerived(sha256: string, name: string): Promise<string | undefined> {
    return readFile(this.#derivedPath(sha256, name), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw this.#unavailable(error);
    });
  }

  async removeDerived(sha256: string, name: string): Promise<void> {
    await rm(this.#derivedPath(sha256, name), { force: true });
  }

  async ready(): Promise<void> {
    await stat(this.#incoming).catch((error) => {
      throw this.#unavailable(error);
    });
  }

  async close(): Promise<void> {}

  /** Makes the folder in which a content and what was derived from it lie. */
  async #makeShard(sha256: string): Promise<void> {
    await mkdir(dirname(this.#path(sha256)), { recursive: true, mode: 0o700 });
  }

  #path(sha256: string): string {
    assertHash(sha256);
    return join(this.#root, sha256.slice(0, 2), sha256);
  }

  #derivedPath(sha256: string, name: string): string {
    assertDerivedName(name);
    return `${this.#path(sha256)}.${name}`;
  }

  #unavailable(cause: unknown): StoreError {
    return new StoreError("unavailable", `The store's folder ${this.#root} cannot be used: ${(cause as Error).message}`, cause);
  }
}
