import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type CDPSession, type Browser as Chromium, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PATIENCE_MS = 15_000;

/** The machine's Chromium; undefined where there is none. */
export const BROWSER = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find((program) => existsSync(program));

/** A real Chromium with one page. */
export class Browser {
  /** What the page's script threw, what its console told as an error, and what its policy kept from running. */
  readonly complaints: string[] = [];
  readonly #chromium: Chromium;
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(started: Chromium, page: Page, session: CDPSession) {
    this.#chromium = started;
    this.#page = page;
    this.#session = session;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && this.complaints.push(message.text()));
  }

  static async open(locale = "zh-CN"): Promise<Browser> {
    const started = await chromium.launch({ executablePath: BROWSER!, args: ["--disable-dev-shm-usage"] });
    const page = await started.newPage({ locale });
    return new Browser(started, page, await page.context().newCDPSession(page));
  }

  async goTo(address: string): Promise<void> {
    // What differs by its fragment alone would not be loaded anew.
    await this.#page.goto("about:blank");
    await this.#page.goto(address);
  }

  /** What an expression gives in the page, as JSON; promises are awaited. Asked by Chromium's own protocol, which the page's policy does not bind. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.#session.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (answer.exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(answer.exceptionDetails)}`);
    return answer.result.value as Value;
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

  click(selector: string): Promise<void> {
    return this.#page.locator(selector).first().click();
  }

  /** What a click gives to be kept. */
  async download(selector: string): Promise<{ readonly name: string; readonly text: string }> {
    const [file] = await Promise.all([this.#page.waitForEvent("download"), this.click(selector)]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  }

  async choose(selector: string, value: string): Promise<void> {
    await this.#page.locator(selector).selectOption(value);
  }

  /** Writes into a field, and leaves it. */
  async fill(selector: string, text: string): Promise<void> {
    await this.#page.locator(selector).fill(text);
    await this.#page.locator(selector).blur();
  }

  press(key: "Tab" | "Enter"): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  giveFiles(selector: string, files: readonly string[]): Promise<void> {
    return this.#page.locator(selector).setInputFiles([...files]);
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewportSize({ width, height });
  }

  close(): Promise<void> {
    return this.#chromium.close();
  }
}
