import type { z } from "zod";
import type * as shapes from "./record-shapes.js";

// What the fields are stands in record-shapes.ts. Nothing is loaded from there: zod would take a reader process a quarter of its start, and it checks no record.

/** The record of one report: the contract, version `ziping.report/1`. Fields beyond the contract are marked "extension". */
export const SCHEMA = "ziping.report/1";

export type Doubt = z.infer<typeof shapes.Doubt>;
export type RowDoubt = z.infer<typeof shapes.RowDoubt>;
export type MoneyUnit = z.infer<typeof shapes.MoneyUnit>;
export type Money = z.infer<typeof shapes.Money>;
export type Percent = z.infer<typeof shapes.Percent>;
export type Points = z.infer<typeof shapes.Points>;
export type Figure = Points | Percent | Money;
export type Operator = z.infer<typeof shapes.Operator>;
export type Quantity = z.infer<typeof shapes.Quantity>;
export type ReportKind = z.infer<typeof shapes.ReportKind>;
export type Report = z.infer<typeof shapes.Report>;
export type FundSource = z.infer<typeof shapes.FundSource>;

export const FUND_AMOUNTS = ["initialBudget", "adjustedBudget", "received", "executed", "balance"] as const;
export type FundAmount = (typeof FUND_AMOUNTS)[number];

/** Whether a column's role is one of a fund row's amounts. */
export function isFundAmount(role: string | undefined): role is FundAmount {
  return (FUND_AMOUNTS as readonly string[]).includes(role!);
}

/** What `of` gives for each of a fund row's amounts. */
export function eachFundAmount<T>(of: (field: FundAmount) => T): { [field in FundAmount]: T } {
  return Object.fromEntries(FUND_AMOUNTS.map((field) => [field, of(field)])) as { [field in FundAmount]: T };
}

export type Fund = z.infer<typeof shapes.Fund>;
/** Whether a row tells the whole that the others are sources of: by its depth, where that is told. */
export function isWholeFund({ depth, source }: Pick<Fund, "depth" | "source">): boolean {
  return depth === undefined ? source === "total" : depth === 0;
}

/** Whether a row beside the whole is one of its own sources, and no part of another source. */
export function isSourceFund({ depth }: Pick<Fund, "depth">): boolean {
  return (depth ?? 1) === 1;
}

export type Category = z.infer<typeof shapes.Category>;
export type Direction = z.infer<typeof shapes.Direction>;
export type Indicator = z.infer<typeof shapes.Indicator>;

/** Whether a row's marks count: those of a 其中 row are its parent's. */
export function isCounted({ partOf }: Pick<Indicator, "partOf">): boolean {
  return partOf === undefined;
}

export type StatedScore = z.infer<typeof shapes.StatedScore>;
export type GradeBand = z.infer<typeof shapes.GradeBand>;
export type Grade = z.infer<typeof shapes.Grade>;
export type Section = z.infer<typeof shapes.Section>;
export type RecordTable = z.infer<typeof shapes.RecordTable>;
export type Severity = z.infer<typeof shapes.Severity>;
export type Finding = z.infer<typeof shapes.Finding>;
export type Warning = z.infer<typeof shapes.Warning>;
export type Claims = z.infer<typeof shapes.Claims>;
export type Completeness = z.infer<typeof shapes.Completeness>;
export type PageSize = z.infer<typeof shapes.PageSize>;
export type Source = z.infer<typeof shapes.Source>;
export type Record = z.infer<typeof shapes.Record>;

/** What the normaliser makes of one report: the record without what the pipeline adds. */
export type Draft = Omit<Record, "schema" | "source" | "findings" | "timings">;

export type Failure = z.infer<typeof shapes.Failure>;

/** Whether a document evaluates anything: one that does not has a record, too, with the warning `not-a-report`. */
export function isReport({ warnings }: Pick<Record, "warnings">): boolean {
  return !warnings.some(({ code }) => code === "not-a-report");
}
