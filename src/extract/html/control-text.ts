import type { MarkupElement, MarkupNode } from "./parse-markup.js";

/** Inputs whose value stands on the page as text. */
const TEXTUAL: ReadonlySet<string> = new Set(["text", "number", "date", "month", "tel", "email", "url"]);

/** What a form control shows: a ticked or empty box, what was typed, what was chosen. */
export function controlText(control: MarkupElement): string {
  const { attributes, name } = control;
  if (name === "textarea") return textOf(control.children);
  if (name === "select") {
    const options = optionsIn(control.children);
    const chosen = options.find((option) => option.attributes.selected !== undefined) ?? options[0];
    return chosen ? textOf(chosen.children) : "";
  }
  const type = (attributes.type ?? "text").toLowerCase();
  if (type === "checkbox" || type === "radio") return attributes.checked === undefined ? "☐" : "☑";
  return TEXTUAL.has(type) ? (attributes.value ?? "") : "";
}

function optionsIn(nodes: readonly MarkupNode[]): MarkupElement[] {
  return nodes.flatMap((node) => (node.type === "text" ? [] : node.name === "option" ? [node] : optionsIn(node.children)));
}

function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (node.type === "text" ? node.text : textOf(node.children))).join("");
}
