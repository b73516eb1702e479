import type { Role } from "../lexicon/prose/prose-words.js";
import { type Measure, rolesOf, type Token } from "./lexer.js";

/** What a pattern matched: tokens `from` up to (not including) `to`, and the captured ones by name. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly captured: { readonly [name: string]: Token };
}

/** A pattern over tokens: every end it can reach from `at`, preferred first. Patterns are small and their repetition is bounded. */
export type Pattern = (tokens: readonly Token[], at: number) => readonly Match[];

type Test = (token: Token) => boolean;

const single =
  (test: Test): Pattern =>
  (tokens, at) => {
    const token = tokens[at];
    return token && test(token) ? [{ from: at, to: at + 1, captured: {} }] : [];
  };

export const word = (...roles: readonly Role[]): Pattern => single((token) => rolesOf(token).some((role) => roles.includes(role)));
export const figure = (...kinds: readonly Measure[]): Pattern => single((token) => (kinds as readonly string[]).includes(token.kind));
export const mark = (characters: string): Pattern => single((token) => token.kind === "mark" && characters.includes(token.text));
/** Any run of characters that is no word, figure or mark. */
export const plainText = (): Pattern => single((token) => token.kind === "other");
/** A run of such characters that a text begins: 按支出率折算. */
export const textThat = (begins: RegExp): Pattern => single((token) => token.kind === "other" && begins.test(token.text));
/** The pattern, unless its first token is such a text. */
export const unless =
  (text: RegExp, pattern: Pattern): Pattern =>
  (tokens, at) =>
    text.test(tokens[at]?.text ?? "") ? [] : pattern(tokens, at);
/** A formula beside a word: (B/A). */
export const letters = (): Pattern => single((token) => token.kind === "other" && /^[A-Za-z/÷×*]+$/u.test(token.text));
export const literal = (...texts: readonly string[]): Pattern => single((token) => texts.includes(token.text));

export const capture =
  (name: string, pattern: Pattern): Pattern =>
  (tokens, at) =>
    pattern(tokens, at).map((match) => ({ ...match, captured: { ...match.captured, [name]: tokens[match.from]! } }));

export const seq =
  (...patterns: readonly Pattern[]): Pattern =>
  (tokens, at) => {
    let reached: readonly Match[] = [{ from: at, to: at, captured: {} }];
    for (const pattern of patterns) {
      reached = reached.flatMap((match) =>
        pattern(tokens, match.to).map((next) => ({ from: at, to: next.to, captured: { ...match.captured, ...next.captured } })),
      );
      if (reached.length === 0) return [];
    }
    return reached;
  };

export const either =
  (...patterns: readonly Pattern[]): Pattern =>
  (tokens, at) =>
    patterns.flatMap((pattern) => pattern(tokens, at));

/** Up to `most` repetitions, longest first; none is a match too. */
export const upTo =
  (most: number, pattern: Pattern): Pattern =>
  (tokens, at) => {
    const ends: Match[] = [{ from: at, to: at, captured: {} }];
    for (let i = 0; i < most; i++) {
      const last = ends.at(-1)!;
      const next = pattern(tokens, last.to)[0];
      if (!next || next.to === last.to) break;
      ends.push({ from: at, to: next.to, captured: { ...last.captured, ...next.captured } });
    }
    return ends.reverse();
  };

export const optional = (pattern: Pattern): Pattern => upTo(1, pattern);

/** All matches, left to right, not overlapping. */
export function scan(tokens: readonly Token[], pattern: Pattern): Match[] {
  const found: Match[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = pattern(tokens, at)[0];
    if (match && match.to > at) {
      found.push(match);
      at = match.to;
    } else at++;
  }
  return found;
}
