import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

/** Values put aside on disk, compressed, and taken back in order: what does not fit in memory until all of it is known. */
export class Spool<Value> {
  readonly #folder: string;
  readonly #gzip = createGzip({ level: 1 });
  readonly #written: Promise<void>;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#written = pipeline(this.#gzip, createWriteStream(join(folder, "values.gz")));
    // Told by whoever awaits it.
    this.#written.catch(() => {});
  }

  static async open<Value>(): Promise<Spool<Value>> {
    return new Spool<Value>(await mkdtemp(join(tmpdir(), "ziping-diff-")));
  }

  async put(value: Value): Promise<void> {
    if (!this.#gzip.write(`${JSON.stringify(value)}\n`)) await Promise.race([once(this.#gzip, "drain"), this.#written]);
  }

  /** All that was put, in order. Nothing can be put afterwards. */
  async *take(): AsyncGenerator<Value> {
    this.#gzip.end();
    await this.#written;
    const unpacked = createReadStream(join(this.#folder, "values.gz")).pipe(createGunzip());
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) yield JSON.parse(line) as Value;
  }

  async remove(): Promise<void> {
    this.#gzip.destroy();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
