import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PATIENCE_MS = 15_000;

/** The machine's Chromium; undefined where there is none. */
export const BROWSER = NAMES.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);

interface Answer {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: { readonly [name: string]: unknown };
  readonly result?: { readonly [name: string]: unknown };
  readonly error?: { readonly message: string };
}

/** A real Chromium with one page, driven over a pipe by its own protocol (Chrome DevTools). */
export class Browser {
  readonly #folder = mkdtempSync(join(tmpdir(), "ziping-browser-"));
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #session: string | undefined;
  #calls = 0;
  /** What the page's script threw, what its console told as an error, and what its policy kept from running. */
  readonly complaints: string[] = [];

  private constructor(language: string) {
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-pipe"];
    this.#process = spawn(BROWSER!, [...flags, `--user-data-dir=${this.#folder}`, `--lang=${language}`, `--accept-lang=${language}`], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    let text = "";
    (this.#process.stdio[4] as Readable).setEncoding("utf8").on("data", (more: string) => {
      const messages = (text + more).split("\0");
      text = messages.pop()!;
      for (const message of messages) this.#hear(JSON.parse(message) as Answer);
    });
  }

  static async open(language = "zh-CN"): Promise<Browser> {
    const browser = new Browser(language);
    const { targetId } = await browser.call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.call("Target.attachToTarget", { targetId, flatten: true });
    browser.#session = sessionId as string;
    for (const domain of ["Page", "Runtime", "Log", "DOM"]) await browser.call(`${domain}.enable`);
    return browser;
  }

  /** A command of the protocol. */
  call(method: string, params: object = {}): Promise<{ readonly [name: string]: unknown }> {
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result!)));
      (this.#process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId: this.#session })}\0`);
    });
  }

  #hear({ id, method, params, ...answer }: Answer): void {
    if (id !== undefined) {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    } else if (method === "Runtime.exceptionThrown") this.complaints.push(JSON.stringify(params!.exceptionDetails));
    else if (method === "Log.entryAdded") {
      const { level, text } = params!.entry as { level: string; text: string };
      if (level === "error") this.complaints.push(text);
    }
  }

  async goTo(address: string): Promise<void> {
    // What differs by its fragment alone would not be loaded anew.
    await this.call("Page.navigate", { url: "about:blank" });
    await this.call("Page.navigate", { url: address });
  }

  /** What an expression gives in the page, as JSON; promises are awaited. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.call("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (answer.exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(answer.exceptionDetails)}`);
    return (answer.result as { value: Value }).value;
  }

  /** Waits until an expression gives something that is true of it, and returns that. */
  async until<Value>(expression: string): Promise<Value> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const value = await this.evaluate<Value>(expression).catch(() => undefined);
      if (value) return value;
      if (performance.now() > end)
        throw new Error(`Never true: ${expression}. The page: ${await this.evaluate("document.body.innerText.slice(0, 600)")}`);
      await sleep(50);
    }
  }

  /** The text of the first element that a selector names, once it is there. */
  text(selector: string): Promise<string> {
    return this.until(`document.querySelector(${JSON.stringify(selector)})?.innerText`);
  }

  async click(selector: string): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)}) !== null`);
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  async choose(selector: string, value: string): Promise<void> {
    const field = `document.querySelector(${JSON.stringify(selector)})`;
    await this.until(`${field} !== null`);
    await this.evaluate(
      `{ const field = ${field}; field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event("change", { bubbles: true })); }`,
    );
  }

  /** Presses a key: one that has a name, as Tab or Enter. */
  async press(key: "Tab" | "Enter"): Promise<void> {
    const [windowsVirtualKeyCode, text] = key === "Tab" ? [9, undefined] : [13, "\r"];
    await this.call("Input.dispatchKeyEvent", { type: "keyDown", key, code: key, windowsVirtualKeyCode, text });
    await this.call("Input.dispatchKeyEvent", { type: "keyUp", key, code: key, windowsVirtualKeyCode });
  }

  async giveFiles(selector: string, files: readonly string[]): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)}) !== null`);
    const { root } = (await this.call("DOM.getDocument")) as { root: { nodeId: number } };
    const { nodeId } = await this.call("DOM.querySelector", { nodeId: root.nodeId, selector });
    await this.call("DOM.setFileInputFiles", { nodeId, files });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.call("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.call("Page.captureScreenshot", { format: "png" });
    return Buffer.from(data as string, "base64");
  }

  async close(): Promise<void> {
    this.#session = undefined;
    void this.call("Browser.close");
    while (this.#process.exitCode === null && this.#process.signalCode === null) await sleep(10);
    // Its own children may write a moment longer.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
