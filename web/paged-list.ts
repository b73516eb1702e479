import { askJson, type Page } from "./api.js";
import { element } from "./element.js";
import { problemText } from "./shell.js";
import type { Words } from "./words.js";

export interface PagedList<Row> {
  readonly path: string;
  readonly query: URLSearchParams;
  /** What the entries are put into, and the whole that is shown with it. */
  readonly list: HTMLElement;
  readonly whole: HTMLElement;
  readonly entry: (row: Row) => HTMLElement;
}

/** Shows what the API gives, a page at a time: a button behind it asks for more. */
export function pagedList<Row>({ path, query, list, whole, entry }: PagedList<Row>, words: Words): HTMLElement {
  const status = element("p", { role: "status", class: "about" }, words.loading);
  const more = element("button", { type: "button", hidden: true, click: () => void fetchPage() }, words.more);
  let cursor: string | null = null;

  async function fetchPage(): Promise<void> {
    more.disabled = true;
    try {
      const asked = new URLSearchParams(query);
      if (cursor !== null) asked.set("cursor", cursor);
      const { rows, next } = await askJson<Page<Row>>(path, asked);
      const made = rows.map(entry);
      list.append(...made);
      status.textContent = list.childElementCount === 0 ? words.none : "";
      // Who asked for more by keyboard goes on with the first that came.
      if (cursor !== null) made[0]?.querySelector("a")?.focus();
      cursor = next;
      more.hidden = next === null;
    } catch (error) {
      status.replaceChildren(problemText(error, words));
    } finally {
      more.disabled = false;
    }
  }

  void fetchPage();
  return element("div", { class: "list" }, whole, status, element("p", {}, more));
}
