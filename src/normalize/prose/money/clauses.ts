import { type Token, textOf } from "../lexer.js";

/** A stretch of a sentence between two commas. Its glosses, (含上年结转), stand apart: what they say is of the word before them. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly glosses: readonly Gloss[];
}

interface Gloss {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The gloss as clauses of its own. */
  readonly clauses: readonly Clause[];
}

const OPENS_PARTS = /^其中:?$/u;

/** The clauses that a sentence's tokens make, in order. A comma within brackets parts the gloss, not the sentence. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let own: Token[] = [];
  let glosses: Gloss[] = [];
  const close = () => {
    if (own.length > 0) clauses.push({ tokens: own, text: textOf(own), glosses });
    own = [];
    glosses = [];
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (isMark(token, ",")) {
      // 其中，当年财政拨款90万元: what it opens is one clause with it.
      if (!OPENS_PARTS.test(textOf(own))) close();
      continue;
    }
    const end = isMark(token, "(") ? closing(tokens, i) : -1;
    if (end < 0 || isFigure(tokens[i + 1])) own.push(token);
    else {
      const inner = tokens.slice(i + 1, end);
      glosses.push({ text: textOf(inner), tokens: inner, clauses: clausesOf(inner) });
      i = end;
    }
  }
  close();
  return clauses;
}

/** Index of the bracket that closes the one at `at`; -1 where none does. */
function closing(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (isMark(tokens[i]!, "(")) depth++;
    if (isMark(tokens[i]!, ")") && --depth === 0) return i;
  }
  return -1;
}

/** 预算(100万元): the figure itself stands in brackets. */
function isFigure(token: Token | undefined): boolean {
  return token !== undefined && "value" in token;
}

function isMark(token: Token, character: string): boolean {
  return token.kind === "mark" && token.text === character;
}
