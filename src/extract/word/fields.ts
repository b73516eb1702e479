import { equationText } from "./equation-field.js";
import { symbolText } from "./symbol-font.js";

/** The state of a legacy form field that shows without having a result of its own. */
export type FormField = { readonly kind: "checkbox"; readonly checked: boolean } | { readonly kind: "dropdown"; readonly chosen: string };

/** Word itself nests fields twenty deep. */
const MOST_DEPTH = 40;

interface Field {
  code: string;
  inResult: boolean;
  hasResult: boolean;
  form?: FormField;
}

/** "As the field's default has it". */
export const BY_DEFAULT = 25;
const CHECK_BOX = 1;
const DROP_DOWN = 2;

/** The state of a form field as DOC and RTF store it, by numbers; undefined for fields that hold text of their own. `entry`: the text of an entry. */
export function formField(kind: number, result: number, usual: number, entry: (index: number) => string): FormField | undefined {
  const chosen = result === BY_DEFAULT ? usual : result;
  if (kind === CHECK_BOX) return { kind: "checkbox", checked: chosen === 1 };
  return kind === DROP_DOWN ? { kind: "dropdown", chosen: entry(chosen) } : undefined;
}

/**
 * Word's fields, which nest: an instruction that does not show, then a result that does. Where a field has no stored result but shows
 * something (a form's check box, an EQ or SYMBOL instruction), {@link end} tells it.
 */
export class Fields {
  readonly #open: Field[] = [];
  /** Fields opened inside so many others that they are no longer told apart. */
  #beyond = 0;

  /** True while text is instruction, not result. */
  get hidden(): boolean {
    return this.#open.some((field) => !field.inResult || field.form?.kind === "checkbox");
  }

  /** True inside the result of a table of contents. */
  get inContents(): boolean {
    return this.#open.some((field) => field.inResult && /^\s*TOC\b/i.test(field.code));
  }

  /** True inside the result of a text form field. */
  get inTextField(): boolean {
    return this.#open.some((field) => field.inResult && /^\s*FORMTEXT\b/i.test(field.code));
  }

  begin(form?: FormField): void {
    if (this.#open.length >= MOST_DEPTH) this.#beyond++;
    else this.#open.push({ code: "", inResult: false, hasResult: false, form });
  }

  /** The state of the form field that is open. */
  fill(form: FormField | undefined): void {
    const field = this.#open.at(-1);
    if (field) field.form = form;
  }

  /** The instruction of the innermost field. */
  get instruction(): string {
    return this.#open.at(-1)?.code ?? "";
  }

  /** Text of an instruction. */
  code(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.inResult && field.code.length < 1024) field.code += text;
  }

  /** Text that may show; returns what does. */
  show(text: string): string {
    if (this.hidden) return "";
    if (text !== "") for (const field of this.#open) field.hasResult = true;
    return text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.inResult = true;
  }

  end(): string {
    if (this.#beyond > 0) {
      this.#beyond--;
      return "";
    }
    const field = this.#open.pop();
    return field && !field.hasResult ? this.show(textOf(field)) : "";
  }

  /** An instruction never runs on over a paragraph's end; one that was left open would hide the rest of the document. */
  endParagraph(): void {
    for (const field of this.#open) field.inResult = true;
  }

  /** At the end of a cell or a story nothing can be open any more. */
  reset(): void {
    this.#open.length = 0;
    this.#beyond = 0;
  }
}

function textOf(field: Field): string {
  if (field.form) return field.form.kind === "checkbox" ? (field.form.checked ? "☑" : "☐") : field.form.chosen;
  const eq = /^\s*EQ\s/i.exec(field.code);
  if (eq) return equationText(field.code.slice(eq[0].length));
  const symbol = /^\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})\b(?:.*?\\f\s*"?([^"\\]+?)"?\s*(?:\\|$))?/i.exec(field.code);
  if (!symbol) return "";
  const code = Number(symbol[1]);
  return symbolText(symbol[2] ?? "Symbol", code) ?? "";
}
