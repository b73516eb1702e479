import { cleanText } from "../../core/text.js";
import { paragraphLines } from "../word/paragraph-lines.js";

/** Two ideographic spaces (or as many blanks as they take) are how an author indents a paragraph by hand. */
const INDENTED = /^(?:[ \u00a0]*\u3000[ \u00a0]*\u3000|[ \u00a0]{4})/u;
const GAP = /[ \u00a0]*(?:[\t\u3000]|[ \u00a0]{2})\s*/u;
/** Words that show columns, parted by wide blanks, at least. */
const LEAST_FIELDS = 3;
const DIGIT_BEFORE = /\d$/u;
const DIGIT_AFTER = /^\d/u;

/**
 * The author's paragraphs, each as its lines, of a text whose lines an author broke by hand ("\n": a line break in a page or a sheet's cell). In a
 * narrow cell such a break is mostly layout (绩⏎效⏎指⏎标), and lines are joined unless something shows a new paragraph; two figures are never
 * joined to one. In running text a line that is shorter than `fullWidth` characters or set in columns was not broken for its width and stands alone.
 */
export function authorParagraphs(text: string, fullWidth = 0): string[][] {
  return paragraphLines(text).flatMap((lines) => {
    const parts: string[][] = [];
    for (const line of lines) {
      const current = parts.at(-1);
      if (current && goesOn(current.at(-1)!, line, fullWidth)) current.push(line);
      else parts.push([line]);
    }
    return parts;
  });
}

function goesOn(above: string, line: string, fullWidth: number): boolean {
  const [before, after] = [cleanText(above), cleanText(line)];
  if (INDENTED.test(line)) return false;
  if (DIGIT_BEFORE.test(before) && DIGIT_AFTER.test(after)) return false;
  return before.length >= fullWidth && !(fullWidth > 0 && [above, line].some(isInColumns));
}

/** A line of a table or a form that blanks part into columns: no sentence stands in it. */
function isInColumns(line: string): boolean {
  return !/[，。；]/u.test(line) && line.trim().split(GAP).length >= LEAST_FIELDS;
}
