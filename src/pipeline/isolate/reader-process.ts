import { type ChildProcess, fork } from "node:child_process";
import type { Failure } from "../../core/record.js";
import type { Fingerprint } from "../fingerprint.js";
import type { Long, ReadRecords, Recognised } from "../outcome.js";
import { type Death, type ReadLimits, startFailure } from "./death.js";
import type { Answer, Request } from "./messages.js";
import { residentBytes, WATCH_EVERY_MS } from "./resident-memory.js";
import { limitTime } from "./time-limit.js";

/** What a reader process made of a document, or how it died over it. `fingerprint` is known once the file's bytes were read. */
export type Reading =
  | ({ readonly kind: "read"; readonly fingerprint?: Fingerprint } & ReadRecords)
  | { readonly kind: "failed"; readonly fingerprint?: Fingerprint; readonly error: Failure["error"] }
  | Long
  | Recognised
  | { readonly kind: "died"; readonly fingerprint?: Fingerprint; readonly death: Death };

/** The reader process could not be started, or could not load a part of itself: the installation is at fault, not a document. */
export class ReaderStartError extends Error {
  override readonly name = "ReaderStartError";
}

const LAST_WORDS_BYTES = 8192;
const LAST_WORDS_MS = 500;
/** Share of the memory limit that V8's heap may take; buffers, WASM and the runtime live in the rest. */
const HEAP_SHARE = 0.75;
/** MiB, of two: room for what a document leaves behind at once. With V8's own 1 to 16 a twentieth of the CPU goes into copying what will be thrown away. */
const YOUNG = { least: 16, most: 32 };
/**
 * V8 optimises and collects garbage on the reader's own thread. Its helper threads would take a tenth off a lone reader's time, but cost a twentieth
 * more CPU, and there are as many readers as cores.
 */
const ONE_THREAD = ["--single-threaded-gc", "--no-concurrent-recompilation"];

/**
 * One child process that reads documents, one after the other. Its time and its memory are watched from here, because a process that hangs
 * or thrashes cannot be trusted to watch itself.
 */
export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #limits: ReadLimits;
  readonly #ended: Promise<void>;
  readonly #ready: Promise<void>;
  #lastWords = "";
  #read = 0;
  #killedFor: Death["killedFor"];
  #onAnswer: (answer: Answer) => void = () => {};
  #onEnd: () => void = () => {};

  /** `module` is the compiled module that calls `serveDocuments`. */
  constructor(module: string, limits: ReadLimits) {
    this.#limits = limits;
    this.#child = fork(module, {
      execArgv: [
        `--max-old-space-size=${Math.floor(limits.memoryMb * HEAP_SHARE)}`,
        `--min-semi-space-size=${YOUNG.least}`,
        `--max-semi-space-size=${YOUNG.most}`,
        ...ONE_THREAD,
      ],
      serialization: "advanced",
      // Libraries print their complaints to stdout, which belongs to the results of the parent.
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child.stderr!.setEncoding("utf8").on("data", (words: string) => {
      this.#lastWords = (this.#lastWords + words).slice(-LAST_WORDS_BYTES);
    });
    this.#ended = new Promise((resolve) => {
      this.#child.once("error", (error) => {
        this.#lastWords += error.message;
        if (this.#child.pid === undefined) resolve();
      });
      // `close` comes after the last of stderr, `exit` before it; a grandchild that holds stderr open must not hold us up.
      this.#child.once("close", () => resolve());
      this.#child.once("exit", () => setTimeout(resolve, LAST_WORDS_MS));
    });
    void this.#ended.then(() => this.#onEnd());
    this.#child.on("message", (answer: Answer) => this.#onAnswer(answer));
    this.#ready = new Promise((resolve, reject) => {
      this.#onAnswer = (answer) => answer.kind === "ready" && resolve();
      this.#onEnd = () => reject(new ReaderStartError(startFailure(module, this.#lastWords, limits)));
    });
    this.#ready.catch(() => {});
  }

  /** Does what is asked of one document; call it again only when the reading is there. Throws only when the installation is at fault. */
  async read(request: Request): Promise<Reading> {
    await this.#ready;
    const watch = this.#watch();
    let fingerprint: Fingerprint | undefined;
    const reading = new Promise<Reading>((resolve, reject) => {
      this.#onAnswer = (answer) => {
        if (answer.kind === "opened") fingerprint = answer.fingerprint;
        else if (answer.kind === "broken")
          reject(new ReaderStartError(`A part of ziping cannot be loaded: ${answer.because}. Install it again.`));
        else if (answer.kind !== "ready") {
          this.#read++;
          resolve("pages" in answer ? answer : { ...answer, fingerprint });
        }
      };
      this.#onEnd = () => resolve({ kind: "died", fingerprint, death: this.#death() });
    });
    if (this.#child.connected) this.#child.send(request, () => {});
    else void this.#ended.then(() => this.#onEnd());
    return reading.finally(() => watch.stop());
  }

  /** Resident bytes now; undefined where the system does not tell. */
  residentBytes(): Promise<number | undefined> {
    return residentBytes(this.#child.pid!);
  }

  /** It has read no document yet. */
  get fresh(): boolean {
    return this.#read === 0;
  }

  get alive(): boolean {
    return this.#child.connected;
  }

  /** Ends the process at once, whatever it is doing. Resolves when it is gone. */
  async end(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #watch(): { stop(): void } {
    const kill = (reason: "time" | "memory") => {
      this.#killedFor ??= reason;
      this.#child.kill("SIGKILL");
    };
    const time = limitTime(this.#child.pid!, this.#limits.timeoutMs, () => kill("time"));
    const memory = setInterval(async () => {
      const bytes = await this.residentBytes();
      if (bytes !== undefined && bytes > this.#limits.memoryMb * 2 ** 20) kill("memory");
    }, WATCH_EVERY_MS);
    return {
      stop() {
        time.stop();
        clearInterval(memory);
      },
    };
  }

  #death(): Death {
    const { exitCode: code, signalCode: signal } = this.#child;
    return { killedFor: this.#killedFor, code, signal, readBefore: this.#read, lastWords: this.#lastWords };
  }
}
