import type { FormField } from "../word/fields.js";

/** "As the field's default has it". */
const UNDEFINED_RESULT = 25;

/** The data of a legacy form field, as they come. */
export class FormFieldData {
  #numbers = { fftype: 0, ffres: UNDEFINED_RESULT, ffdefres: 0 };
  readonly #entries: string[] = [];

  set(name: "fftype" | "ffres" | "ffdefres", value: number): void {
    this.#numbers = { ...this.#numbers, [name]: value };
  }

  /** An entry of a drop-down list begins. */
  beginEntry(): void {
    this.#entries.push("");
  }

  entryText(text: string): void {
    this.#entries.push((this.#entries.pop() ?? "") + text);
  }

  /** Undefined for fields that hold text of their own. */
  get state(): FormField | undefined {
    const { fftype, ffres, ffdefres } = this.#numbers;
    const chosen = ffres === UNDEFINED_RESULT ? ffdefres : ffres;
    if (fftype === 1) return { kind: "checkbox", checked: chosen === 1 };
    return fftype === 2 ? { kind: "dropdown", chosen: this.#entries[chosen] ?? "" } : undefined;
  }
}
