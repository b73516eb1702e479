import { points } from "../figures.js";
import type { Token } from "../lexer.js";
import { locate } from "../passage.js";
import { clauseStart, type Sentence } from "../sentence.js";
import type { Placed } from "./level-scores.js";
import { isPart } from "./listed-parts.js";

/** 产出、效益和满意度三类指标的得分 before 分别: the names, and what is said of all of them. */
const NAMES =
  /^(?:其中|自评|[,:]|\s)*(.{2,}?)(?:等?[二两三四五六2-6]?[个项类大]*(?:一级)?类?(指标|方面|部分)?)(?:的)?(自评)?(得分|评分|分值|权重|满分|标准分)?(?:情况)?$/u;
const BETWEEN = /[、,及和与]|以及/u;
/** 分别得48.5分, 分别为. */
const SAYS = /^分别(自评得?分?|得分?|获得?分?|计)?(?:为|是|有|:)*$/u;
const PARTS_FIGURES = /^[、,;及和与\s]{1,2}$/u;
const IS_MARKS = /分值|权重|满分|标准分/u;

/** 产出、效益、满意度得分分别为48.5分、28分、9分: as many names as points, each with its own. */
export function respectiveParts(sentence: Sentence, taken: (start: number, end: number) => boolean): Placed[] {
  const { passage, text, start } = sentence;
  return [...text.matchAll(/分别/gu)].flatMap(({ index }) => {
    const figures = figuresBehind(sentence, index);
    const from = clauseStart(sentence, start + index) - start;
    const [, names, of, , noun] = NAMES.exec(text.slice(from, index)) ?? [];
    const says = SAYS.exec(text.slice(index, (figures[0]?.start ?? start) - start));
    const isMarks = IS_MARKS.test(noun ?? "");
    if (names === undefined || !says || (noun === undefined && says[1] === undefined)) return [];
    const parts = names.split(BETWEEN);
    if (parts.length < 2 || parts.length !== figures.length || !parts.every(isPart)) return [];
    const at = start + from + text.slice(from, index).indexOf(names);
    if (taken(at, figures.at(-1)!.end)) return [];
    let reached = at;
    return parts.map((name, i): Placed => {
      const own = start + text.indexOf(name, reached - start);
      reached = own + name.length;
      const figure = points(passage, figures[i]!);
      return {
        scope: of === "指标" || name.endsWith("指标") ? "level1" : "section",
        name,
        score: isMarks ? null : figure,
        fullMarks: isMarks ? figure : null,
        evidence: locate(passage, own, figures[i]!.end),
        start: own,
        end: figures[i]!.end,
      };
    });
  });
}

/** The points behind an offset of the sentence that nothing but 、 parts. */
function figuresBehind({ tokens, text, start }: Sentence, index: number): Token[] {
  const found: Token[] = [];
  for (const token of tokens) {
    if (token.start < start + index || token.kind !== "points") continue;
    const last = found.at(-1);
    if (last && !PARTS_FIGURES.test(text.slice(last.end - start, token.start - start))) break;
    found.push(token);
  }
  return found;
}
