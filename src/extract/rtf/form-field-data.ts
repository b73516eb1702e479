import { BY_DEFAULT, type FormField, formField } from "../word/fields.js";

/** The data of a legacy form field, as they come. */
export class FormFieldData {
  #numbers = { fftype: 0, ffres: BY_DEFAULT, ffdefres: 0 };
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
    return formField(fftype, ffres, ffdefres, (index) => this.#entries[index] ?? "");
  }
}
