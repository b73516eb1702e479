import { POINT_NUMBER } from "../../core/numbering.js";
import { cleanText } from "../../core/text.js";

/** A line that begins so begins a point of its own: 一、（一）1. 1）① 第一条. */
const ENUMERATED = new RegExp(`^(?:${POINT_NUMBER}|\\d{1,2}[)）])`, "u");
/** What begins a line of its own in a form: 项目单位：… */
const LABELLED = /^[^：:，。；,;]{2,12}[：:]/u;
const ENDS_SENTENCE = /[。；;！!？?：:]$/u;

/**
 * The paragraphs, each of its lines, that the author's soft breaks make of one stored paragraph. A soft break is mostly layout (a head broken
 * to fit its column); it parts paragraphs where a page or a blank line lies between, where a sentence has ended, or where a numbered point or a labelled field begins.
 */
export function paragraphLines(text: string): string[][] {
  return text.split("\f").flatMap(partAtSoftBreaks);
}

function partAtSoftBreaks(text: string): string[][] {
  const paragraphs: string[][] = [];
  let current: string[] = [];
  const finish = () => {
    if (current.length > 0) paragraphs.push(current);
    current = [];
  };
  for (const [index, line] of text.split("\n").entries()) {
    const clean = cleanText(line);
    if (clean === "") {
      if (index > 0) finish();
      continue;
    }
    const before = current.at(-1);
    if (before !== undefined && (ENDS_SENTENCE.test(cleanText(before)) || ENUMERATED.test(clean) || LABELLED.test(clean))) finish();
    current.push(line);
  }
  finish();
  return paragraphs;
}
