import type { Extracted } from "../core/extracted.js";
import type { Draft } from "../core/record.js";
import { rebuildTables } from "./flattened/rebuild-tables.js";
import { repair } from "./repair/repair.js";
import { draftReport } from "./report/draft-report.js";
import { mendParagraphs } from "./report/mend-paragraphs.js";
import { splitReports } from "./report/split-reports.js";
import { unwrapLayout } from "./report/unwrap-layout.js";

/**
 * What a document says, as records: one draft for each report that it holds, in order. Pure. Tables lost in a text are rebuilt first;
 * from there on all formats are alike.
 */
export function normalize(extracted: Extracted): Draft[] {
  const drafts = splitReports(rebuildTables(mendParagraphs(unwrapLayout(extracted)))).map((report) => repair(draftReport(report)));
  return drafts.map((draft) => withYearOf(drafts[0]!, draft));
}

/** Forms that stand under one title are of its year where they name none themselves. */
function withYearOf(first: Draft, draft: Draft): Draft {
  const { fiscalYear } = first.report;
  if (fiscalYear === null || draft.report.fiscalYear !== null || draft === first) return draft;
  return { ...draft, report: { ...draft.report, fiscalYear }, claims: { ...draft.claims, years: first.claims.years.slice(0, 1) } };
}
