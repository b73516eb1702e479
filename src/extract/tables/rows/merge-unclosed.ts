import { lineText, type TextLine } from "../text-lines.js";
import type { BandRows } from "./fit-blocks.js";
import type { RowSpan } from "./merged-spans.js";
import { lineMiddle } from "./text-blocks.js";

/** A bracket that opens and is not closed; one that closes what was opened before. */
const OPENS = /[(（【〔[][^)）】〕\]]*$/u;
const CLOSES = /^[^(（【〔[]*[)）】〕\]]/u;

/** The rows, with the cells of a column merged where a bracket opens in the one and closes in the next: 数量指标（20 above 分） is one text. */
export function mergeUnclosed({ cuts, spans }: BandRows, columns: readonly (readonly TextLine[])[]): BandRows {
  return { cuts, spans: spans.map((own, column) => own ?? unclosedSpans(cuts, columns[column]!)) };
}

function unclosedSpans(cuts: readonly number[], lines: readonly TextLine[]): readonly RowSpan[] | undefined {
  const texts = Array.from({ length: cuts.length + 1 }, () => "");
  for (const line of lines) texts[cuts.filter((cut) => cut <= lineMiddle(line)).length] += lineText(line);
  const spans: RowSpan[] = [];
  let open = "";
  for (const [row, text] of texts.entries()) {
    const before = spans.at(-1);
    const goesOn = before !== undefined && OPENS.test(open) && CLOSES.test(text);
    if (goesOn) spans[spans.length - 1] = { from: before.from, to: row + 1 };
    else spans.push({ from: row, to: row + 1 });
    open = goesOn ? open + text : text;
  }
  return spans.length < texts.length ? spans : undefined;
}
