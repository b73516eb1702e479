import { element } from "./element.js";
import type { Words } from "./words.js";

/** A control of a filter with its label; the control's id is `name`. */
export function field(name: "severity" | "rule" | "unit" | "year" | "cause" | "text", words: Words, control: HTMLElement): HTMLElement {
  return element("p", { class: "field" }, element("label", { for: name }, words.filter[name]), control);
}

/** Makes what a form holds the address of a view. */
export function applyFilter(event: Event, view: string): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value !== "") chosen.set(name, value);
  location.hash = chosen.size > 0 ? `${view}?${chosen}` : view;
}
