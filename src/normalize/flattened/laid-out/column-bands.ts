import type { LaidLine, Token } from "./laid-lines.js";

/** Columns of characters that the words of one table column take. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** Stretches of columns that some word takes, parted by those that all leave blank. */
export function widened(bands: readonly Band[], tokens: readonly Token[]): Band[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...bands, ...tokens].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** The band in which a word stands: the one it shares most columns with, else the nearest. */
export function bandOf(bands: readonly Band[], token: Token): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  bands.forEach((band, i) => {
    const shared = Math.min(band.to, token.to) - Math.max(band.from, token.from);
    if (shared > most) {
      most = shared;
      best = i;
    }
  });
  return best;
}

/** Blank columns of characters that part two columns of labels. */
const APART = 2;

/**
 * The columns of a table: its heads', and left of them those of labels, where words stand that touch no head. `overlaps`: a label may reach under the
 * first head, as none stands over the labels themselves.
 */
export function withLabels(heads: readonly Band[], lines: readonly LaidLine[], overlaps: boolean): Band[] {
  const edge = heads[0]!.from;
  const cut = (token: Token): Token => {
    const { text, from, to } = token;
    return overlaps && /\p{Script=Han}{2}/u.test(text) && to > edge && edge - from > (to - from) / 2 ? { ...token, to: edge } : token;
  };
  const covered = lines.reduce<readonly Band[]>((bands, { tokens }) => widened(bands, tokens.map(cut)), []);
  const labels: { from: number; to: number }[] = [];
  for (const { from, to } of covered.filter((band) => band.to <= edge)) {
    const before = labels.at(-1);
    if (before && from - before.to < APART) before.to = to;
    else labels.push({ from, to });
  }
  return [...labels, ...heads];
}

/** Share of a column's words, left and right, that may stand beside where the others do. */
const ASIDE = 0.1;

/** Columns as their words show them, the heads among these. */
export function settledBands(bands: readonly Band[], words: readonly (readonly Token[])[]): Band[] {
  return bands.map((band, c) => {
    const sure = words[c]!.filter(({ glued }) => !glued);
    const own = [...(sure.length > 0 ? sure : words[c]!), band];
    const at = (edges: number[], share: number) => edges.sort((a, b) => a - b)[Math.round((edges.length - 1) * share)]!;
    return {
      from: at(
        own.map(({ from }) => from),
        ASIDE,
      ),
      to: at(
        own.map(({ to }) => to),
        1 - ASIDE,
      ),
    };
  });
}
