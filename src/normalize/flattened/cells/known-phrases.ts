import type { Block } from "../../../core/extracted.js";
import { cleanText } from "../../../core/text.js";
import { reflow } from "../../prose/reflow.js";
import { foldCell } from "./cell-score.js";
import type { Known } from "./word-cells.js";

/** Phrases between punctuation in the running text: indicators are often named there as well. */
export function phrasesOf(blocks: readonly Block[]): Known {
  const phrases = new Set<string>();
  const snippets = new Set<string>();
  const add = (set: Set<string>, phrase: string) => {
    const folded = foldCell(phrase).replace(/^\d{1,2}[.．、]/u, "");
    if (folded.length >= 3 && folded.length <= 40) set.add(folded);
  };
  const paragraphs = blocks.filter((block) => block.type === "paragraph");
  for (const group of reflow(paragraphs)) {
    const text = group.map((index) => cleanText(paragraphs[index]!.text)).join("");
    if (text.length < 12) continue;
    for (const phrase of text.split(/[；;。：:]/u)) {
      add(phrases, phrase);
      for (const snippet of phrase.split(/[、，,（）()]/u)) add(snippets, snippet);
    }
  }
  return { phrases, snippets };
}
