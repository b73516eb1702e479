import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { initialised, postgresProgram } from "../../bench/postgres-program.mjs";
import { freePort } from "./free-port.js";

/** A real PostgreSQL for one test file, in a folder of its own. As root it runs under the user that Debian's package made. */
export class PostgresServer {
  readonly #folder = mkdtempSync(join(tmpdir(), "ziping-postgres-"));
  readonly #data = join(this.#folder, "data");
  #process: ChildProcess | undefined;
  #port = 0;

  get url(): string {
    return `postgres://ziping@127.0.0.1:${this.#port}/postgres`;
  }

  async start(): Promise<this> {
    this.#port ||= await freePort();
    if (!existsSync(this.#data)) {
      chmodSync(this.#folder, 0o777);
      this.#run("initdb", [...initialised(this.#data), "-N"]);
    }
    const options = [
      "-D",
      this.#data,
      "-p",
      String(this.#port),
      "-k",
      this.#folder,
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "max_connections=60",
    ];
    const [command, args] = postgresProgram("postgres", options);
    this.#process = spawn(command, args, { stdio: "ignore" });
    for (;;) {
      const client = new pg.Client(this.url);
      client.on("error", () => {});
      const up = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => {});
      if (up) return this;
      await sleep(50);
    }
  }

  /** Ends it at once; what was committed survives. */
  async kill(): Promise<void> {
    const stopped = this.#process;
    if (stopped === undefined || stopped.exitCode !== null || stopped.signalCode !== null) return;
    this.#run("pg_ctl", ["-D", this.#data, "-m", "immediate", "-w", "stop"]);
    while (stopped.exitCode === null && stopped.signalCode === null) await sleep(10);
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(program: string, args: string[]): void {
    const [command, all] = postgresProgram(program, args);
    execFileSync(command, all, { stdio: "ignore" });
  }
}
