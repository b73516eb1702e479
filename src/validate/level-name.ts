import { ANY_NUMBER } from "../core/numbering.js";
import { squeezed } from "../core/text.js";
import data from "./lexicon/levels.json" with { type: "json" };

const SPELLED = Object.entries(data.concepts)
  .flatMap(([concept, words]) => words.map((word) => ({ concept, word })))
  .toSorted((a, b) => b.word.length - a.word.length);
const FILLERS = data.fillers.toSorted((a, b) => b.length - a.length);
const LEADING_NUMBER = new RegExp(`^${ANY_NUMBER}、?`, "u");
const ENDINGS = ["指标", "小计", "合计", "得分"];
const IN_BRACKETS = /[（(][^（()）]{0,40}[)）]/gu;

/** A level's name without its number, its marks in brackets and 指标: 一、产出指标（50分） is 产出. */
export function levelStem(name: string): string {
  const folded = squeezed(name).replace(IN_BRACKETS, "").replace(LEADING_NUMBER, "");
  let bare = folded;
  for (let ending = endingOf(bare); ending !== undefined; ending = endingOf(bare)) bare = bare.slice(0, -ending.length);
  return bare === "" ? folded : bare;
}

function endingOf(name: string): string | undefined {
  return ENDINGS.find((ending) => name.endsWith(ending));
}

/** The parts of an evaluation that a name means (决策情况及实施过程: decision and process); none when it says more than lists of them. */
export function conceptsOf(name: string): ReadonlySet<string> {
  let rest = levelStem(name);
  const found = new Set<string>();
  for (const { concept, word } of SPELLED) {
    if (!rest.includes(word)) continue;
    found.add(concept);
    rest = rest.split(word).join("|");
  }
  if (found.size === 0) return found;
  for (const filler of FILLERS) rest = rest.split(filler).join("|");
  return /^\|*$/u.test(rest) ? found : new Set();
}
