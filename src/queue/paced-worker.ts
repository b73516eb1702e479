import { setTimeout as sleep } from "node:timers/promises";
import { type Job, Worker } from "bullmq";

/** As many are taken ahead as were begun in so long: they are begun within as long again. */
const AHEAD_MS = 1_000;
/** Others are taken when no more than this share is left of them: several at once, so that what is asked for them goes together. */
const LEFT = 0.25;
const AFTER_ERROR_MS = 1_000;

/**
 * A worker that takes jobs shortly before it begins them. BullMQ's own loop takes as many as a worker may hold, all before it begins the first, and
 * one for each that ends: a worker that holds hundreds, because those that were read wait to be loaded together, kept hundreds more from workers that
 * had nothing to do. What it overrides is BullMQ's inside, so the package's version is fixed. It says by {@link begun} that it took a job in hand. It is started by `run`, once it is made (`autorun: false`).
 */
export class PacedWorker<Data, Result> extends Worker<Data, Result> {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #ahead = new Set<string>();
  /** When jobs were begun, lately. */
  readonly #pace: number[] = [];
  #taken = 0;
  #look = () => {};

  /** Takes jobs until it is closed, and waits for those under way. */
  override async run(): Promise<void> {
    this.running = true;
    this.on("closing", () => this.#look());
    try {
      await this.startStalledCheckTimer();
      this.lockManager.start();
      this.mainLoopRunning = this.#takeAll();
      await this.mainLoopRunning;
    } finally {
      this.running = false;
    }
  }

  /** A job that was taken is being worked at. */
  begun({ id }: Job<Data, Result>): void {
    if (!this.#ahead.delete(id!)) return;
    this.#pace.push(performance.now());
    this.#look();
  }

  /** Nothing that was taken is held. */
  get isIdle(): boolean {
    return this.#underWay.size === 0;
  }

  /** Ends its own connection and timers at once: while Redis is away, to close would wait for it. What is held stalls, and is taken elsewhere. */
  async abandon(): Promise<void> {
    await this.lockManager.close();
    await this.backend.close(true);
  }

  async #takeAll(): Promise<void> {
    while (!this.closing) {
      const wanted = this.#wanted();
      if (wanted > 0) await this.#take(wanted);
      else
        await new Promise<void>((resolve) => {
          this.#look = resolve;
        });
    }
    await Promise.all(this.#underWay.values());
  }

  #wanted(): number {
    const since = performance.now() - AHEAD_MS;
    while (this.#pace[0]! < since) this.#pace.shift();
    const ahead = Math.max(1, this.#pace.length);
    if (this.#ahead.size > ahead * LEFT) return 0;
    return Math.min(ahead - this.#ahead.size, this.concurrency - this.#underWay.size);
  }

  /** Waits for a job; where there is one, takes others with it. */
  async #take(wanted: number): Promise<void> {
    try {
      const first = await this.getNextJob(this.#token());
      if (first === undefined) return;
      this.#work(first);
      await Promise.all(
        Array.from({ length: wanted - 1 }, async () => {
          const job = await this.moveToActive(this.#token(), this.opts.name);
          if (job) this.#work(job);
        }),
      );
    } catch (error) {
      if (this.closing) return;
      this.emit("error", error as Error);
      await sleep(AFTER_ERROR_MS);
    }
  }

  #token(): string {
    return `${this.id}:${this.#taken++}`;
  }

  #work(job: Job<Data, Result>): void {
    const id = job.id!;
    // BullMQ renews locks by the ids of their jobs, and ends that once a job was handed back: of one that is taken again just then, it would end it, too.
    const earlier = this.#underWay.get(id);
    const run = Promise.resolve(earlier)
      .then(() => this.processJob(job, job.token!, () => false))
      .catch((error: Error) => void this.emit("error", error))
      .then(() => {
        if (this.#underWay.get(id) === run) this.#underWay.delete(id);
        this.begun(job);
        this.#look();
      });
    this.#underWay.set(id, run);
    this.#ahead.add(id);
  }
}
