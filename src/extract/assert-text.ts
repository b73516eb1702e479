import { Fault } from "../core/fault.js";
import type { Limits } from "../core/limits.js";

/** Faults: `too-large` for a paragraph, a cell or a line that is longer than one may be. */
export function assertText({ length }: string, limits: Limits): void {
  if (length > limits.paragraph)
    throw new Fault("too-large", `A paragraph has ${length} characters; the limit (paragraph) is ${limits.paragraph}.`, {
      remedy: "Break its text into paragraphs, or split the file.",
    });
}

/** Faults: `too-large` for a text of so many characters in all. */
export function assertCharacters(length: number, limits: Limits): void {
  if (length > limits.characters)
    throw new Fault("too-large", `The document has ${length} characters; the limit (characters) is ${limits.characters}.`, {
      remedy: "Split the file.",
    });
}
