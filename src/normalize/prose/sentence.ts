import { CHAPTER_NUMBER } from "../../core/numbering.js";
import { type Token, tokenize } from "./lexer.js";
import type { Passage } from "./passage.js";
import { type Names, withoutName } from "./subject.js";

/** One sentence (up to 。 ； ！ ？) of a passage, with its clauses (up to ，). Offsets are those of the passage. */
export interface Sentence {
  readonly passage: Passage;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** Sentences longer than this are cut: no author writes them, and patterns look ahead. */
const LONGEST_SENTENCE = 2000;

/** A sentence without a figure, a grade or 全部完成 tells nothing that is read here. */
const TELLS = /[\d=]|[优良中差好]|一般|合格|完成|达|[百千万亿十]元|百分之|[十百一二三四五六七八九]分/u;

function sentenceOf(passage: Passage, text: string, start: number): Sentence {
  let tokens: readonly Token[] | undefined;
  return {
    passage,
    text,
    start,
    end: start + text.length,
    get tokens() {
      tokens ??= tokenize(text, start);
      return tokens;
    },
  };
}

const NUMBER = new RegExp(`^${CHAPTER_NUMBER}`, "u");

/** The sentences of a passage behind its number, the project's name blanked in them. */
export function sentencesOf(passage: Passage, names: Names): Sentence[] {
  const sentences: Sentence[] = [];
  const folded = withoutName(passage.folded, names);
  let start = NUMBER.exec(folded)?.[0].length ?? 0;
  for (let i = start; i <= folded.length; i++) {
    if (i < folded.length && !/[。;!?\n]/u.test(folded[i]!) && i - start < LONGEST_SENTENCE) continue;
    const text = folded.slice(start, i);
    if (TELLS.test(text)) sentences.push(sentenceOf(passage, text, start));
    start = i + 1;
  }
  return sentences;
}

/** Where the clause that holds `offset` begins: after the last comma, or at the sentence's start. Commas inside figures are no commas. */
export function clauseStart(sentence: Sentence, offset: number): number {
  let start = sentence.start;
  for (const token of sentence.tokens) {
    if (token.start >= offset) break;
    if (token.kind === "mark" && token.text === ",") start = token.end;
  }
  return start;
}
