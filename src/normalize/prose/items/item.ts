import { exact, plain as plainDecimal } from "../../../core/decimal.js";
import type { Points } from "../../../core/record.js";
import type { ProseIndicator } from "../facts.js";
import { percent, points } from "../figures.js";
import type { Outline } from "../heads/outline.js";
import { figureOf, type Token } from "../lexer.js";
import { locate, type Passage } from "../passage.js";
import type { Named } from "../paths/indicator-name.js";
import type { Span } from "../paths/indicator-path.js";
import { completedIn } from "./completed-in.js";
import type { Field } from "./fields/field.js";
import type { FieldRole } from "./fields/field-label.js";

/** A field with the passage that tells it. Offsets are those of the passage. */
export interface Told {
  readonly passage: number;
  readonly role: FieldRole;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly figure: Token | undefined;
  readonly bare: boolean;
  /** The label; empty where there is none. */
  readonly key: string;
}

/** The clause that an item begins with. */
export interface Opening {
  readonly passage: number;
  /** Offset in the passage. */
  readonly start: number;
  /** A number, a level or a table's name says that an item begins here. */
  readonly own: boolean;
}

/** What a run of clauses tells of one indicator. */
export interface Item {
  readonly opening: Opening;
  named: Named;
  readonly isExecution: boolean;
  /** A table tells its name. */
  readonly isKnown: boolean;
  /** The level it stands under, with the marks that were told of it. */
  readonly under: Outline;
  readonly told: Map<FieldRole, Told>;
  /** Where it is told, passage by passage. */
  readonly spans: Map<number, Span>;
  /** In which order its fields came. */
  readonly order: FieldRole[];
  /** What was reached names it: 长效机制基本建立. */
  readonly reached: boolean;
  /** Its own words name the first level once more that the head above it names. */
  readonly again?: true;
  /** Told in several places with several values: then nobody knows which is meant. */
  readonly twice: Set<FieldRole>;
}

/** Marks from here on are no part's. */
const WHOLE = 50;

/** A field of a clause, with the offsets of its passage. */
export function placed(field: Field, clauseStart: number, passage: number): Told {
  const { figure } = field;
  return {
    passage,
    role: field.role,
    start: clauseStart + field.start,
    end: clauseStart + field.end,
    value: clauseStart + field.value,
    figure: figure && { ...figure, start: figure.start + clauseStart, end: figure.end + clauseStart },
    bare: field.bare === true,
    key: field.key,
  };
}

/** Notes what a field tells; of two marks without a label the second is the score. False where that was told already. */
export function tell(item: Item, field: Told): boolean {
  const second = field.bare && item.told.has("weight") && !item.told.has("score");
  const role = second ? "score" : field.role;
  if (role === "score" && isOwnMarks(item.told, field)) {
    item.told.set("weight", { ...item.told.get("score")!, role: "weight" });
    item.told.set("score", field);
    item.order.push("weight");
    reach(item, field.passage, field.start, field.end);
    return true;
  }
  if (item.told.has(role)) {
    if (role === "deduction") item.twice.add(role);
    return false;
  }
  item.told.set(role, field);
  item.order.push(role);
  reach(item, field.passage, field.start, field.end);
  return true;
}

/** 计6分，…得4.76分: of two scores without marks the first, under a word that says both, is what could be had. */
function isOwnMarks(told: ReadonlyMap<FieldRole, Told>, { key, figure }: Told): boolean {
  const first = told.get("score");
  if (!first?.figure || !figure || told.has("weight") || !/^(?:计|记|共计)$/u.test(first.key) || key === first.key) return false;
  return Number(figureOf(first.figure)) >= Number(figureOf(figure));
}

/** The item is told from `start` to `end` of a passage too. */
export function reach(item: Item, passage: number, start: number, end: number): void {
  const span = item.spans.get(passage);
  item.spans.set(passage, span ? { start: Math.min(span.start, start), end: Math.max(span.end, end) } : { start, end });
}

/** An indicator, and no phrase: a part's marks with its score, its target or its result. */
export function isIndicator(item: Item): boolean {
  const { told } = item;
  if (!(told.has("weight") || told.has("score"))) return false;
  // Full marks beside a target are an indicator's, however many.
  if (!isOfPart(item) && !(told.has("weight") && told.has("target"))) return false;
  return told.has("target") || told.has("actual") || (told.has("weight") && (told.has("score") || told.has("deduction")));
}

/** No marks that only the whole has. */
export function isOfPart({ told }: Item): boolean {
  const figures = [told.get("weight")?.figure, told.get("score")?.figure].filter((figure) => figure !== undefined);
  return figures.every(isBelowWhole);
}

/** Whether marks are as few as those of a part. */
export function isBelowWhole(figure: Token): boolean {
  return Number(figureOf(figure)) < WHOLE;
}

/** Without marks, in a report that gives none: under a level, a target and its result. */
export function isUnmarked({ told, named }: Item): boolean {
  return told.has("target") && told.has("actual") && named.names.level1 + named.names.level2 !== "";
}

/** Without marks, under a level that has some: an indicator where its target and its result are told, or what was reached. */
export function isBare({ told, under, reached }: Item): boolean {
  if (!under.marks?.score || told.has("weight") || told.has("score")) return false;
  return reached || (told.has("target") && told.has("actual"));
}

/** An item as an indicator, in the words of the passages that tell it. */
export function indicatorOf(item: Item, passages: readonly Passage[]): ProseIndicator {
  const { told, spans, named } = item;
  const printed = (role: FieldRole) => {
    const field = told.get(role);
    return field ? bare(passages[field.passage]!.text.slice(field.value, field.end)) : "";
  };
  // 目标=605件，实际=483件: a report that says = of its results says it of all, and means no bound.
  const isCopula = /^[=＝]/u.test(printed("actual"));
  const text = (role: FieldRole) => (isCopula ? printed(role).replace(/^[=＝]\s*/u, "") : printed(role));
  const marks = (role: FieldRole) => {
    const field = told.get(role);
    return field?.figure ? points(passages[field.passage]!, field.figure) : null;
  };
  const rate = told.get("rate");
  const weight = marks("weight");
  const whole = [...spans].map(([at, { start, end }]) => passages[at]!.folded.slice(start, end)).join("。");
  return {
    ...named.names,
    target: text("target"),
    actual: withoutRemark(text("actual"), text("target")),
    weight,
    score: marks("score") ?? (weight ? withoutLost(item, weight, passages) : null),
    completionRate: rate?.figure ? percent(passages[rate.passage]!, rate.figure) : null,
    completed: completedIn(whole),
    evidence: [...spans].flatMap(([at, { start, end }]) => locate(passages[at]!, start, end)),
  };
}

/** 分值10分，扣2分: the score is what was not lost. Lost in several places, the sum may be told too: then it is nobody's. */
function withoutLost({ told, twice }: Item, weight: Points, passages: readonly Passage[]): Points | null {
  const lost = told.get("deduction");
  if (!lost || twice.has("deduction")) return null;
  const passage = passages[lost.passage]!;
  const rest = exact(weight.value).minus(lost.figure ? points(passage, lost.figure).value : "0");
  if (rest.lt("0")) return null;
  const evidence = [...(weight.evidence ?? []), ...locate(passage, lost.start, lost.end)];
  return { ...weight, raw: passage.text.slice(lost.start, lost.end), value: plainDecimal(rest), evidence };
}

/** 部分达成预期指标（人员流动较大，补岗不及时）: in brackets behind what was reached, why it was no more. */
function withoutRemark(actual: string, target: string): string {
  const [, reached, remark] = /^([^（()）]{2,})[（(]([^（()）]{6,})[)）]$/u.exec(actual) ?? [];
  return reached !== undefined && REMARKS.test(remark!) && !target.includes(remark!) ? reached : actual;
}

const REMARKS = /[，,；;。]|原因|因为?|由于|受|导致|致使|不足|不够|不到位|滞后|低于|少于|未能?|延[迟期后]|推迟/u;

/** A value without the marks that stood around it. */
function bare(text: string): string {
  const trimmed = text.trim().replace(/^[“”"「」：:]+|[、，,;；]+$/gu, "");
  return /^[^“”"「」]*[”"」]$/u.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}
