import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PoolClosed, type PoolOptions, ReaderPool } from "../../src/pipeline/isolate/reader-pool.js";
import { ReaderProcess, ReaderStartError } from "../../src/pipeline/isolate/reader-process.js";
import type { Outcome } from "../../src/pipeline/outcome.js";
import { childrenOf } from "../children-of.js";
import { documentOf, readerModule, scratch } from "./reader.js";

/** Each document's text tells its reader what to do. */
const OBEDIENT = `
  if (text === "hang") for (;;);
  if (text === "work") for (const began = process.cpuUsage(); process.cpuUsage(began).user < 400_000; );
  if (text === "wait") await new Promise((resolve) => setTimeout(resolve, 300));
  if (text === "grow") for (const all = []; ; ) { all.push(Buffer.alloc(8 << 20, 1)); await null; }
  if (text === "heap") for (let all = []; ; ) all = [...all, ...new Array(100_000).fill(0).map((_, i) => ({ i }))];
  if (text === "throw") throw new TypeError("x is no function");
  if (text === "recurse") (function deeper() { deeper(); })();
  if (text === "exit") process.exit(7);
  if (text === "kill") process.kill(process.pid, "SIGKILL");
  if (text === "swell") globalThis.kept = Buffer.alloc(200 << 20, 1);
  if (text === "need") if (globalThis.left) for (const all = []; ; ) { all.push(Buffer.alloc(8 << 20, 1)); await null; }
  if (text === "leave") globalThis.left = true;
  if (text === "print") console.log("%PDF warning");
  return [{ text, pid: process.pid }];
`;

const pools: ReaderPool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

function open(options: Partial<PoolOptions> = {}): ReaderPool {
  const pool = new ReaderPool({ workers: 1, timeoutMs: 20_000, memoryMb: 300, module: readerModule(OBEDIENT), ...options });
  pools.push(pool);
  return pool;
}

const read = (pool: ReaderPool, text: string) => pool.read(documentOf(text), {});
const pidOf = (outcome: Outcome) => outcome.kind === "read" && (JSON.parse(outcome.records[0]!).pid as number);
const codeOf = (outcome: Outcome) => outcome.kind === "failed" && outcome.failure.error.code;

describe("a pool of reader processes", () => {
  it("reads many documents in one process", async () => {
    const pool = open();
    const pids = [pidOf(await read(pool, "a")), pidOf(await read(pool, "print")), pidOf(await read(pool, "b"))];
    expect(new Set(pids).size).toBe(1);
  });

  it("has its processes before the first document when told to, and reads in them", async () => {
    const pool = open({ workers: 2 });
    pool.startAll();
    const started = childrenOf(process.pid).filter((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("reader.mjs"));
    expect(started).toHaveLength(2);
    const pids = (await Promise.all([read(pool, "wait"), read(pool, "wait")])).map(pidOf);
    expect(new Set(pids)).toEqual(new Set(started));
  });

  it("ends a reading that takes too long, and reads on", async () => {
    const pool = open({ timeoutMs: 400 });
    const [hung, next] = await Promise.all([read(pool, "hang"), read(pool, "a")]);
    expect(codeOf(hung)).toBe("timeout");
    expect(next.kind).toBe("read");
  });

  it("does not count the time in which other programs have the processor", async () => {
    const pool = open({ timeoutMs: 1000 });
    pool.startAll();
    const [reader] = childrenOf(process.pid).filter((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("reader.mjs"));
    execFileSync("taskset", ["-acp", "0", `${reader}`]);
    const others = Array.from({ length: 6 }, () => spawn("taskset", ["-c", "0", process.execPath, "-e", "for (;;);"], { stdio: "ignore" }));
    try {
      const began = performance.now();
      expect((await read(pool, "work")).kind).toBe("read");
      expect(performance.now() - began).toBeGreaterThan(1000);
    } finally {
      for (const other of others) other.kill();
    }
  });

  it("names the document's hash also when its reader was killed over it", async () => {
    const outcome = await read(open({ timeoutMs: 300 }), "hang");
    const sha256 = createHash("sha256").update("hang").digest("hex");
    expect(outcome).toMatchObject({ kind: "failed", failure: { source: { fileName: "a.txt", sha256, byteLength: 4 } } });
  });

  it.each(["grow", "heap"])("ends a reading that takes too much memory, and reads on: %s", async (how) => {
    const pool = open({ memoryMb: 200 });
    const [hog, next] = await Promise.all([read(pool, how), read(pool, "a")]);
    expect(codeOf(hog)).toBe("too-large");
    expect(next.kind).toBe("read");
  });

  it("reads a document again in a fresh process when what others left in memory was too much for it", async () => {
    const pool = open({ memoryMb: 200 });
    await read(pool, "leave");
    expect((await read(pool, "need")).kind).toBe("read");
  });

  it("survives a reader that ends by itself, and says so", async () => {
    const pool = open();
    const outcome = await read(pool, "exit");
    expect(outcome).toMatchObject({ failure: { error: { code: "corrupt", message: expect.stringContaining("exit code 7") } } });
    expect((await read(pool, "a")).kind).toBe("read");
  });

  it("reads a document again whose reader was killed from outside", async () => {
    const pool = open();
    const pid = pidOf(await read(pool, "a")) as number;
    const waiting = read(pool, "wait");
    setTimeout(() => process.kill(pid, "SIGKILL"), 100);
    const outcome = await waiting;
    expect(outcome.kind).toBe("read");
    expect(pidOf(outcome)).not.toBe(pid);
  });

  it("gives a document up whose reader is killed each time", async () => {
    expect(codeOf(await read(open(), "kill"))).toBe("too-large");
  });

  it("replaces a reader that was killed while idle", async () => {
    const pool = open();
    process.kill(pidOf(await read(pool, "a")) as number, "SIGKILL");
    expect((await read(pool, "b")).kind).toBe("read");
  });

  it("replaces a reader that holds on to memory", async () => {
    const pool = open({ memoryMb: 350 });
    const swollen = pidOf(await read(pool, "swell"));
    expect(pidOf(await read(pool, "a"))).not.toBe(swollen);
  });

  it.each([
    ["throw", "corrupt"],
    ["recurse", "too-large"],
  ])("turns what a reader throws into a fault with a remedy: %s", async (how, code) => {
    const outcome = await read(open(), how);
    expect(outcome).toMatchObject({ failure: { error: { code, remedy: expect.stringMatching(/\w/) } } });
  });

  it("has no more processes than it may while one of them is replaced", async () => {
    const pool = open();
    const end = ReaderProcess.prototype.end;
    let late: Promise<Outcome> | undefined;
    const ending = vi.spyOn(ReaderProcess.prototype, "end").mockImplementationOnce(function (this: ReaderProcess) {
      late = read(pool, "wait");
      return end.call(this);
    });
    const [, waited] = await Promise.all([read(pool, "swell"), read(pool, "wait")]);
    ending.mockRestore();
    expect(pidOf(await late!)).toBe(pidOf(waited));
  });

  it("reads side by side in as many processes as it may", async () => {
    const pool = open({ workers: 2 });
    const outcomes = await Promise.all(["wait", "wait", "wait", "wait"].map((text) => read(pool, text)));
    expect(new Set(outcomes.map(pidOf)).size).toBe(2);
  });

  it("gives a fault for a path that is no file that can be read", async () => {
    const pool = open();
    const folder = scratch();
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    mkdirSync(join(folder, "sub"));
    const read = (path: string) => pool.read({ path, fileName: "x" }, {});
    expect(codeOf(await read(join(folder, "absent")))).toBe("corrupt");
    expect(codeOf(await read(pipe))).toBe("unsupported-type");
    expect(codeOf(await read(join(folder, "sub")))).toBe("unsupported-type");
  });

  it("refuses a file over the limit of bytes before reading it", async () => {
    const limits = {
      bytes: 3,
      inflatedBytes: 1,
      ratio: 1,
      entries: 1,
      pages: 1,
      pixels: 1,
      cells: 1,
      characters: 1,
      paragraph: 1,
      nesting: 1,
    };
    expect(codeOf(await open().read(documentOf("long"), { limits }))).toBe("too-large");
  });

  it("leaves no process behind when closed, and gives up what was under way", async () => {
    const pool = open();
    const pid = pidOf(await read(pool, "a")) as number;
    const hung = read(pool, "hang");
    const queued = read(pool, "b");
    const gaveUp = Promise.all([expect(hung).rejects.toThrow(PoolClosed), expect(queued).rejects.toThrow(PoolClosed)]);
    await pool.close();
    await gaveUp;
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it("says that its processes cannot be started, instead of blaming the documents", async () => {
    await expect(read(open({ module: join(scratch(), "absent.mjs") }), "a")).rejects.toThrow(ReaderStartError);
  });

  it("says that a part of the program is missing, instead of blaming the document that needed it", async () => {
    const pool = open({ module: readerModule(`await import("ziping-has-no-such-part");`) });
    await expect(read(pool, "a")).rejects.toThrow(/no-such-part.*Install it again/u);
    await expect(read(pool, "b")).rejects.toThrow(ReaderStartError);
  });
});
