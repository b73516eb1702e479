import type { Passage } from "../passage.js";
import { headMarks } from "../scores/head-marks.js";
import { captionOf, executionCaption, ownCaption } from "./caption.js";
import { rankOf, unnumbered } from "./head-number.js";
import { isHeading, runInHead } from "./heading.js";
import { levelsNamed } from "./levels-named.js";

/** A head, and the levels of indicators that it names. */
export interface LevelHead {
  readonly text: string;
  readonly rank: string;
  /** The levels that it names, from the first down: none, one, or a first and its second. */
  readonly names: readonly string[];
  /** （二）产出（45分），得分44分。: with its marks, and what follows them, on one line. */
  readonly isCaption?: true;
  /** A first level that no form knows, by the report's own words. */
  readonly isOwn?: true;
}

/** Of each passage that is a head, what it names. */
export function levelHeads(passages: readonly Passage[]): (LevelHead | undefined)[] {
  const captions = new Set(passages.flatMap(({ folded }) => (captionOf(folded) === "" ? [] : [rankOf(folded)])));
  return passages.map((passage, i) => withOwnLevel(headOf(passage, captions, passages[i + 1]), passages[i + 1]));
}

/** `captions`: how the lines are numbered that name known levels with their marks; one of their rank names a level too. */
function headOf(passage: Passage, captions: ReadonlySet<string>, below: Passage | undefined): LevelHead | undefined {
  const caption = passage.place === "paragraph" ? captionOf(passage.folded) || executionCaption(passage.folded, below?.folded ?? "") : "";
  if (caption !== "") return { text: passage.folded, rank: rankOf(passage.folded), names: [caption], isCaption: true };
  const own = captions.has(rankOf(passage.folded)) ? ownCaption(passage.folded) : undefined;
  if (own) return { text: passage.folded, rank: rankOf(passage.folded), names: [own.name], isCaption: true };
  const scored = passage.place === "paragraph" ? SCORED_LEVEL.exec(passage.folded)?.[1] : undefined;
  if (scored !== undefined) return { text: scored, rank: "", names: [scored] };
  const runIn = runInHead(passage);
  if (runIn === 0 && !isHeading(passage)) return undefined;
  const text = passage.folded.slice(0, runIn || undefined);
  return { text, rank: `${rankOf(text)}${passage.heading ?? ""}`, names: levelsNamed(text) };
}

/** 产出指标得分58.47分。: a first level with its score, alone on its line, above its own indicators. */
const SCORED_LEVEL = /^((?:产出|效益|效果|满意度|成本)指标)(?:自评)?(?:共|合计|实际)?得分?(?:为|:)?\d{1,2}(?:\.\d+)?分[。;]?$/u;

const LONGEST_LEVEL = 10;

/** 三、自评得分 above 自评得分99.16分: the score of the whole, and no level. */
const OF_SCORES = /[得评总]分|分数|成绩|自评|评[价定]/u;

/** （二）管理效率 above 管理效率满分25分，自评23.1分: what the text right below calls by the head's words and gives marks is a first level, whatever its name. */
function withOwnLevel(head: LevelHead | undefined, below: Passage | undefined): LevelHead | undefined {
  if (!head || head.names.length > 0 || below?.place !== "paragraph") return head;
  const name = ownLevel(head.text);
  return name !== undefined && below.folded.startsWith(name) && headMarks(below, 0, name) ? { ...head, names: [name], isOwn: true } : head;
}

/** The words of a head that may be a level of the report's own, behind its number; undefined where they are none. */
export function ownLevel(text: string): string | undefined {
  const name = unnumbered(text);
  return /^\p{Script=Han}{2,}$/u.test(name) && name.length <= LONGEST_LEVEL && !OF_SCORES.test(name) ? name : undefined;
}
