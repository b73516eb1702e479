import type { Line, Table } from "../../../core/extracted.js";
import { isFundAmount } from "../../../core/record.js";
import { FIELD_ROLES, type FundRole, fundRole } from "../../lexicon/labels/head-words.js";
import { readSerial, splitFormula } from "../../tables/heads/printed-formula.js";
import { HEADING } from "../heads/find-heads.js";
import { MOST_ROWS, type SourceColumn, sourceWord } from "../transposed/source-head.js";
import { agreement, SOURCE_FIGURE, type SourceRow, transposedTable } from "../transposed/transposed-table.js";
import { type Band, bandOf, widened } from "./column-bands.js";
import { isLaidOut, type LaidLine, type Token } from "./laid-lines.js";
import { placeTokens } from "./place-tokens.js";

/** A word and the line it stands on. */
interface Word extends Token {
  readonly line: Line;
}

export interface LaidTransposed {
  readonly table: Table;
  /** The line behind its last. */
  readonly to: number;
}

const CONFIDENCE = { agrees: 0.9, open: 0.5 };
/** Lines of a head, and of blank lines between two lines of the table, at most. */
const TALLEST = 6;
const MOST_BLANK = 3;

/**
 * The fund table whose columns are sources and whose rows are amounts, of which a head begins at a line: empty cells are told by where the figures stand
 * under the head's words, and the sums tell whether that is right.
 */
export function laidTransposedAt(lines: readonly LaidLine[], at: number): LaidTransposed | undefined {
  const { tokens } = lines[at]!;
  if (tokens.length < 2 || HEADING.test(tokens[0]!.text) || !tokens.some(({ text }) => sourceWord(text) === "source")) return undefined;
  let first = at + 1;
  while (first < Math.min(lines.length, at + TALLEST) && isNear(lines, first) && figuresOf(lines[first]!).length === 0) first++;
  if (first === lines.length || figuresOf(lines[first]!).length < 2 || !isLaidOut(lines[first]!.tokens)) return undefined;
  // The first row's label may stand above its figures.
  const starts = [first, first - 1].filter((start) => start > at);
  for (const start of starts) {
    const { rows, to } = rowsFrom(lines, start);
    const head = rows.filter(({ role }) => isFundAmount(role)).length >= 2 ? headOf(lines.slice(at, start)) : undefined;
    if (head) return { table: tableOf(head, rows), to };
  }
  return undefined;
}

function isNear(lines: readonly LaidLine[], at: number): boolean {
  return lines[at]!.row - lines[at - 1]!.row <= MOST_BLANK && !lines[at]!.newPage;
}

interface Row {
  readonly label: readonly Word[];
  readonly serial: readonly Word[];
  readonly figures: readonly Word[];
  readonly role: FundRole;
}

const isSerial = ({ text }: Token) => /^[(（①-⑳]/u.test(text) && readSerial(text) !== undefined;
const wordsOf = ({ tokens, line }: LaidLine): Word[] => tokens.map((token) => ({ ...token, line }));

function figuresOf(line: LaidLine): Word[] {
  return wordsOf(line).filter((word) => SOURCE_FIGURE.test(word.text));
}

/** The rows from a line on, no amount told twice. A label's lines stand beside, or above and below, the line of its figures. */
function rowsFrom(lines: readonly LaidLine[], from: number): { rows: Row[]; to: number } {
  const rows: Row[] = [];
  let to = from;
  for (let at = from; at < lines.length && (at === from || isNear(lines, at)); ) {
    const above = figuresOf(lines[at]!).length === 0 ? wordsOf(lines[at]!) : [];
    const own = above.length > 0 ? at + 1 : at;
    const line = lines[own];
    const figures = line && (own === at || isNear(lines, own)) ? figuresOf(line) : [];
    if (!line || figures.length === 0) break;
    const beside = wordsOf(line).filter((word) => word.from < figures[0]!.from);
    const told = [...above, ...beside.filter((word) => !isSerial(word))];
    const rest = lines[own + 1];
    const isRest = above.length > 0 && rest && isNear(lines, own + 1) && /^[（(]/u.test(rest.tokens[0]!.text) && rest.tokens.length === 1;
    const label = isRest ? [...told, ...wordsOf(rest)] : told;
    const role = fundRole(splitFormula(label.map(({ text }) => text).join("")).label)?.role;
    if (role === undefined || !FIELD_ROLES.has(role) || rows.some((row) => row.role === role)) break;
    rows.push({ label, serial: beside.filter(isSerial), figures, role });
    to = own + (isRest ? 2 : 1);
    at = to;
  }
  return { rows, to };
}

interface Head {
  readonly corner: readonly (readonly Word[])[];
  readonly columns: readonly (SourceColumn<Word> & { readonly band: Band })[];
}

/** The words of a head as columns: what stands on 小计's line behind it are its parts, under the source above them. Undefined where some word is no source. */
function headOf(zone: readonly LaidLine[]): Head | undefined {
  const words = zone.flatMap(wordsOf);
  const subtotal = words.findIndex(({ text }) => sourceWord(text) === "subtotal");
  const parts = subtotal < 0 ? [] : [words[subtotal]!];
  for (let at = subtotal + 1; parts.length > 0 && words[at]?.line === parts[0]!.line && sourceWord(words[at]!.text) === "source"; at++)
    parts.push(words[at]!);
  const middle = ({ from, to }: Band) => (from + to) / 2;
  const isOver = (word: Word) => middle(word) > parts[0]!.from && middle(word) < parts.at(-1)!.to;
  const above = parts.length > 0 ? words.slice(0, subtotal).filter((word) => sourceWord(word.text) === "source" && isOver(word)) : [];
  if (parts.length > 0 && above.length !== 1) return undefined;
  const rest = words.filter((word) => !parts.includes(word) && !above.includes(word));
  const groups = widened([], rest).map((band, _, bands) => ({ band, words: rest.filter((word) => bands[bandOf(bands, word)] === band) }));
  const kinds = groups.map((group) => sourceWord(group.words.map(({ text }) => text).join("")));
  if (kinds.some((kind) => kind !== "corner" && kind !== "source")) return undefined;
  const columns = [
    ...groups.filter((_, i) => kinds[i] === "source"),
    ...parts.map((word) => ({ band: word, words: [word], under: above })),
  ].sort((a, b) => a.band.from - b.band.from);
  return { corner: groups.filter((_, i) => kinds[i] === "corner").map((group) => group.words), columns };
}

function tableOf({ corner, columns }: Head, rows: readonly Row[]): Table {
  const bands = columns.map(({ band }) => band);
  const filled = rows.map(({ figures, ...row }): SourceRow<Word> => {
    const { places } = placeTokens(
      figures,
      bands,
      bands.map(() => "amount"),
    );
    return { ...row, cells: bands.map((_, c) => figures[places.indexOf(c)]) };
  });
  const under = columns.findIndex((column) => column.under !== undefined);
  const parent = under < 0 ? { from: 0, to: columns.length } : { from: under, to: columns.findLastIndex((c) => c.under !== undefined) + 1 };
  const confidence = agreement(filled, parent) >= MOST_ROWS ? CONFIDENCE.agrees : CONFIDENCE.open;
  return transposedTable({ corner, columns }, filled, ({ line }) => line, confidence);
}
