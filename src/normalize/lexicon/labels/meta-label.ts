import { alternation, invert, LEXICON } from "../lexicon.js";
import { remembered } from "../remembered.js";
import { readHead } from "../writing/fold.js";

export type MetaField =
  | "projectName"
  | "department"
  | "centralDepartment"
  | "unit"
  | "filler"
  | "both"
  | "reportDate"
  | "period"
  | "selfEvaluationYear"
  | "other";

/** The fields whose values are organisations. */
export const ORGANISATIONS: ReadonlySet<MetaField> = new Set<MetaField>(["department", "unit", "filler", "both"]);

const FIELDS = invert(LEXICON.metaLabels.words) as ReadonlyMap<string, MetaField>;
const SHORT = invert(LEXICON.metaLabels.short) as ReadonlyMap<string, MetaField>;
const NOUNS = invert(LEXICON.metaLabels.nouns) as ReadonlyMap<string, MetaField>;
const WORDS = [...FIELDS.keys()];
/** 债券项目名称: a noun behind what it is of. */
const NOUN = new RegExp(`^(?:${alternation(LEXICON.metaLabels.of)}){1,4}(${alternation([...NOUNS.keys()])})$`, "u");
/** A label, what may stand in parentheses behind it, and a colon. */
const LABELLED = new RegExp(`^(${alternation([...WORDS, ...SHORT.keys()])})(?:[(（][^()（）]{0,12}[)）])*(?:名称)?[:：]`, "u");
/** 转移支付（项目）名称: a label's other word in parentheses. */
const OTHER_WORD = /^([^()（）:：\s]{2,8})[(（]([^()（）:：\s]{1,6})[)）](名称)(?=[:：])/u;
/** A label at the head of a line, without a colon: covers set them apart by space alone. */
const BARE = new RegExp(`^(${alternation(WORDS)})(?:名称)?(?:[(（][^()（）]{0,12}[)）])?(?=.)`, "u");
const INNER = new RegExp(alternation(WORDS), "gu");
const LONGEST_BARE_LINE = 60;
/** The next label of a line: a listed one, or behind a blank any short word with a colon. */
const NEXT_LABEL = new RegExp(
  `(?:(?<=\\s)\\p{Script=Han}{2,8}|${alternation([...WORDS, ...SHORT.keys(), "金额单位", "计量单位"])})(?:[(（][^()（）]{0,12}[)）])*[:：]`,
  "u",
);

/** The field that a cell's label names; undefined when it is no label. */
export const metaField = remembered((label): MetaField | undefined => {
  const known = listedField(label);
  if (known) return known;
  const [, noun = ""] = NOUN.exec(readHead(label).name.replace(/[及和](?:代码|编码)$/u, "")) ?? [];
  return NOUNS.get(noun);
});

/** The same for labels that the lexicon lists as they stand: all that lines joined by guess can be believed to be. */
export const listedField = remembered((label): MetaField | undefined => {
  const head = readHead(label);
  // 项目1, 项目二: the forms of a sheet are numbered.
  if (/^项目(?:\d{1,2}|[一二三四五六七八九十]{1,2})$/u.test(head.name)) return "projectName";
  return FIELDS.get(head.name) ?? FIELDS.get(head.whole) ?? FIELDS.get(head.name.replace(/(?:[及和](?:代码|编码)|名称)$/u, ""));
});

/** The field of a label that means much else (单位, 年度): to be believed only where the value behind it fits. */
export function shortField(label: string): MetaField | undefined {
  return SHORT.get(readHead(label).name);
}

/** What is called by a name: a few words and no sentence, nor several things (全部预算项目, 某机制等12个项目). */
export const NAME = /^(?!全部|所有|各)(?!.*[等共][\d一二三四五六七八九十百]+[个项])(?=.*\p{Script=Han}{3})[^。；;，,：:]{4,60}$/u;

interface Labelled {
  readonly field: MetaField;
  readonly label: string;
  readonly value: string;
}

/**
 * `填报单位：某中心金额单位：万元` → the labels of a line with their values. `fits`: whether a value is what a label that means much else would
 * be followed by.
 */
export function labelledValues(text: string, fits: (field: MetaField, value: string) => boolean): Labelled[] {
  const found: Labelled[] = [];
  const folded = text.replace(/[\s\u3000]+/gu, " ").trim();
  let rest = folded.replace(OTHER_WORD, (whole, word: string, other: string, name: string) =>
    FIELDS.has(word + other + name) ? word + other + name : whole,
  );
  while (rest !== "") {
    const label = LABELLED.exec(rest);
    const skip = label ? 0 : (NEXT_LABEL.exec(rest)?.index ?? -1);
    if (!label) {
      if (skip < 0) break;
      // A label that is none of ours (金额单位：) is passed over.
      const passed = rest.slice(skip).replace(NEXT_LABEL, "");
      rest = LABELLED.test(rest.slice(skip)) ? rest.slice(skip) : passed;
      continue;
    }
    const after = rest.slice(label[0].length);
    const next = NEXT_LABEL.exec(after);
    // What opens before the next label is the next label's: 项目单位：某所（单位：万元）.
    const value = closed((next ? after.slice(0, next.index).replace(/[(（|｜;；]\s*$/u, "") : after).trim());
    const field = FIELDS.get(label[1]!);
    const short = SHORT.get(label[1]!);
    // 项目：某项目 is the form's head where the line begins with it, or behind other labels.
    const isHead = short === "projectName" && (rest === folded || found.length > 0) && NAME.test(value);
    if (field) found.push({ field, label: label[1]!, value });
    else if (short && (isHead || fits(short, value))) found.push({ field: short, label: label[1]!, value });
    rest = next ? after.slice(next.index) : "";
  }
  return found;
}

/** （项目名称：某项目）: a bracket that opened before the label is none of the value's. */
function closed(value: string): string {
  return /[)）]$/u.test(value) && !/[(（]/u.test(value) ? value.slice(0, -1).trim() : value;
}

/** `项目名称 某项目`: a label at the head of a line that is no sentence; undefined when there is none or nothing behind it. */
function bareLabel(text: string): Labelled | undefined {
  const folded = text.replace(/[\s\u3000]+/gu, " ").trim();
  const label = BARE.exec(folded);
  if (!label || folded.length > LONGEST_BARE_LINE || /[。；;，,：:]/u.test(folded)) return undefined;
  const value = folded.slice(label[0].length).trim();
  return value === "" ? undefined : { field: FIELDS.get(label[1]!)!, label: label[1]!, value };
}

/**
 * `主管部门 某局 实施单位 某站`: the labels of a line without colons, with their values. A label behind the first is believed only where
 * `fits` says that what follows it is such a value: names hold the same words.
 */
export function bareLabels(text: string, fits: (field: MetaField, value: string) => boolean): Labelled[] {
  const first = bareLabel(text);
  if (!first) return [];
  for (const inner of first.value.matchAll(INNER)) {
    const rest = bareLabel(first.value.slice(inner.index));
    const before = first.value.slice(0, inner.index).trim();
    if (!rest || before === "") continue;
    const behind = bareLabels(first.value.slice(inner.index), fits);
    if (fits(rest.field, behind[0]!.value)) return [{ ...first, value: before }, ...behind];
  }
  return [first];
}
