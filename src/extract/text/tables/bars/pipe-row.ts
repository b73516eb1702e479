import { displayWidth } from "../../../../core/display-width.js";
import type { SourceLine } from "../../lines/source-lines.js";

/** A line of cells parted by bars. */
export interface PipeRow {
  /** What stands between the bars, and what before the first and behind the last, if anything. */
  readonly cells: readonly string[];
  /** A bar stands before all text, behind it. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** The row of dashes below a head. */
  readonly isRule: boolean;
  /** Columns of the bars, by each {@link MEASURES}. */
  readonly bars: readonly (readonly number[])[];
  readonly line: SourceLine;
}

/** Columns that a text takes, as writers count them: what a fixed-pitch font draws, signs such as ≥ drawn wide, characters. */
export const MEASURES: readonly ((text: string) => number)[] = [
  displayWidth,
  (text) => displayWidth(text) + (text.match(/[\u2010-\u2bff]/gu)?.length ?? 0),
  (text) => [...text].length,
];

const RULE_CELL = /^\s*:?-+:?\s*$/u;

/** A line as a row of cells; undefined where no bars part anything. */
export function pipeRow(line: SourceLine): PipeRow | undefined {
  if (!line.text.includes("|")) return undefined;
  const text = line.text.trim();
  const pieces: string[] = [];
  const bars: number[][] = MEASURES.map(() => []);
  let piece = "";
  const columns = MEASURES.map(() => 0);
  for (const [index, character] of [...text].entries()) {
    const escaped = text[index - 1] === "\\";
    if (character === "|" && escaped) piece = `${piece.slice(0, -1)}|`;
    else if (character === "|") {
      pieces.push(piece);
      for (const [m, column] of columns.entries()) bars[m]!.push(column);
      piece = "";
    } else piece += character;
    for (const [m, widthOf] of MEASURES.entries()) columns[m]! += widthOf(character);
  }
  pieces.push(piece);
  const opens = pieces[0]!.trim() === "";
  const closes = pieces.at(-1)!.trim() === "" && pieces.length > 1;
  const between = pieces.slice(opens ? 1 : 0, closes ? -1 : undefined);
  if (between.length === 0 || (between.length === 1 && !(opens && closes))) return undefined;
  return { cells: pieces, opens, closes, isRule: between.every((cell) => RULE_CELL.test(cell)), bars, line };
}

/** Bars stand at both ends. */
export function isFramed({ opens, closes }: PipeRow): boolean {
  return opens && closes;
}
