import type { Extracted } from "../core/extracted.js";
import { type Draft, isReport } from "../core/record.js";
import { rebuildTables } from "./flattened/rebuild-tables.js";
import { setsGoals } from "./indicators/read-table.js";
import { repair } from "./repair/repair.js";
import { doubtfulNames, mendNames } from "./repair/texts/mend-names.js";
import { readTexts } from "./repair/texts/read-texts.js";
import { settleTexts } from "./repair/texts/settle-texts.js";
import { draftReport } from "./report/draft-report.js";
import { mendParagraphs } from "./report/mend-paragraphs.js";
import { splitReports } from "./report/parting/split-reports.js";
import { unwrapLayout } from "./report/parting/unwrap-layout.js";
import { mergeRepeated } from "./tables/layouts/merge-repeated.js";

/**
 * What a document says, as records: one draft for each report that it holds, in order. Pure. Tables lost in a text are rebuilt first;
 * from there on all formats are alike.
 */
export function normalize(extracted: Extracted): Draft[] {
  const told = splitReports(settleTexts(rebuildTables(mergeRepeated(mendParagraphs(unwrapLayout(extracted)))))).map((split) => {
    const draft = withNames(repair(draftReport(split)), split.report.blocks);
    // 2024年度项目绩效目标申报表, annexed to another project's report of 2022, is none.
    return { draft, isPlan: setsGoals(split.tables.flatMap(({ regions }) => regions)) && !isReport(draft) };
  });
  const reports = told.filter(({ isPlan }) => !isPlan);
  return withYearOfFile((reports.length > 0 ? reports : told).map(({ draft }) => draft));
}

/** The draft with its recognised names put right where that is sure, and a warning for those that stay doubtful. */
function withNames(draft: Draft, blocks: Extracted["blocks"]): Draft {
  const texts = readTexts(blocks);
  const mended = mendNames(draft, texts);
  return { ...mended, warnings: [...mended.warnings, ...doubtfulNames(mended.report, texts)] };
}

/** Forms of one file that name no year are of the year that the others name, where that is one: those of several years may be of any. */
function withYearOfFile(drafts: readonly Draft[]): Draft[] {
  const named = drafts.find(({ report }) => report.fiscalYear !== null);
  if (!named || drafts.some(({ report }) => report.fiscalYear !== null && report.fiscalYear !== named.report.fiscalYear))
    return [...drafts];
  const { fiscalYear } = named.report;
  return drafts.map((draft) =>
    draft.report.fiscalYear !== null
      ? draft
      : { ...draft, report: { ...draft.report, fiscalYear }, claims: { ...draft.claims, years: named.claims.years.slice(0, 1) } },
  );
}
