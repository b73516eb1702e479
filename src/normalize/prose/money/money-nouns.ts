import type { FundAmount, FundSource } from "../../../core/record.js";
import type { Role } from "../../lexicon/prose/prose-words.js";
import { rolesOf, type Token } from "../lexer.js";

/** Of which amount a word of money speaks. */
export const FIELD_OF: { readonly [role in Role]?: FundAmount } = {
  initialBudget: "initialBudget",
  adjustedBudget: "adjustedBudget",
  budget: "initialBudget",
  allocated: "adjustedBudget",
  received: "received",
  executed: "executed",
  paid: "executed",
  balance: "balance",
};
const SOURCE_OF: { readonly [role in Role]?: FundSource } = {
  sourceFiscal: "fiscal",
  sourceCurrent: "current_fiscal",
  sourceCarryover: "carryover",
  sourceCentral: "central",
  sourceProvincial: "provincial",
  sourceMunicipal: "municipal",
  sourceCounty: "county",
  sourceSpecial: "special_account",
  sourceOwn: "unit_own",
  sourceOther: "other",
};
const PLANNED: ReadonlySet<Role> = new Set<Role>(["initialBudget", "adjustedBudget", "budget", "allocated"]);
export const PLANNED_FIELDS: ReadonlySet<FundAmount> = new Set<FundAmount>(["initialBudget", "adjustedBudget"]);
export const AMOUNT_ROLES = Object.keys(FIELD_OF) as Role[];
export const SOURCE_ROLES = Object.keys(SOURCE_OF) as Role[];

/** Words whose field the sentence leaves open: which budget, received or spent. */
export const UNSURE: ReadonlySet<Role> = new Set<Role>(["budget", "allocated", "paid"]);

/** Speaks of what may be spent, not of what was. */
export function isPlanned(token: Token): boolean {
  return rolesOf(token).some((role) => PLANNED.has(role));
}

/** 下达预算指标, 预算调整为, 年度资金总额年初预算数: where several words of money stand together, the most telling one decides, of two budgets the last. */
export function roleOf(tokens: readonly Token[], noun: Token): Role {
  const roles = tokens.flatMap((token) => rolesOf(token)).filter((role) => role in FIELD_OF);
  const budget = roles.findLast((role) => role === "adjustedBudget" || role === "initialBudget");
  if (budget ?? roles.includes("allocated")) return budget ?? "allocated";
  return rolesOf(noun).find((role) => role in FIELD_OF) ?? "budget";
}

/** The source that a word names; null where it names none. */
export function sourceOf(token: Token): FundSource | null {
  return rolesOf(token).flatMap((role) => SOURCE_OF[role] ?? [])[0] ?? null;
}

/** Whether the tokens begin, but for the year, with a word for a source. */
export function startsWithSource(tokens: readonly Token[]): boolean {
  const first = beginning(tokens);
  return first !== undefined && rolesOf(first).some((role) => SOURCE_ROLES.includes(role));
}

/** 当年财政拨款90万元: the one source whose money the clause tells; 财政拨款 alone may be all of it. */
export function partBegun(tokens: readonly Token[]): FundSource | null {
  const first = beginning(tokens);
  const source = first ? sourceOf(first) : null;
  return source !== "fiscal" && tokens.some(({ kind }) => kind === "money") ? source : null;
}

function beginning(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({ kind, text }) => kind !== "year" && text !== "度");
}
