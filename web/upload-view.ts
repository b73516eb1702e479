import { type Receipt, sendFile } from "./api.js";
import { type Content, element, told } from "./element.js";
import { followJob } from "./follow-job.js";
import { reportLink } from "./route.js";
import { problemText, reasonText } from "./shell.js";
import type { Words } from "./words.js";

/** Files under way at once: a browser has few connections to one server, and each that is followed holds one. */
const AT_ONCE = 3;

/** What was sent from this tab, also while another place of the page is looked at. */
const list = element("ol", { class: "uploads", "aria-live": "polite" });

/** Takes files, tells how far each is, and leads to its report, or says why it could not be read. */
export function uploadView(words: Words): Node[] {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  async function work(): Promise<void> {
    if (running === AT_ONCE) return;
    running++;
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
    running--;
  }

  function take(files: Iterable<File>): void {
    for (const file of files) {
      const entry = new UploadEntry(file.name, words);
      list.append(entry.element);
      waiting.push(() => upload(file, entry, words));
      void work();
    }
  }

  const field = element("input", {
    id: "files",
    type: "file",
    multiple: true,
    change: () => {
      take(field.files ?? []);
      field.value = "";
    },
  });
  const zone = element("p", { class: "drop" }, element("label", { for: "files" }, words.drop.choose), field, ` ${words.drop.about}`);
  const mark = (isOver: boolean) => (event: Event) => {
    event.preventDefault();
    zone.classList.toggle("over", isOver);
  };
  zone.addEventListener("dragover", mark(true));
  zone.addEventListener("dragleave", mark(false));
  zone.addEventListener("drop", (event) => {
    mark(false)(event);
    take(event.dataTransfer?.files ?? []);
  });
  return [element("h1", {}, words.nav.upload), element("p", { class: "about" }, words.about.upload), zone, list];
}

/** Sends a file and follows what comes of it; a zip holds several documents, each with an entry of its own. */
async function upload(file: File, entry: UploadEntry, words: Words): Promise<void> {
  try {
    entry.tell(words.job.sending);
    const receipts = await sendFile(file);
    for (const [index, receipt] of receipts.entries()) {
      const own = index === 0 && receipts.length === 1 ? entry : new UploadEntry(receipt.fileName, words);
      if (own !== entry) list.append(own.element);
      await follow(receipt, own, words);
    }
    if (receipts.length !== 1) entry.tell(words.job.done);
  } catch (error) {
    entry.tell(problemText(error, words));
  }
}

async function follow(receipt: Receipt, entry: UploadEntry, words: Words): Promise<void> {
  if (receipt.error !== undefined) return entry.tell(element("div", { class: "problem" }, reasonText(receipt.error, words)));
  for await (const { state, progress, outcome, reason } of followJob(receipt.job)) {
    if (state === "dead")
      entry.tell(element("div", { class: "problem" }, element("p", {}, words.job.dead), reason && reasonText(reason, words)));
    else if (state === "done")
      entry.tell(
        words.job.done,
        outcome && ` · ${words.tally(outcome.findings)} · `,
        ...links(receipt.sha256, outcome?.records ?? 1, words),
      );
    else if (progress)
      entry.tell(
        words.job[progress.stage],
        progress.parts !== undefined && ` ${words.share(progress.part ?? 0, progress.parts)}`,
        bar(progress),
      );
    else entry.tell(words.job[state]);
  }
}

function links(sha256: string, records: number, words: Words): Content[] {
  const number = (part: number) => (records > 1 ? ` ${part}` : "");
  return Array.from({ length: records }, (_, i) => [
    element("a", { href: reportLink(sha256, i + 1) }, `${words.open}${number(i + 1)}`),
    " ",
  ]);
}

function bar({ part, parts }: { readonly part?: number; readonly parts?: number }): HTMLElement {
  return element("progress", { value: parts === undefined ? null : (part ?? 0), max: parts ?? null });
}

/** One document of an upload: its name, and how far it is. */
class UploadEntry {
  readonly element: HTMLElement;
  readonly #state: HTMLElement;

  constructor(name: string, words: Words) {
    this.#state = element("div", { class: "state" }, words.job.waiting);
    this.element = element("li", {}, element("b", {}, told(name)), " ", this.#state);
  }

  tell(...state: readonly Content[]): void {
    this.#state.replaceChildren(element("div", {}, state));
  }
}
