import { ANY_NUMBER, CHAPTER_NUMBER } from "../../core/numbering.js";
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

const LISTS = /(?:其中|包括|包含|分别[为是]?)[:,]?/gu;
const ITEM = new RegExp(`^\\s*${ANY_NUMBER}`, "u");

/** 安排300万元，其中：安排20万元支持甲村；安排30万元支持乙村: a sentence behind a semicolon that begins as the list before it did goes on with it. */
export function goesOnList({ passage, text, start }: Sentence): boolean {
  const before = passage.folded.slice(passage.folded.lastIndexOf("。", start - 1) + 1, start);
  const lists = before.endsWith(";") ? [...before.matchAll(LISTS)].at(-1) : undefined;
  if (!lists) return false;
  const first = before.slice(lists.index + lists[0].length);
  return ITEM.test(first) ? ITEM.test(text) : first.slice(0, 2) === text.slice(0, 2);
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
