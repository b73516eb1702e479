import { ANY_NUMBER } from "../../../core/numbering.js";
import type { FundAmount } from "../../../core/record.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { alternation } from "../../lexicon/lexicon.js";
import type { ProseAmount } from "../facts.js";
import { isBound, money } from "../figures.js";
import { foldForReading } from "../fold.js";
import { figureOf, rolesOf, type Token, textOf, tokenize } from "../lexer.js";
import { locate, type Passage } from "../passage.js";
import { sentencesOf } from "../sentence.js";
import { isWhole, type Names, startsWithOther } from "../subject.js";
import { isInterim } from "./foreign-money.js";
import { FIELD_OF, roleOf, UNSURE } from "./money-nouns.js";
import { isApproximate, isOfOtherThanParts } from "./other-matters.js";

const SHORTEST = 3;
const MOST_LABELS = 60;
/** 1月支出, 累计支出: of a part of the year, or of more than it. */
const OF_ANOTHER_TIME = /累计|半年|季度|(?<!\d)(?:[1-9]|1[01])月|12月(?!底|末|31日)/u;
/** 支出60万元用于码头: what one use took of it. */
const OF_A_USE = /^\s*(?:主要|已)?(?:用于|用以|用作)/u;
/** Tokens behind a figure that may make it a bound or a use's. */
const BEHIND = 8;
/** 年中追加20万元, between the row's amounts: what follows is still the row's. */
const CHANGE = /(?:追加|追减|调增|调减|核增|核减|压减)(?:了|预算|资金)?$/u;
/** 拟安排20万元: what was asked for, or meant. */
const ASKED = /申请|拟/u;
/** 年中追加后全年预算为: how the budget came about. */
const ADJUSTED = /(?:年中|年内)?经?过?(?:追加|追减|调整|核减|核增|压减|调剂)后的?/gu;
/** 按来源看：, 从资金构成看，: from where the rows are looked at, where another project or body would be whose they are. */
const VIEW = /^(?:按|从|就|根据|依据)|情况|如下|[构组]成/u;
const LISTS = /其中|分别/u;
const NUMBER = `^(?:${ANY_NUMBER}\\s*)?`;

/** Who is spoken of, and of which amount. */
interface Subject {
  readonly label: string;
  readonly field: FundAmount | null;
  /** What follows lists parts of the last amount. */
  readonly lists: boolean;
}

/**
 * The amounts that sentences tell of rows of the report's fund table, which they call as the table does: 市级财政资金全年预算314万元，支出240万元. Where any other
 * word stands between the row's name and the amount, the amount is something else's.
 */
export class RowClaims {
  /** The rows' labels as tables print them, by how sentences are read. */
  readonly #printed: ReadonlyMap<string, string>;
  readonly #label: RegExp | undefined;
  readonly #head: RegExp | undefined;

  constructor(
    labels: readonly string[],
    private readonly names: Names,
    private readonly fiscalYear: number | null,
  ) {
    this.#printed = new Map(labels.map((label) => [foldForReading(label), label]));
    const known = [...this.#printed.keys()].filter((label) => label.length >= SHORTEST && fundSource(label)).slice(0, MOST_LABELS);
    if (known.length === 0) return;
    this.#label = new RegExp(alternation(known), "u");
    this.#head = new RegExp(`${NUMBER}(${alternation(known)})(?:情况)?[。:]`, "u");
  }

  read(passage: Passage): ProseAmount[] {
    if (!this.#label || !this.#head || passage.ofIndicator || !this.#label.test(passage.folded)) return [];
    const headed = this.#head.exec(passage.folded)?.[1];
    return sentencesOf(passage, this.names).flatMap(({ text, tokens }) =>
      isInterim(text) || startsWithOther(text, this.names) ? [] : this.#readSentence(passage, tokens, headed),
    );
  }

  #readSentence(passage: Passage, tokens: readonly Token[], headed: string | undefined): ProseAmount[] {
    const found: ProseAmount[] = [];
    let subject: Subject | undefined = headed === undefined ? undefined : { label: headed, field: null, lists: false };
    let since = 0;
    let year: string | undefined;
    for (const [k, token] of tokens.entries()) {
      if (token.kind === "year") year = figureOf(token);
      if (token.kind !== "money" && token.kind !== "percent") continue;
      const before = textOf(tokens.slice(since, k));
      since = k + 1;
      if (subject && CHANGE.test(before) && !this.#label!.test(before)) continue;
      const foreign = year !== undefined && this.fiscalYear !== null && Number(year) !== this.fiscalYear;
      subject =
        foreign || isOfOtherThanParts(before) || isApproximate(before) || OF_ANOTHER_TIME.test(before) || ASKED.test(before)
          ? undefined
          : this.#subjectOf(before, subject);
      const behind = textOf(tokens.slice(k + 1, k + 1 + BEHIND));
      if (!subject?.field || token.kind === "percent" || isBound(behind) || OF_A_USE.test(behind)) continue;
      found.push({
        source: fundSource(subject.label)!,
        label: this.#printed.get(subject.label)!,
        field: subject.field,
        money: money(passage, token),
        evidence: locate(passage, tokens[k]!.start, token.end),
        certain: true,
      });
    }
    return found;
  }

  /** Of which row, and of which of its amounts, what stands before a figure speaks. */
  #subjectOf(before: string, last: Subject | undefined): Subject | undefined {
    const match = this.#label!.exec(before);
    const [ahead, behind] = match ? [before.slice(0, match.index), before.slice(match.index + match[0].length)] : [before, before];
    // Two rows before one figure: it is not told whose it is.
    if (match && this.#label!.test(behind)) return undefined;
    const lists = LISTS.test(ahead) || (last?.lists === true && match !== null);
    if (
      match &&
      !ahead.split(/[:,]/u).every((part, i, all) => (i < all.length - 1 && VIEW.test(part)) || this.#isNeutral(part.replace(LISTS, "")))
    )
      return undefined;
    const label = match?.[0] ?? last?.label;
    if (label === undefined || !this.#isNeutral(behind)) return undefined;
    const told = fieldIn(behind);
    if (told === null) return undefined;
    return { label, field: told ?? (lists ? (last?.field ?? null) : null), lists };
  }

  /** Nothing stands there but words of money, of time and of the whole. */
  #isNeutral(text: string): boolean {
    const rest = tokenize(text.replace(ADJUSTED, ""))
      .filter(
        (token) =>
          token.kind !== "mark" && !rolesOf(token).some((role) => role in FIELD_OF || role === "copula" || role === "executionRate"),
      )
      .map((token) => token.text);
    return isWhole(rest.join(""), this.names);
  }
}

/** The amount that words of money name; undefined where there are none, null where they leave it open. */
function fieldIn(text: string): FundAmount | null | undefined {
  const tokens = tokenize(text.slice(text.lastIndexOf(",") + 1));
  const noun = tokens.findLast((token) => rolesOf(token).some((role) => role in FIELD_OF));
  if (!noun) return undefined;
  const role = roleOf(tokens, noun);
  return UNSURE.has(role) && role !== "budget" ? null : (FIELD_OF[role] ?? null);
}
