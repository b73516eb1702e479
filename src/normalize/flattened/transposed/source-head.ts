import type { FundSource } from "../../../core/record.js";
import { readAmount } from "../../figures/money.js";
import { fundSource, SUBTOTAL } from "../../lexicon/labels/fund-source.js";
import type { Piece } from "../pieces.js";

/** A leaf of a head of sources; `under`: the words of the head above it and its neighbours. */
export interface SourceColumn<W = Piece> {
  readonly words: readonly W[];
  readonly under?: readonly W[];
}

/** The head of a table whose columns are sources. */
export interface SourceHead<W = Piece> {
  /** What stands over the rows' labels and serials: 项目, 行次. */
  readonly corner: readonly (readonly W[])[];
  readonly columns: readonly SourceColumn<W>[];
  /** The atom that it begins at. */
  readonly from: number;
  /** The sums of the rows say that the columns stand as told. */
  readonly agrees: boolean;
}

type Kind = "corner" | "source" | "subtotal";

interface Word {
  readonly kind: Kind;
  readonly pieces: readonly Piece[];
}

const CORNER = /^(?:项目|行次|序号|栏次|指标|内容|类别|名称|资金来源|预算资金情况|资金情况|项目资金)(?:[(（][^()（）]{1,6}[)）])?$/u;
const MOST_WORD_PIECES = 4;
/** So large a share of the rows must bear out which columns stand under a common head. */
export const MOST_ROWS = 0.6;

/**
 * The words between two pieces as heads of `count` columns. Those behind 小计 stand in a second row, under one of the words before: which, the
 * rows' sums tell (`agreement`: the share of rows in which a subtotal at `from` is the sum of the columns up to `to`).
 */
export function readSourceHead(
  pieces: readonly Piece[],
  from: number,
  to: number,
  count: number,
  agreement: (under: { readonly from: number; readonly to: number }) => number,
): SourceHead | undefined {
  for (let start = from; start < to - 1; start++) {
    const words = wordsOf(pieces, start, to);
    const head = words && arranged(words, count, agreement);
    if (head) return { ...head, from: pieces[start]!.from };
  }
  return undefined;
}

/** The most words that the pieces make up, all of them. */
function wordsOf(pieces: readonly Piece[], from: number, to: number): Word[] | undefined {
  const best = new Map<number, Word[]>([[from, []]]);
  for (let at = from; at < to; at++) {
    const before = best.get(at);
    if (!before) continue;
    let text = "";
    for (let end = at + 1; end <= Math.min(to, at + MOST_WORD_PIECES); end++) {
      const piece = pieces[end - 1]!;
      // Words on one line are two, and a bracket belongs to the word before it.
      if (end - 1 > at && !piece.begins && !/^[(（]/u.test(piece.text)) break;
      text += piece.text;
      const kind = sourceWord(text);
      if (kind === undefined || (best.get(end)?.length ?? 0) > before.length) continue;
      best.set(end, [...before, { kind, pieces: pieces.slice(at, end) }]);
    }
  }
  return best.get(to);
}

/** What a word is in such a head; undefined where it is none of its words. */
export function sourceWord(text: string): Kind | undefined {
  if (/^[(（]|[)）]./u.test(text) || count(text, /[(（]/gu) !== count(text, /[)）]/gu)) return undefined;
  if (CORNER.test(text)) return "corner";
  if (SUBTOTAL.test(text)) return "subtotal";
  return readAmount(text) === null && fundSource(text) !== undefined ? "source" : undefined;
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

function arranged(
  words: readonly Word[],
  count: number,
  agreement: (under: { readonly from: number; readonly to: number }) => number,
): Omit<SourceHead, "from"> | undefined {
  const corners = words.findIndex(({ kind }) => kind !== "corner");
  const heads = words.slice(corners);
  if (corners < 0 || heads.some(({ kind }) => kind === "corner") || heads[0]!.kind !== "source") return undefined;
  // A head is read from its first word on: what stands over the labels, or the whole.
  if (corners === 0 && sourceOf(heads[0]!) !== "total") return undefined;
  const corner = words.slice(0, corners).map(({ pieces }) => pieces);
  const columnsOf = (list: readonly Word[]) => list.map(({ pieces }) => ({ words: pieces }));
  const second = heads.findIndex(({ kind }) => kind === "subtotal");
  if (second < 0) {
    return heads.length === count ? { corner, columns: columnsOf(heads), agrees: true } : undefined;
  }
  const above = heads.slice(0, second);
  const below = heads.slice(second);
  if (below.some(({ kind }, i) => i > 0 && kind === "subtotal") || above.length - 1 + below.length !== count) return undefined;
  const ranked = above
    .map((_, at) => ({ at, share: agreement({ from: at, to: at + below.length }) }))
    .sort((a, b) => b.share - a.share || Number(isFiscal(above[b.at]!)) - Number(isFiscal(above[a.at]!)));
  const { at, share } = ranked[0]!;
  const under = above[at]!.pieces;
  return {
    corner,
    columns: [
      ...columnsOf(above.slice(0, at)),
      ...below.map(({ pieces }) => ({ words: pieces, under })),
      ...columnsOf(above.slice(at + 1)),
    ],
    agrees: share >= MOST_ROWS && (isFiscal(above[at]!) || ranked[1] === undefined || share > ranked[1].share),
  };
}

function isFiscal(word: Word): boolean {
  const source = sourceOf(word);
  return source === "fiscal" || source === "current_fiscal";
}

function sourceOf({ pieces }: Word): FundSource | undefined {
  return fundSource(pieces.map(({ text }) => text).join(""));
}
