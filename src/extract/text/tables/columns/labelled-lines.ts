import { displayWidth } from "../../../../core/display-width.js";
import { cleanText } from "../../../../core/text.js";
import type { SourceLine } from "../../lines/source-lines.js";
import { delimitedTable } from "../delimited-table.js";
import type { TableFinder } from "../find-table.js";

/** Fewer lines in line may be chance. */
const LEAST_LINES = 3;
/** Columns that a label of a form takes at most. */
const WIDEST_LABEL = 24;
const LABEL = /^([ \u3000]*)(\S(?:[^\n]*?\S)??)([ \u00a0\u3000]{2,})(\S.*)$/u;

interface LabelledLine {
  readonly label: string;
  readonly value: string;
  /** Display column at which the value begins. */
  readonly at: number;
  readonly line: SourceLine;
}

/** A cover's labels and values set apart with spaces (项目名称  …): three or more lines whose values begin in the same display column. */
export const labelledLines: TableFinder = (lines, from, context) => {
  const rows: LabelledLine[] = [];
  for (let at = from; at < lines.length; at++) {
    const row = labelledLine(lines[at]!);
    if (!row || (rows[0] && row.at !== rows[0].at)) break;
    rows.push(row);
  }
  // More gaps behind most labels are more columns, that do not stand in line.
  const gapped = rows.filter(({ value }) => /\S[ \u3000]{2,}\S/u.test(value));
  if (rows.length < LEAST_LINES || gapped.length * 2 > rows.length) return undefined;
  const cells = rows.map(({ label, value, line }) => [label, value].map((text) => ({ text, line: line.number })));
  return { to: from + rows.length, blocks: [delimitedTable(cells, 0.75, context)] };
};

function labelledLine(line: SourceLine): LabelledLine | undefined {
  const match = LABEL.exec(line.text.slice(0, 400));
  if (!match) return undefined;
  const [, indent = "", label = "", gap = "", value = ""] = match;
  const at = displayWidth(indent + label + gap);
  if (at > WIDEST_LABEL || /[。；，]/u.test(label) || cleanText(label).length < 2) return undefined;
  return { label, value: value + line.text.slice(400), at, line };
}
