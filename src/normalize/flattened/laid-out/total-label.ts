import { totalKind } from "../../lexicon/labels/total-words.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { FIGURE } from "./find-anchors.js";
import type { LaidLine, Token } from "./laid-lines.js";

/** Words in the row of a total, at most: its label, marks, score, review, remark. */
const MOST_WORDS = 5;
/** 产出指标小计, whatever it is of. */
const SUMMED = /^.{1,12}(?:小计|合计)$/u;

/** The label of a total, and the words that make it: 总 and 分 may stand apart. */
export interface TotalLabel {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The label of a total whose row stands on a line. */
export function totalLabel({ tokens }: LaidLine): TotalLabel | undefined {
  const figures = tokens.filter(({ text }) => /^\d/u.test(text));
  if (figures.length === 0) return undefined;
  const labels = tokens.flatMap((token, i): TotalLabel[] => {
    const next = tokens[i + 1];
    const parted = token.text.length === 1 && next?.text.length === 1 ? [{ text: token.text + next.text, tokens: [token, next] }] : [];
    return [{ text: token.text, tokens: [token] }, ...parted];
  });
  const [words, summed] = [labels.find(({ text }) => isTotal(text)), labels.find(({ text }) => SUMMED.test(text))];
  const beside = tokens.filter((token) => !words?.tokens.includes(token) && !saysNothing(token.text));
  if (words && beside.length < MOST_WORDS) return words;
  return tokens.every((token) => FIGURE.test(token.text) || token === summed?.tokens[0]) ? summed : undefined;
}

function isTotal(text: string): boolean {
  return totalKind(text) === "total" || totalKind(text) === "subtotal";
}
