import type { Paragraph } from "../../../../core/extracted.js";
import { cleanText, joinLines } from "../../../../core/text.js";
import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";
import type { TableFinder } from "../find-table.js";
import { isFirstWithBar } from "./is-first-with-bar.js";

/** Lines that hold a bar alone, at least. */
const LEAST_EMPTY = 3;
const MOST_LINES = 5000;
const LONE_BAR = /^\s*\|\s*$/u;

/**
 * A web page's table as some dumps write it: a bar behind each cell, lines broken where a cell was empty or had lines of its own, and nothing that tells
 * the rows. Its cells, one a paragraph; an empty one is a bar.
 */
export const barCells: TableFinder = (lines, from) => {
  if (!lines[from]!.text.includes("|") || !isFirstWithBar(lines, from)) return undefined;
  let to = from;
  let lone = 0;
  let barred = 0;
  let bare = 0;
  for (let at = from; at < lines.length && at - from < MOST_LINES && !isBlankLine(lines[at]!); at++) {
    const hasBar = lines[at]!.text.includes("|");
    if (hasBar) to = at + 1;
    if (LONE_BAR.test(lines[at]!.text)) lone++;
    else if (hasBar) barred++;
    else bare++;
  }
  return lone < LEAST_EMPTY || barred < bare ? undefined : { to, blocks: cellsOf(lines.slice(from, to)) };
};

function cellsOf(lines: readonly SourceLine[]): Paragraph[] {
  const cells: Paragraph[] = [];
  let pieces: string[] = [];
  let number = lines[0]!.number;
  const add = (end: number) => {
    const text = joinLines(pieces.filter((piece) => cleanText(piece) !== "")) || "|";
    const evidence = { line: text === "|" ? end : number, quote: text };
    cells.push({ type: "paragraph", text, lines: [{ text, evidence, told: "cell" }], evidence: [evidence] });
    pieces = [];
  };
  for (const line of lines) {
    for (const [index, piece] of line.text.split("|").entries()) {
      if (index > 0) add(line.number);
      if (pieces.every((each) => cleanText(each) === "")) number = line.number;
      pieces.push(piece);
    }
  }
  if (pieces.some((piece) => cleanText(piece) !== "")) add(lines.at(-1)!.number);
  return cells;
}
