import type { Evidence } from "../../core/evidence.js";
import type { Cell } from "../../core/extracted.js";
import type { Claims, FundSource, Grade, Money, Percent, Points, StatedScore } from "../../core/record.js";
import type { Outline } from "./heads/outline.js";
import type { Span } from "./paths/indicator-path.js";
import type { Names } from "./subject.js";

/** What the sentences of a report tell. Each fact carries where it stands; nothing here was computed. */
export interface ProseFacts {
  /** What the report is on, as the sentences were read. */
  readonly names: Names;
  /** Totals and subtotals, in reading order. */
  readonly statedScores: readonly StatedScore[];
  /** Grades of the whole, in reading order; mostly one. */
  readonly grades: readonly Grade[];
  /** Totals, with the grades beside them, that are told with another year than the one evaluated: for comparison, or as the report's own under a wrong year. */
  readonly ofOtherYears: readonly { readonly scores: readonly StatedScore[]; readonly grades: readonly Grade[] }[];
  readonly amounts: readonly ProseAmount[];
  /** Execution rates. */
  readonly rates: Claims["rates"];
  /** Funds that their own arithmetic shows to be the whole's and its parts: for a report without a table of them. */
  readonly borneOut: { readonly amounts: readonly ProseAmount[]; readonly rates: readonly ProseRate[] };
  readonly counts: readonly ProseCount[];
  readonly breakdowns: readonly ProseBreakdown[];
  readonly years: readonly ProseYear[];
  readonly scoring: Claims["scoring"];
  readonly indicators: readonly ProseIndicator[];
  /** Indicators named in a list of the completed, or of the uncompleted. */
  readonly completions: readonly NamedCompletion[];
  /** Marks with their scores whose indicator could not be named: rows that were lost. */
  readonly unnamed: readonly Points[];
  /** Marks told among the words on an indicator and read as none of its own: its weight or its score may be lost. */
  readonly stray: readonly Points[];
  /** Recognition slips undone in texts given above: `before` stands in the source, `after` in the fact. */
  readonly mended: readonly { readonly before: string; readonly after: string; readonly evidence: readonly Evidence[] }[];
}

export type ProseCount = Claims["counts"][number] & {
  /** Told of 绩效目标 alone, 绩效目标12个: which may be indicators, or goals that have several. */
  readonly inGoals?: boolean;
};

export type ProseYear = Claims["years"][number] & {
  /** The score or grade that is told with the year: another than the report's own is that year's, told for comparison. */
  readonly result?: string;
  /** The budget and spending that are told with the year, in yuan: if none is the report's own they are that year's. */
  readonly money?: readonly Money[];
};

export type ProseAmount = Claims["amounts"][number] & {
  /**
   * False where the sentence leaves open which budget is meant (预算100万元 may be the initial or the adjusted one): good enough to fill
   * a record that has no fund table, not to hold against a table.
   */
  readonly certain: boolean;
  /** 预算, without a word that says which: it stands for the year's where no other is told. */
  readonly bare?: true;
  /** The source whose money the clause tells: all of the whole's where no other is told of. */
  readonly of?: FundSource;
  /** What the sentence calls a part of the whole. */
  readonly label?: string;
  /** What it calls the whole. */
  readonly called?: string;
};

/** Of a part of the whole, with what the sentence calls that. */
export type ProseRate = Claims["rates"][number] & { readonly label?: string };

export type ProseBreakdown = Omit<Claims["breakdowns"][number], "total"> & {
  /** Null where the sentence lists items without telling what they should sum to: the spending of the whole is meant. */
  readonly total: Claims["breakdowns"][number]["total"] | null;
};

export interface ProseIndicator {
  /** Empty where not told. */
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: Points | null;
  readonly score: Points | null;
  readonly completionRate: Percent | null;
  /** Why it fell short, where a label says that it is told. */
  readonly reason?: string;
  /** Too little is told for an indicator of its own: it is one only by its name, which a table tells. */
  readonly isPart?: true;
  /** No indicator of the report is given marks. */
  readonly isUnmarked?: true;
  /** What the sentence itself says: 完成年初目标 / 未完成年初目标. */
  readonly completed: boolean | null;
  readonly evidence: readonly Evidence[];
}

export interface NamedCompletion {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly completed: boolean;
  readonly completionRate: Percent | null;
  readonly evidence: readonly Evidence[];
}

/** What is known of the report before its prose is read. */
export interface ProseContext {
  readonly flow: "flowed" | "lines";
  readonly projectName?: string | null;
  readonly title?: string | null;
  /** The year evaluated, where it is not the one that the title names. */
  readonly fiscalYear?: number | undefined;
  /** Cells that hold an indicator's target, result or standard. */
  readonly ofIndicators?: ReadonlySet<Cell>;
  /** Names of indicators that a table tells in part: their marks, say, where their results are left to the sentences. */
  readonly indicators?: readonly string[];
  /** What the report's fund table calls the parts of the whole. */
  readonly fundParts?: readonly string[];
}

/** What one stretch of text tells of indicators. */
export interface IndicatorFacts {
  readonly indicators: readonly ProseIndicator[];
  readonly completions: readonly NamedCompletion[];
  readonly mended: ProseFacts["mended"];
  /** Stretches of the passage that speak of an indicator, not of the whole. */
  readonly taken: readonly Span[];
  /** Marks and scores of the execution, which are the money's and no indicator's, and of levels that only this report has. */
  readonly scores?: readonly StatedScore[];
  /** Under which heads the indicators stand, one for each. One without marks of its own may have those of its level. */
  readonly under?: readonly Outline[];
  /** Marks that were told, with a score, of something that has no name here. */
  readonly unnamed?: readonly Points[];
  /** Marks among the words on an indicator that are none of its own. */
  readonly stray?: readonly Points[];
}
