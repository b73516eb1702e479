import type { Extracted } from "../../../core/extracted.js";
import type { Message } from "../../../core/messages/messages.js";
import type { Completeness, Warning } from "../../../core/record.js";
import type { ReadTable } from "../../tables/read-tables.js";
import { reasonIf } from "./reason-if.js";

export interface Reading {
  readonly extracted: Extracted;
  readonly tables: readonly ReadTable[];
  /** Texts that stood in a figure's column and of which no figure could be made. */
  readonly unread: { readonly indicators: readonly string[]; readonly funds: readonly string[] };
  /** Reasons to doubt indicators rebuilt from a text. */
  readonly rebuilt: readonly Message[];
  /** Reasons for which figures of a recognised page are lost. */
  readonly lost: { readonly indicators: readonly Message[]; readonly funds: readonly Message[] };
}

/** A grid below this may have lost a row or a column. */
const SURE_GRID = 0.6;

/** Whether a warning says that figures of the document were not read. */
export function leavesFiguresOut({ code }: Warning): boolean {
  return /unreadable|truncated|skipped|without-value/u.test(code);
}

/** How surely the indicators and the funds were read whole, with the reasons for any doubt. */
export function judgeCompleteness({ extracted, tables, unread, rebuilt, lost }: Reading): Completeness {
  const missing = extracted.warnings.filter(leavesFiguresOut).map(({ message }) => message);
  const because = (kinds: readonly string[]): Message[] => [
    ...missing,
    ...tables
      .filter(({ table, regions }) => table.confidence < SURE_GRID && regions.some(({ kind }) => kinds.includes(kind)))
      .map(({ table }): Message => `table ${table.index}: its grid is uncertain`),
    ...(kinds.includes("indicators") ? rebuilt : []),
  ];
  const forIndicators = [...because(["indicators"]), ...countOf(unread.indicators), ...lost.indicators];
  const forFunds = [...because(["funds", "transposed", "wide"]), ...countOf(unread.funds), ...lost.funds];
  return {
    indicators: forIndicators.length > 0 ? "doubtful" : "sure",
    funds: forFunds.length > 0 ? "doubtful" : "sure",
    because: [...new Set([...forIndicators, ...forFunds])],
  };
}

function countOf(unread: readonly string[]): Message[] {
  return [...reasonIf(unread.length > 0, `${unread.length} figures could not be read`)];
}
