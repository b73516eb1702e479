import { ANY_NUMBER } from "../../../core/numbering.js";
import type { FundSource } from "../../../core/record.js";
import { unspaced } from "../../../core/text.js";
import { compile, LEXICON } from "../lexicon.js";
import { remembered } from "../remembered.js";
import { readHead } from "../writing/fold.js";
import { likeness } from "../writing/likeness.js";

const SOURCES = compile(LEXICON.fundSources.patterns as readonly { pattern: string; source: FundSource; cite: string }[]);
const PARENT = new RegExp(LEXICON.fundSources.parents.pattern, "u");
const LONGEST_LABEL = 30;
/** Share of characters that must stand for a label to be a usual one garbled. */
const ALIKE = 0.7;

/** The usual names, also for labels in which recognition mistook characters: one that is among them is not garbled. */
export const USUAL_SOURCES: ReadonlyMap<string, FundSource> = new Map(
  Object.entries(LEXICON.fundSources.usual as unknown as { readonly [label: string]: FundSource }),
);

/** 其中： and its like, before the label of a part. */
export const OF_WHICH = /^(?:(?:其中|包括|包含)\s*[:：,，、\-－—–]*|其[:：])\s*/u;

/** A column or row that sums the parts of one source. */
export const SUBTOTAL = /^(?:小计|合计|计)$/u;

/** Ordinals before a label: 1、 （1） ① 一、 */
const ORDINAL = new RegExp(`^${ANY_NUMBER}\\s*`, "u");

const UNIT = /[(（](?:单位[:：]?)?(?:万元|元|亿元|%|％)[)）]/gu;

/** The label as the record carries it: layout undone, without 其中：, a colon, a unit in parentheses, and the caption of all rows that ran into it (项目资金（元）年度资金总额). */
export function fundLabel(text: string): string {
  const plain = unspaced(text).replace(OF_WHICH, "");
  const behind = plain.split(UNIT).at(-1)!;
  return (USUAL_SOURCES.has(behind) ? behind : plain.replace(UNIT, "")).replace(OF_WHICH, "").replace(/(?<![:：])[:：]+$/u, "");
}

/** Whether a label is several that ran together, or ran into figures: 资金总额其中：财政资金, 8.20其中：当年财政拨款. */
export function namesTwoSources(label: string): boolean {
  return (
    TWO_LABELS.test(label) || [...USUAL_SOURCES.keys()].filter((usual) => label.includes(usual) && !usual.startsWith("资金")).length > 1
  );
}

const TWO_LABELS = /[^(（]其中[:：]|\d\.\d/u;

/** Which source a label names; undefined when it names none. */
export const fundSource = remembered((label): FundSource | undefined => {
  const name = readHead(fundLabel(label).replace(ORDINAL, "").replace(OF_WHICH, "")).name;
  if (name === "" || name.length > LONGEST_LABEL) return undefined;
  const source = SOURCES.find(({ regex }) => regex.test(name))?.source;
  return source === undefined || source === "fiscal" ? (garbled(name) ?? source) : source;
});

function garbled(name: string): FundSource | undefined {
  if (name.length < 4 || USUAL_SOURCES.has(name)) return USUAL_SOURCES.get(name);
  const characters = new Set(name);
  const ranked = [...USUAL_SOURCES]
    .filter(([label]) => mayBeAlike(label, characters, name.length))
    .map(([label, source]) => ({ source, like: likeness(label, name) }))
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like);
  const [best, second] = ranked;
  return best && (best.like > (second?.like ?? 0) || best.source === second?.source) ? best.source : undefined;
}

/** Whether a label has characters enough of a name's, in whatever order. */
function mayBeAlike(label: string, characters: ReadonlySet<string>, length: number): boolean {
  const longest = Math.max(label.length, length);
  if (label.length / longest < ALIKE) return false;
  let shared = 0;
  for (const character of label) if (characters.has(character)) shared++;
  return shared / longest >= ALIKE;
}

/** Whether a row of this label may be broken down further by level of government. */
export function mayHaveParts(label: string): boolean {
  return PARENT.test(fundLabel(label));
}
