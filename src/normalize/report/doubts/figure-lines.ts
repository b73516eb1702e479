import type { Block } from "../../../core/extracted.js";
import { foldFigure } from "../../figures/find-numeral.js";

/** Figures that stand apart in one line as they do in the row of a table; prose has hardly two. */
const LEAST = 3;
const FIGURE = /^[≥≤><=]?\d{1,3}(?:[\d,]*(?:\.\d+)?)(?:%|‰)?(?![年月日号时点])\p{Script=Han}{0,3}$/u;
/** Longer digits are of a telephone or a code. */
const LONGEST = 14;

/** The lines of recognised paragraphs that are rather rows of a table, of which the table finder made none: 满意度 ≥91 % 10 96.1% 10. */
export function figureLines(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap((block) => (block.type === "paragraph" && block.reading ? block.lines : []))
    .map(({ text }) => text.trim())
    .filter((line) => {
      const fields = line.split(/\s+/u).map(foldFigure);
      return (
        fields.filter((field, i) => field.length <= LONGEST && FIGURE.test(field) && !/^[年月日号]/u.test(fields[i + 1] ?? "")).length >=
        LEAST
      );
    });
}
