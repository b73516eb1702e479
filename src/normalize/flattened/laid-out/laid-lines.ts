import type { Block, Line } from "../../../core/extracted.js";
import { PAGE_MARK } from "../atom.js";
import { headBehindAmount } from "./parted-heads.js";

/** A word of a line that keeps its page's layout, and the columns of characters that it takes (the end not included). */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** One blank parts it from the word before it: writers of layouts set such words one behind the other, whatever stood between them. */
  readonly glued: boolean;
}

/** A line whose words stand where the page has them. */
export interface LaidLine {
  readonly tokens: readonly Token[];
  /** Physical line: what stands between two lines' numbers is blank. */
  readonly row: number;
  /** Index of its paragraph in the document's blocks. */
  readonly block: number;
  readonly line: Line;
  /** A form feed stands before it. */
  readonly newPage: boolean;
}

/** How many columns an ideograph takes: writers of layouts count characters, or what a fixed-pitch font draws. */
export type Pitch = 1 | 2;

export const PITCHES: readonly Pitch[] = [1, 2];

const TAB = 8;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** The lines of the paragraphs `from` to before `to`, with their words where they stand; blank ones and page numbers left out. */
export function laidLines(blocks: readonly Block[], from: number, to: number, pitch: Pitch): LaidLine[] {
  const lines: LaidLine[] = [];
  for (let block = from; block < to; block++) {
    const paragraph = blocks[block]!;
    if (paragraph.type !== "paragraph") continue;
    paragraph.lines.forEach((line, i) => {
      const tokens = tokensOf(line.text, pitch);
      const newPage = i === 0 && paragraph.newPage === true;
      if (tokens.length > 0 && !PAGE_MARK.test(line.text))
        lines.push({ tokens, row: line.evidence.line ?? lines.length, block, line, newPage });
    });
  }
  return lines;
}

function tokensOf(text: string, pitch: Pitch): Token[] {
  const tokens: Token[] = [];
  let column = 0;
  let word = "";
  let from = 0;
  const finish = () => {
    if (word !== "") tokens.push({ text: word, from, to: column, glued: from - (tokens.at(-1)?.to ?? from) === 1 });
    word = "";
  };
  for (const character of text) {
    if (/\s/u.test(character)) {
      finish();
      column += character === "\t" ? TAB - (column % TAB) : character === "\u3000" ? pitch : 1;
      continue;
    }
    if (word === "") from = column;
    word += character;
    column += WIDE.test(character) ? pitch : 1;
  }
  finish();
  return withWholeDates(tokens).flatMap((token) => withPartedHeads(token, pitch));
}

function withPartedHeads(token: Token, pitch: Pitch): Token[] {
  const at = headBehindAmount(token.text);
  if (at === undefined) return [token];
  const edge = token.from + at * pitch;
  return [
    { ...token, text: token.text.slice(0, at), to: edge },
    { ...token, text: token.text.slice(at), from: edge, glued: true },
  ];
}

/** A writer that sets a space between ideographs and figures parts dates too: 2022 年 10 and 月 11 日 are one word each. */
function withWholeDates(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const words = [tokens[at]!];
    while (isNext(tokens, at + words.length) && DATE_START.test(textOf([...words, tokens[at + words.length]!])))
      words.push(tokens[at + words.length]!);
    const isDate = words.length > 1 && DATE.test(textOf(words));
    joined.push(isDate ? { ...words[0]!, text: textOf(words).replace(/ /gu, ""), to: words.at(-1)!.to } : words[0]!);
    if (isDate) at += words.length - 1;
  }
  return joined;
}

const DATE_START =
  /^(?:(?:19|20)\d\d(?: 年(?: \d{1,2}(?: 月(?: \d{1,2}(?: 日\p{Script=Han}{0,2})?)?)?)?)?|\d{1,2}(?: 月(?: \d{1,2}(?: 日\p{Script=Han}{0,2})?)?)?|月(?: \d{1,2}(?: 日)?)?)$/u;
const DATE =
  /^(?:19|20)\d\d 年(?: \d{1,2}(?: 月(?: \d{1,2}(?: 日\p{Script=Han}{0,2})?)?)?)?$|^(?:\d{1,2} )?月 \d{1,2}(?: 日\p{Script=Han}{0,2})?$/u;

function isNext(tokens: readonly Token[], at: number): boolean {
  return at < tokens.length && tokens[at]!.from - tokens[at - 1]!.to === 1;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}

/** Gaps that a line of a table in columns has at least, and blank columns of characters that make one. */
const LEAST_GAPS = 2;
const GAP = 2;

/** Whether words, or columns of them, stand apart as those of a table do. */
export function isLaidOut(extents: readonly { readonly from: number; readonly to: number }[]): boolean {
  return extents.filter(({ from }, i) => i > 0 && from - extents[i - 1]!.to >= GAP).length >= LEAST_GAPS;
}
