import { numberText } from "../word/number-text.js";
import type { MarkupElement } from "./parse-markup.js";

/** How `<ol type>` and the list styles of CSS number their items, in the words of Word's number formats. */
const FORMATS: { readonly [type: string]: string } = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

interface OpenList {
  readonly format: string | undefined;
  readonly step: 1 | -1;
  next: number;
}

/** The numbers that a page shows before the items of its lists. */
export class ListNumbers {
  readonly #open: OpenList[] = [];

  enter({ name, attributes }: MarkupElement): void {
    const unnumbered = name !== "ol" || /list-style(?:-type)?\s*:[^;]*\bnone\b/iu.test(attributes.style ?? "");
    const start = Number.parseInt(attributes.start ?? "1", 10);
    this.#open.push({
      format: unnumbered ? undefined : (FORMATS[attributes.type ?? "1"] ?? "decimal"),
      step: attributes.reversed === undefined ? 1 : -1,
      next: Number.isSafeInteger(start) ? start : 1,
    });
  }

  leave(): void {
    this.#open.pop();
  }

  /** What stands before this item: "1. "; nothing in lists without numbers. */
  label({ attributes }: MarkupElement): string {
    const list = this.#open.at(-1);
    if (!list?.format) return "";
    const value = Number.parseInt(attributes.value ?? "", 10);
    const number = Number.isSafeInteger(value) ? value : list.next;
    list.next = number + list.step;
    return `${numberText(number, list.format)}. `;
  }
}
