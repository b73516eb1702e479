import type { IndicatorFacts, NamedCompletion, ProseFacts } from "../facts.js";
import { percentOf } from "../figures.js";
import type { Outline } from "../heads/outline.js";
import { locate, type Passage } from "../passage.js";
import { LONGEST_NAME, leadLength, named, plain } from "../paths/indicator-name.js";
import { readPath, type Span, startsPath } from "../paths/indicator-path.js";

const LIST_HEAD = /(?:指标|目标|个数|项目|内容)[^:。;]{0,12}:|(?:分别为|分别是|包括|主要有|如下):?/u;
const COMPLETED_LIST = /(?:完成|达成|达到|实现)[^:。;,]{0,16}(?:指标|目标)|(?:指标|目标)[^:。;,]{0,12}(?:完成|达成|达到|实现)/u;
const NOT_COMPLETED = /(?:未|没有|没|尚未|未能)[^:。;,]{0,6}(?:完成|达成|达到|实现|达标)/u;

/** Lists of completed and uncompleted indicators: after a colon, or under a head that says which they are. */
export function readCompletions(passage: Passage, outline: Outline, isHead: boolean): IndicatorFacts {
  const none: IndicatorFacts = { indicators: [], completions: [], mended: [], taken: [] };
  if (isHead) return none;
  const { folded } = passage;
  const colon = folded.indexOf(":");
  const head = colon >= 0 && colon <= 60 ? folded.slice(0, colon) : "";
  let completed: boolean;
  let from: number;
  if (head !== "" && LIST_HEAD.test(`${head}:`) && COMPLETED_LIST.test(head)) {
    completed = !NOT_COMPLETED.test(head);
    from = colon + 1;
  } else if (outline.list !== null) {
    completed = outline.list;
    const named = /(?:分别为|分别是|包括|如下|主要有)[:]?/u.exec(folded);
    from = named ? named.index + named[0].length : 0;
  } else return none;
  const stop = endOfList(folded, from);
  const completions: NamedCompletion[] = [];
  const mended: ProseFacts["mended"][number][] = [];
  for (const span of listItems(folded, from, stop)) {
    const start = span.start + leadLength(folded.slice(span.start, span.end));
    const text = folded.slice(start, span.end);
    const rate = /\(?完成率(?:为|是|:)?\s*(\d+(?:\.\d+)?%)\)?/u.exec(text);
    const nameLength = (rate ? rate.index : text.length) - (/[\s,、(]*$/u.exec(text.slice(0, rate?.index ?? text.length))?.[0].length ?? 0);
    if (nameLength < 2 || nameLength > LONGEST_NAME) continue;
    const path = readPath(text.slice(0, nameLength));
    const name = path ? named(passage, start, path) : plain(passage, start, nameLength, outline);
    mended.push(...name.mended);
    completions.push({
      ...name.names,
      completed,
      completionRate: rate ? percentOf(passage, start + rate.index + rate[0].indexOf(rate[1]!), rate[1]!) : null,
      evidence: locate(passage, start, span.end),
    });
  }
  return { indicators: [], completions, mended, taken: [] };
}

function endOfList(folded: string, from: number): number {
  const stop = /。|主要原因|原因(?:是|为|有|:)/u.exec(folded.slice(from));
  return stop ? from + stop.index : folded.length;
}

/** Paths may hold 、 in their names: items are parted where the next path begins; plain names by ； if there is one, else by 、. */
function listItems(folded: string, from: number, stop: number): Span[] {
  const text = folded.slice(from, stop);
  const paths = startsPath(text.trimStart());
  const sign = paths ? /[、;,]/gu : text.includes(";") ? /;/gu : /、/gu;
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(sign)) {
    if (paths && !startsPath(text.slice(match.index + 1).trimStart())) continue;
    spans.push({ start: from + start, end: from + match.index });
    start = match.index + 1;
  }
  spans.push({ start: from + start, end: stop });
  return spans.filter((span) => folded.slice(span.start, span.end).trim() !== "");
}
