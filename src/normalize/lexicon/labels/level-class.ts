import { compile, LEXICON } from "../lexicon.js";

const LEVEL1 = compile(LEXICON.levels.level1);
const LEVEL2 = compile(LEXICON.levels.level2);

/** Classes that a first level may hold besides its own: 效益指标 often holds 满意度, 产出指标 holds 成本. */
const HOLDS: { readonly [category: string]: readonly string[] } = {
  output: ["output", "cost"],
  benefit: ["benefit", "satisfaction"],
  cost: ["cost", "output"],
  satisfaction: ["satisfaction", "benefit"],
  execution: ["execution"],
  decision: ["decision", "process"],
  process: ["process", "execution", "decision"],
};

/** True when a second level of known class stands under a first level that holds no such class. Unknown names never conflict. */
export function classesConflict(level1: string, level2: string): boolean {
  const first = classOf(level1, LEVEL1);
  const second = classOf(level2, LEVEL2);
  return first !== null && second !== null && !(HOLDS[first] ?? [first]).includes(second);
}

function classOf(name: string, patterns: readonly { readonly regex: RegExp; readonly category: string }[]): string | null {
  const core = name
    .replace(/\s+/gu, "")
    .replace(/[(（].*$/u, "")
    .replace(/指标$/u, "");
  if (core === "") return null;
  return patterns.find((pattern) => pattern.regex.test(core))?.category ?? null;
}
