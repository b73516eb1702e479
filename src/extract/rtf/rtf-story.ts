import { Fields } from "../word/fields.js";
import type { FlowBlock } from "../word/flow.js";
import { bulletText } from "../word/symbol-font.js";
import { type RowDefinition, TableStack } from "../word/table-stack.js";

/** A text under way: the body, a note, a text box. */
export class RtfStory {
  readonly fields = new Fields();
  readonly #tables = new TableStack();
  #text = "";
  #label = "";
  #boxes: FlowBlock[] = [];

  constructor(
    readonly kind: "body" | "note" | "textBox",
    /** How many groups were open when it began. */
    readonly openGroups: number,
  ) {}

  show(text: string): void {
    this.#text += this.fields.show(text);
  }

  label(text: string): void {
    // A bullet of a picture font stands without its font here.
    this.#label += bulletText(undefined, text);
  }

  boxes(blocks: readonly FlowBlock[]): void {
    for (const block of blocks) this.#boxes.push(block);
  }

  endParagraph(depth: number, outline: number | undefined): void {
    const heading = outline !== undefined && outline >= 0 && outline < 9 ? { heading: outline + 1 } : {};
    const label = this.#label.trim() === "" ? {} : { label: `${this.#label.trim()} ` };
    this.#tables.add(depth, [{ type: "paragraph", text: this.#text, ...heading, ...label }, ...this.#boxes]);
    this.#text = "";
    this.#label = "";
    this.#boxes = [];
    this.fields.endParagraph();
  }

  endCell(depth: number): void {
    this.#tables.endCell(depth);
    this.fields.reset();
  }

  endRow(depth: number, definition: RowDefinition, isGone: boolean): void {
    this.#tables.endRow(depth, definition, isGone);
  }

  finish(): FlowBlock[] {
    if (this.#text !== "" || this.#boxes.length > 0) this.endParagraph(0, undefined);
    return this.#tables.finish();
  }
}
