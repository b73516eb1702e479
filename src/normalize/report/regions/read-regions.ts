import type { Block, Table } from "../../../core/extracted.js";
import type { Claims, MoneyUnit } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { formFormulas } from "../../funds/form-formulas.js";
import { readFormFunds } from "../../funds/form-funds.js";
import { withMarksBelow, withRateBelow } from "../../funds/marks-below.js";
import { readBreakdown } from "../../funds/read-breakdown.js";
import { readFundTable } from "../../funds/read-fund-table.js";
import { readTransposed } from "../../funds/read-transposed.js";
import { readWide } from "../../funds/read-wide.js";
import type { ToldFund } from "../../funds/told-fund.js";
import { levelAbove } from "../../indicators/levels/level-above.js";
import type { Levels } from "../../indicators/levels/levels.js";
import type { Telling } from "../../indicators/merge/merge-tables.js";
import { nameKey } from "../../indicators/merge/name-key.js";
import { isGoalTable, readIndicatorTable, setsGoals } from "../../indicators/read-table.js";
import type { ToldGrade, ToldIndicator, ToldScore } from "../../indicators/told.js";
import type { ReadTable } from "../../tables/read-tables.js";
import type { IndicatorRegion, Region } from "../../tables/region.js";
import type { HeadFacts } from "../head/head-facts.js";
import { constantColumns } from "./constant-columns.js";
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
  const reader = new RegionReader(blocks);
  for (const table of tables) reader.read(table);
  return reader.told;
}

class RegionReader {
  readonly #blocks: readonly Block[];
  /** The last region of indicators, with the levels in force at its end. */
  #last: { readonly region: IndicatorRegion; readonly levels: Levels } | undefined;
  readonly told = {
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

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  read({ table, block, regions, isBehindIndicators }: ReadTable): void {
    const unit = unitInForce(table, this.#blocks, block);
    const rows: ToldIndicator[] = [];
    const funds: (readonly ToldFund[])[] = [];
    const heads = this.told.heads.length;
    for (const region of regions) {
      for (const { field, label, value } of constantColumns(region))
        this.told.heads.push(headOf(field, cellText(label), cellText(value), { label, value }));
      if (region.kind === "indicators") rows.push(...this.#readIndicators(region, table, block));
      else if (region.kind === "funds" || region.kind === "transposed") {
        const found = region.kind === "funds" ? readFundTable(region, unit) : readTransposed(region, unit);
        funds.push(found.funds);
        this.told.formulas.push(...found.formulas);
        this.told.unread.funds.push(...found.unread);
      } else if (region.kind === "wide") funds.push(readWide(region, unit));
      else if (region.kind === "breakdown") this.told.breakdowns.push(...readBreakdown(region, unit));
      else this.#readForm(region, unit, funds);
    }
    if (setsGoals(regions))
      this.told.heads.push(...this.told.heads.splice(heads).map((head) => ({ ...head, projectName: null, plannedName: head.projectName })));
    this.told.funds.push(...funds);
    if (rows.length > 0) this.#tell({ rows, block }, isBehindIndicators);
  }

  /** A table right behind another that names none of its indicators goes on with it, as behind a page break: the two are one telling. */
  #tell(telling: Telling, isBehindIndicators: boolean): void {
    const before = isBehindIndicators ? this.told.indicators.at(-1) : undefined;
    const named = new Set(before?.rows.map(({ level3 }) => nameKey(level3)));
    if (!before || telling.rows.some(({ level3 }) => named.has(nameKey(level3)))) this.told.indicators.push(telling);
    else this.told.indicators.splice(-1, 1, { ...telling, rows: [...before.rows, ...telling.rows] });
  }

  /** The indicators of a region that tells results; those of one that tells goals alone are kept apart. */
  #readIndicators(region: IndicatorRegion, table: Table, block: number): readonly ToldIndicator[] {
    const { told } = this;
    const goesOn = this.#last !== undefined && sameColumns(this.#last.region, region);
    const above = levelAbove(region);
    const heading = headingLevels(this.#blocks, block, table);
    const under = above ? { level1: above.name, level2: "" } : heading;
    const found = readIndicatorTable(region, under, goesOn ? this.#last!.levels : undefined);
    if (!above && !LEVEL1_ROLES.some((role) => region.columns.of.has(role))) told.headings.push(...heading.scores);
    this.#last = { region, levels: found.levels };
    const loose = readLoose(region.grid, found.loose);
    told.heads.push(loose.head);
    told.grades.push(...found.grades, ...loose.grades);
    if (isGoalTable(region)) {
      told.goals.push({ rows: found.indicators, block, scores: [...(above?.scores ?? []), ...found.scores] });
      return [];
    }
    told.scores.push(...(above?.scores ?? []), ...found.scores, ...loose.scores);
    told.unread.indicators.push(...found.unread);
    return found.indicators;
  }

  /** Labels beside values: facts, scores, and money, whose rate and marks may stand below the whole's row of the table's `funds`. */
  #readForm({ grid, body }: Region, unit: MoneyUnit, funds: (readonly ToldFund[])[]): void {
    const { told } = this;
    const loose = readLoose(grid, body);
    told.heads.push(loose.head);
    told.scores.push(...loose.scores);
    told.grades.push(...loose.grades);
    funds.push(readFormFunds(grid, body, unit));
    told.formulas.push(...formFormulas(grid, body, unit));
    const total = funds.findLastIndex((each) => each.some(({ source }) => source === "total"));
    if (total >= 0) funds[total] = withRateBelow(withMarksBelow(funds[total]!, grid, body), grid, body);
  }
}
