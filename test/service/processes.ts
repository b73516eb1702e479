import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** A process of ziping's own command line, as it is deployed. */
export class ZipingProcess {
  readonly #child: ChildProcess;
  #stderr = "";

  constructor(dist: string, args: readonly string[], environment: { readonly [name: string]: string }) {
    this.#child = spawn(process.execPath, [join(dist, "cli", "main.js"), ...args], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-20_000);
    });
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** Waits for a line that matches on stderr. Throws when the process ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.#stderr);
      if (match) return match;
      if (this.#child.exitCode !== null) throw new Error(`ended with ${this.#child.exitCode}: ${this.#stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Ends it by a signal and waits; returns the exit code, null when the signal ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.exited();
  }

  /** Waits for its end; returns the exit code, null when a signal ended it. */
  async exited(): Promise<number | null> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode === null && signalCode === null) await new Promise((resolve) => this.#child.once("exit", resolve));
    return this.#child.exitCode;
  }
}
