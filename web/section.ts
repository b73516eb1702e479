import { type Content, element } from "./element.js";

/** A part of a view under its title. */
export function section(title: string, ...content: readonly Content[]): HTMLElement {
  return element("section", { "aria-label": title }, element("h2", {}, title), content);
}
