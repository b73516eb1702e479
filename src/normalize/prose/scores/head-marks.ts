import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { type HeadClause, headClauses } from "../heads/head-clauses.js";
import type { Passage } from "../passage.js";

/** What is told right behind a head of the head's own level. Offsets are those of the passage. */
export interface HeadMarks {
  readonly weight: HeadClause;
  readonly score: HeadClause | undefined;
  /** The level as the sentence itself calls it; empty where it says 该项 or nothing. */
  readonly level: string;
  readonly start: number;
  readonly end: number;
}

/** The same of a sentence that may leave out the marks. */
export type LevelTold = Omit<HeadMarks, "weight"> & { readonly weight: HeadClause | undefined };

const LEVELS = alternation([...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo].filter((word) => !word.includes("执行")));
const GROUP = "(?:项|大?类|部分|板?块|方面|级|组)";
/** 该部分, 该类指标共, 产出指标共: the level of the head, spoken of behind it. */
const ITSELF = new RegExp(
  `^\\s*(?:(?:该|本|此|这一?|上述)(?:一级|二级)?${GROUP}?(?:指标|评价内容|内容)?|((?:${LEVELS})(?:类?指标)?))?(?:共|总)?(?:计)?(?=\\D|\\d+(?:\\.\\d+)?分)`,
  "u",
);
/** 共设8个三级指标: how many they are says nothing of marks. */
const HOW_MANY =
  /^(?:共|总)?(?:计|有|设置?|设有|包括|包含|涉及)?(?:了)?(?:\d+[项个]?(?:三级|二级|具体)?(?:绩效)?指标|(?:三级|二级|具体)?(?:绩效)?指标\d+[项个])$/u;
const MOST_CLAUSES = 3;

/** What the sentence at `from` tells of a level called `name`; undefined where it speaks of something else. */
export function toldOfLevel(passage: Passage, from: number, name = ""): LevelTold | undefined {
  const end = /[。;\n]/u.exec(passage.folded.slice(from));
  const sentence = { ...passage, folded: passage.folded.slice(0, end ? from + end.index : undefined) };
  const called = name !== "" && sentence.folded.startsWith(name, from) ? name : undefined;
  const [itself, level] = called ? [called, called] : (ITSELF.exec(sentence.folded.slice(from)) ?? ["", undefined]);
  const clauses = headClauses(sentence, from + itself.length);
  const first = clauses.findIndex(({ role }) => role !== "text");
  if (first < 0 || first >= MOST_CLAUSES || !clauses.slice(0, first).every(({ text }) => HOW_MANY.test(text))) return undefined;
  if (clauses.some(({ role }) => role === "value")) return undefined;
  const weight = clauses.find(({ role }) => role === "weight");
  const score = clauses.find(({ role }) => role === "score");
  return { weight, score, level: level ?? "", start: from, end: Math.max(weight?.end ?? 0, score?.end ?? 0) };
}

/** 该项满分50分，得49.56分。 behind a head called `name` that ends at `from`; undefined where the sentence there speaks of something else. */
export function headMarks(passage: Passage, from: number, name = ""): HeadMarks | undefined {
  const told = toldOfLevel(passage, from, name);
  return told?.weight?.figure ? { ...told, weight: told.weight } : undefined;
}
