import type { Block } from "../../core/extracted.js";
import type { Claims } from "../../core/record.js";
import { cellText } from "../figures/cell-figure.js";
import { formFormulas } from "../funds/form-formulas.js";
import { readFormFunds } from "../funds/form-funds.js";
import { withMarksBelow, withRateBelow } from "../funds/marks-below.js";
import { readBreakdown } from "../funds/read-breakdown.js";
import { readFundTable } from "../funds/read-fund-table.js";
import { readTransposed } from "../funds/read-transposed.js";
import { readWide } from "../funds/read-wide.js";
import type { ToldFund } from "../funds/told-fund.js";
import { levelAbove } from "../indicators/level-above.js";
import type { Levels } from "../indicators/levels.js";
import type { Telling } from "../indicators/merge-tables.js";
import { isGoalTable, readIndicatorTable } from "../indicators/read-table.js";
import type { ToldGrade, ToldIndicator, ToldScore } from "../indicators/told.js";
import type { ReadTable } from "../tables/read-tables.js";
import type { IndicatorRegion } from "../tables/region.js";
import { constantColumns } from "./constant-columns.js";
import type { HeadFacts } from "./head/head-facts.js";
import { headingLevels } from "./heading-level.js";
import { headOf, readLoose } from "./read-loose.js";
import { unitInForce } from "./unit-in-force.js";

/** All that the tables of a report tell, each kind gathered. */
export interface ToldRegions {
  readonly indicators: readonly Telling[];
  /** Tables of what was to be reached, with the scores that they state; results may be told elsewhere. */
  readonly goals: readonly Goals[];
  readonly funds: readonly (readonly ToldFund[])[];
  readonly scores: readonly ToldScore[];
  /** Marks that the headings of tables give the level that they name; sentences may tell the same. */
  readonly headings: readonly ToldScore[];
  readonly grades: readonly ToldGrade[];
  readonly heads: readonly HeadFacts[];
  readonly formulas: Claims["formulas"];
  readonly breakdowns: Claims["breakdowns"];
  /** Texts in figures' columns of which no figure could be made. */
  readonly unread: { readonly indicators: readonly string[]; readonly funds: readonly string[] };
}

export interface Goals extends Telling {
  readonly scores: readonly ToldScore[];
}

/** A page break may cut a table and repeat its head: then the levels go on. */
function sameColumns(a: IndicatorRegion, b: IndicatorRegion): boolean {
  return JSON.stringify([...a.columns.of].sort()) === JSON.stringify([...b.columns.of].sort());
}

/** The columns of a table that names first levels itself: its heading's is no level of the rows. */
const LEVEL1_ROLES = ["level1", "levels"] as const;

/** What a report's tables tell, by kind and in reading order; `blocks` say what stands between them. */
export function readRegions(tables: readonly ReadTable[], blocks: readonly Block[]): ToldRegions {
  const told = {
    indicators: [] as Telling[],
    goals: [] as Goals[],
    funds: [] as (readonly ToldFund[])[],
    scores: [] as ToldScore[],
    headings: [] as ToldScore[],
    grades: [] as ToldGrade[],
    heads: [] as HeadFacts[],
    formulas: [] as Claims["formulas"][number][],
    breakdowns: [] as Claims["breakdowns"][number][],
    unread: { indicators: [] as string[], funds: [] as string[] },
  };
  let last: { region: IndicatorRegion; levels: Levels } | undefined;
  for (const { table, block, regions } of tables) {
    const { unit } = unitInForce(table, blocks, block);
    let rows: ToldIndicator[] = [];
    const funds: (readonly ToldFund[])[] = [];
    for (const region of regions) {
      for (const { field, label, value } of constantColumns(region))
        told.heads.push(headOf(field, cellText(label), cellText(value), { label, value }));
      if (region.kind === "indicators") {
        const goesOn = last !== undefined && sameColumns(last.region, region);
        const above = levelAbove(region);
        const heading = headingLevels(blocks, block, table);
        const found = readIndicatorTable(region, above ? { level1: above.name, level2: "" } : heading, goesOn ? last!.levels : undefined);
        if (!above && !LEVEL1_ROLES.some((role) => region.columns.of.has(role))) told.headings.push(...heading.scores);
        last = { region, levels: found.levels };
        const loose = readLoose(region.grid, found.loose);
        told.heads.push(loose.head);
        told.grades.push(...found.grades, ...loose.grades);
        if (isGoalTable(region)) {
          told.goals.push({ rows: found.indicators, block, scores: [...(above?.scores ?? []), ...found.scores] });
          continue;
        }
        rows = [...rows, ...found.indicators];
        told.scores.push(...(above?.scores ?? []), ...found.scores, ...loose.scores);
        told.unread.indicators.push(...found.unread);
      } else if (region.kind === "funds" || region.kind === "transposed") {
        const found = region.kind === "funds" ? readFundTable(region, unit) : readTransposed(region, unit);
        funds.push(found.funds);
        told.formulas.push(...found.formulas);
        told.unread.funds.push(...found.unread);
      } else if (region.kind === "wide") funds.push(readWide(region, unit));
      else if (region.kind === "breakdown") told.breakdowns.push(...readBreakdown(region, unit));
      else {
        const loose = readLoose(region.grid, region.body);
        told.heads.push(loose.head);
        told.scores.push(...loose.scores);
        told.grades.push(...loose.grades);
        funds.push(readFormFunds(region.grid, region.body, unit));
        told.formulas.push(...formFormulas(region.grid, region.body, unit));
        const total = funds.findLastIndex((each) => each.some(({ source }) => source === "total"));
        if (total >= 0) {
          const marked = withMarksBelow(funds[total]!, region.grid, region.body);
          funds[total] = withRateBelow(marked, region.grid, region.body);
        }
      }
    }
    told.funds.push(...funds);
    if (rows.length > 0) told.indicators.push({ rows, block });
  }
  return told;
}
