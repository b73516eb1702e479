import { headTime } from "../lexicon/labels/head-time.js";
import { sayNoLevel } from "../lexicon/labels/no-level.js";
import { LEXICON } from "../lexicon/lexicon.js";

/**
 * What kind of cell stands in a column: the grammar of a row is told in these. `other`: under a head that no list knows; `earlier`: a result of another
 * year; `adjusted`: a target that holds where it was changed in the year, beside the first one.
 */
export type ColumnKind =
  | "level1"
  | "level2"
  | "levels"
  | "name"
  | "target"
  | "adjusted"
  | "actual"
  | "earlier"
  | "operator"
  | "unit"
  | "points"
  | "rate"
  | "text"
  | "standard"
  | "explanation"
  | "label"
  | "amount"
  | "serial"
  | "other";

/** Cells of these hold for the rows below, too. */
export const LEVEL_KINDS: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["level1", "level2", "levels"]);

/** One column of a flattened table's head. `role` is the lexicon's word for it. */
export interface Column {
  readonly kind: ColumnKind;
  readonly role: string;
  readonly title: string;
}

const INDICATOR_KINDS: { readonly [role: string]: ColumnKind } = {
  level1: "level1",
  level2: "level2",
  levels: "levels",
  level3: "name",
  "level3?": "name",
  level4: "explanation",
  direction: "operator",
  operator: "operator",
  target: "target",
  targetText: "text",
  unit: "unit",
  actual: "actual",
  completionRate: "rate",
  weight: "points",
  score: "points",
  itemScore: "points",
  deduction: "points",
  review: "points",
  reason: "text",
  standard: "standard",
  serial: "serial",
};
const FUND_KINDS: { readonly [role: string]: ColumnKind } = {
  initialBudget: "amount",
  adjustedBudget: "amount",
  received: "amount",
  executed: "amount",
  balance: "amount",
  adjustment: "amount",
  executionRate: "rate",
  receivedRate: "rate",
  investment: "amount",
  weight: "points",
  score: "points",
  review: "points",
  reason: "text",
  label: "label",
  serial: "serial",
};

/** The kind of the cells below a head; `text` for heads that the grammar of rows does not know. */
export function kindOfHead(title: string, role: string | undefined, about: "indicators" | "funds"): ColumnKind {
  const kind = (about === "funds" ? FUND_KINDS : INDICATOR_KINDS)[role ?? ""] ?? "text";
  if (kind !== "standard") return kind;
  if (SHARE.test(title)) return "rate";
  if (headTime(title) === "other" || CHECKED.test(title)) return "earlier";
  return REMARK.test(title) ? "other" : EXPLAINED.test(title) && !OF_MARKS.test(title) ? "explanation" : kind;
}

/** 绩效指标 beside 三级指标, or left of the levels, is the label of the whole table and no column. */
export function isBanner<Of extends { readonly kind: ColumnKind; readonly role: string }>(column: Of, columns: readonly Of[]): boolean {
  if (column.role !== "level3?") return false;
  const isBehind = columns.slice(columns.indexOf(column)).some(({ kind }) => kind === "level1" || kind === "levels");
  return isBehind || columns.some((other) => other !== column && other.kind === "name");
}

/** 一级指标 | 二级指标 without a third, 指标类别 | 二级指标, 评价内容 | 评价指标: the second names the indicators. */
export function withNames<Of extends { readonly kind: ColumnKind; readonly title: string }>(columns: readonly Of[]): readonly Of[] {
  const [named, first] = [columns.findIndex(({ kind }) => kind === "name"), columns.findIndex(({ kind }) => kind === "level1")];
  const areFirst = columns.every(({ kind }) => kind !== "level2") && named >= 0 && first > named;
  if (areFirst && sayNoLevel(columns[named]!.title, columns[first]!.title))
    return columns.map((column, c) => (c === named ? { ...column, kind: "level1" } : c === first ? { ...column, kind: "name" } : column));
  if (columns.some(({ kind }) => kind === "name") || !columns.some(({ kind }) => kind === "level1" || kind === "levels")) return columns;
  return columns.map((column) => (column.kind === "level2" ? { ...column, kind: "name" } : column));
}

/** Of what stands beside an indicator and is read no further, these are no rules of scoring: 佐证材料, 数据来源. */
const REMARK = /材料|来源|附件|备注|科室|责任|^是否|保障$/u;
/** 复核完成值: the result as another body found it. */
const CHECKED = /^复核.*值$/u;
/** 得分系数(%), 偏离度: a share, and no words. */
const SHARE = /^(?:.{0,4}得分|(?:指标)?偏[离差])(?:系数|[率度])(?![^(])/u;

/** 计算公式, 指标口径: how the indicator is measured. */
const EXPLAINED = /公式|口径|计算方[法式]|解释|[说释]明|含义|内涵|定义/u;
/** 得分计算方法 is how it is scored. */
const OF_MARKS = /^[得评计]分/u;

export interface HeadWord {
  readonly word: string;
  readonly column: Column;
}

function headWords(lists: { readonly [role: string]: { readonly [word: string]: unknown } }, about: "indicators" | "funds"): HeadWord[] {
  const kinds = about === "funds" ? FUND_KINDS : INDICATOR_KINDS;
  return Object.entries(lists).flatMap(([role, words]) => {
    return kinds[role]
      ? Object.keys(words).map((word) => ({ word, column: { kind: kindOfHead(word, role, about), role, title: word } }))
      : [];
  });
}

/** Words too short or too common to begin a column when the text is running characters. */
export const TOO_COMMON: ReadonlySet<string> = new Set([
  "优",
  "良",
  "中",
  "差",
  "一级",
  "二级",
  "三级",
  "目标",
  "到位",
  "支出",
  "预算",
  "指标",
]);

export const INDICATOR_HEADS: readonly HeadWord[] = headWords(LEXICON.heads.words, "indicators").filter(
  (head) => !TOO_COMMON.has(head.word),
);
export const FUND_HEADS: readonly HeadWord[] = headWords(LEXICON.fundColumns.words, "funds").filter((head) => !TOO_COMMON.has(head.word));
