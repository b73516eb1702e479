import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "./free-port.js";

/** A real Redis for one test file: durable like the deployed one (AOF, noeviction), in a folder of its own. */
export class RedisServer {
  readonly #folder = mkdtempSync(join(tmpdir(), "ziping-redis-"));
  #process: ChildProcess | undefined;
  #port = 0;

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<this> {
    this.#port ||= await freePort();
    const options = [
      "--port",
      String(this.#port),
      "--bind",
      "127.0.0.1",
      "--dir",
      this.#folder,
      "--appendonly",
      "yes",
      "--appendfsync",
      "always",
    ];
    this.#process = spawn("redis-server", [...options, "--maxmemory-policy", "noeviction", "--save", ""], { stdio: "ignore" });
    const probe = new Redis(this.url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
    probe.on("error", () => {});
    await probe.ping();
    probe.disconnect();
    return this;
  }

  /** Kills it as a power cut would. */
  async kill(): Promise<void> {
    const stopped = this.#process;
    if (stopped === undefined || stopped.exitCode !== null) return;
    stopped.kill("SIGKILL");
    while (stopped.exitCode === null && stopped.signalCode === null) await sleep(10);
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
