import { isBound, points } from "../figures.js";
import { locate } from "../passage.js";
import type { Sentence } from "../sentence.js";
import { DEDUCTION, type Placed } from "./level-scores.js";

const SECTION = /^(?:其中|分别为|分别是|包括)?[:,]?\s*([^\d,;:、。]{2,16}?)(?:得分|自评得分|自评|得|为|是|:)*$/u;

/** 其中绩效产出58.75分、绩效效益26.5分: parts of the evaluation by whatever names they are given. */
export function sectionScores(sentence: Sentence, taken: (start: number, end: number) => boolean): Placed[] {
  const { passage, tokens } = sentence;
  const opening = sentence.text.indexOf("其中");
  if (opening < 0) return [];
  const found: Placed[] = [];
  let from = sentence.start + opening;
  for (const token of tokens) {
    if (token.kind !== "points" || token.start < from) continue;
    const lead = passage.folded.slice(from, token.start).replace(/^[、,\s]+|^以及|^和/u, "");
    const name = SECTION.exec(lead)?.[1];
    const bounds = isBound(passage.folded.slice(token.end));
    if (name === undefined || bounds || DEDUCTION.test(lead) || /满分|分值|权重|总分|指标\d/u.test(lead) || taken(from, token.end)) {
      if (found.length > 0) break;
      from = token.end;
      continue;
    }
    const start = from + passage.folded.slice(from, token.start).indexOf(name);
    found.push({
      scope: "section",
      name: passage.text.slice(start, start + name.length),
      score: points(passage, token),
      fullMarks: null,
      evidence: locate(passage, start, token.end),
      start,
      end: token.end,
    });
    from = token.end;
  }
  return found;
}
