import { z } from "zod";
import { PLAIN_DECIMAL } from "./decimal.js";
import type { Message } from "./messages/messages.js";
import { FUND_AMOUNTS, SCHEMA } from "./record.js";

// The record of one report, as zod knows it: the contract, and what is marked "extension" beyond it. What only speaks of records imports record.ts.

/** A box in points from the page's top left: x0, y0 (left, top), x1, y1 (right, bottom). */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/**
 * Where a figure or a text stands in the source. Pages count from 1; tables, rows and columns from 0 in the order of the
 * record's `tables`; lines from 1, for inputs without pages. Only what applies is present.
 */
export const Evidence = z.object({
  page: z.number().int().positive().optional(),
  bbox: Box.optional(),
  table: z.number().int().nonnegative().optional(),
  row: z.number().int().nonnegative().optional(),
  column: z.number().int().nonnegative().optional(),
  line: z.number().int().positive().optional(),
  quote: z.string().optional(),
});

/** What ziping says of its reading: in English, and known in Chinese. */
const message = z.string() as unknown as z.ZodType<Message>;

/** A plain decimal as printed: no separators, sign %, or exponent; trailing zeros kept. */
export const Decimal = z.string().regex(PLAIN_DECIMAL);

/** Extension. Set on a figure whose reading is not to be trusted: every rule that touches it says `cause: "extraction"`. */
export const Doubt = z.object({
  confidence: z.number().min(0).max(1),
  /** The other readings that were considered. */
  readings: z.array(z.string()),
  because: message,
});

/** Extension. Set on an indicator; without `on` what stands in its row is doubtful as a whole. */
export const RowDoubt = Doubt.extend({ on: z.array(z.enum(["level3", "target", "actual", "standard", "deviationReason"])).optional() });

const figure = { raw: z.string(), value: Decimal, evidence: z.array(Evidence).optional(), doubt: Doubt.optional() };

export const MoneyUnit = z.enum(["万元", "元", "亿元"]);
export const Money = z.object({ ...figure, unit: MoneyUnit, yuan: Decimal });
/** In percent, whatever the source printed. */
export const Percent = z.object(figure);
/** A score or weight. */
export const Points = z.object(figure);

export const Operator = z.enum([">=", ">", "<=", "<", "=", "range"]);
/** `value` is a Decimal, or `"8..10"` where the operator is `range`. An unsigned target has `=`, `signed` false (extension). */
export const Quantity = z.object({
  operator: Operator,
  value: z.string().regex(/^-?\d+(\.\d+)?(\.\.-?\d+(\.\d+)?)?$/),
  unit: z.string(),
  signed: z.boolean().optional(),
  doubt: Doubt.optional(),
});

export const ReportKind = z.enum(["project", "department", "policy", "transfer", "unknown"]);
export const Report = z.object({
  kind: ReportKind,
  title: z.string().nullable(),
  fiscalYear: z.number().int().nullable(),
  projectName: z.string().nullable(),
  department: z.string().nullable(),
  unit: z.string().nullable(),
  reportDate: z.string().nullable(),
});

export const FundSource = z.enum([
  "total",
  "fiscal",
  "current_fiscal",
  "carryover",
  "central",
  "provincial",
  "municipal",
  "county",
  "special_account",
  "unit_own",
  "other",
]);
export const Fund = z.object({
  source: FundSource,
  label: z.string(),
  initialBudget: Money.nullable(),
  adjustedBudget: Money.nullable(),
  received: Money.nullable(),
  executed: Money.nullable(),
  balance: Money.nullable(),
  executionRate: Percent.nullable(),
  weight: Points.nullable(),
  score: Points.nullable(),
  evidence: z.array(Evidence),
  /** Extension: depth in the breakdown; 0 the total, 1 its sources, 2 a part of a source (小计 → 中央级 …). */
  depth: z.number().int().nonnegative().optional(),
  /** Extension: what the table's own head divides by to give the rate. */
  rateBase: z.enum(["initialBudget", "adjustedBudget", "received"]).optional(),
  /** Extension: where the row was told. */
  told: z.enum(["table", "prose"]).optional(),
});

export const Category = z.enum(["execution", "decision", "process", "output", "cost", "benefit", "satisfaction", "other"]);
export const Direction = z.enum(["higher", "lower", "equal", "range", "none"]);
/** The columns an indicator table may have, by canonical name. */
const IndicatorColumn = z.enum(["target", "actual", "weight", "score", "completionRate", "deviationReason"]);

export const Indicator = z.object({
  id: z.string(),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  category: Category,
  target: z.string(),
  actual: z.string(),
  targetValue: Quantity.nullable(),
  actualValue: Quantity.nullable(),
  kind: z.enum(["quantitative", "qualitative"]),
  direction: Direction,
  weight: Points.nullable(),
  score: Points.nullable(),
  completionRate: Percent.nullable(),
  deviationReason: z.string(),
  evidence: z.array(Evidence),
  confidence: z.number().min(0).max(1),
  /** Extension: which columns its table has (a prose-told indicator has none). */
  columns: z.array(IndicatorColumn).optional(),
  /** Extension: a 其中 row whose parent is counted instead: it takes no part in sums. */
  partOf: z.string().optional(),
  /** Extension: the scoring standard printed beside it (完成得满分，每少1场扣1分): it wins over the profile's formula. */
  standard: z.string().optional(),
  /** Extension: its score stands in one cell with that of other rows, and is told of them all: no row's target alone decides it. */
  sharesMarks: z.boolean().optional(),
  /** Extension: the reading of the row is doubtful; where only that of some of its texts is, `on` names them. */
  doubt: RowDoubt.optional(),
});

export const StatedScore = z.object({
  scope: z.enum(["total", "section", "level1", "level2"]),
  name: z.string(),
  score: Points.nullable(),
  fullMarks: Points.nullable(),
  evidence: z.array(Evidence),
});

export const GradeBand = z.enum(["excellent", "good", "fair", "poor"]);
export const Grade = z.object({ raw: z.string(), band: GradeBand.nullable(), evidence: z.array(Evidence) });

export const Section = z.object({ heading: z.string(), level: z.number().int(), text: z.string() });
export const RecordTable = z.object({
  page: z.number().int().optional(),
  caption: z.string(),
  rows: z.array(z.array(z.object({ text: z.string(), rowSpan: z.number().int(), colSpan: z.number().int(), bbox: Box.optional() }))),
});

const Repair = z.object({
  path: z.string(),
  before: z.string(),
  after: z.string(),
  method: z.string(),
  confidence: z.number(),
  because: message,
});

export const Severity = z.enum(["error", "warning", "info"]);
export const Finding = z.object({
  rule: z.string(),
  severity: Severity,
  subject: z.string(),
  stated: z.string().nullable(),
  recomputed: z.string().nullable(),
  difference: z.string().nullable(),
  message: z.object({ zh: z.string(), en: z.string() }),
  evidence: z.array(Evidence),
  cause: z.enum(["report", "extraction"]),
  path: z.string(),
});

export const Warning = z.object({ code: z.string(), message, page: z.number().int().optional() });

/** Extension: what the prose (or a form) claims, for the rules that hold it against the tables. */
export const Claims = z.object({
  /** An amount told in prose for a fund row, also where the table tells it too; `label`: what the prose calls the row, as the table does. */
  amounts: z.array(
    z.object({ source: FundSource, label: z.string().optional(), field: z.enum(FUND_AMOUNTS), money: Money, evidence: z.array(Evidence) }),
  ),
  /** A rate told in prose for a fund row. */
  rates: z.array(z.object({ source: FundSource, rate: Percent, evidence: z.array(Evidence) })),
  /** "设置绩效指标10个，已完成8个、未完成2个；占30%": one entry a figure. `share` counts in percent of all. `band`: completion-rate bounds in percent. `execution`: whether it says that budget execution is one of them. */
  counts: z.array(
    z.object({
      of: z.enum(["indicators", "completed", "uncompleted", "band"]),
      count: z.string().nullable(),
      share: z.string().nullable(),
      band: z.tuple([z.number(), z.number()]).optional(),
      execution: z.boolean().optional(),
      evidence: z.array(Evidence),
    }),
  ),
  /** Places that name the evaluated year: title, head, cover, prose. */
  years: z.array(z.object({ year: z.number().int(), place: z.string(), evidence: z.array(Evidence) })),
  /** Listed items of expenditure beside their stated total, plan and actual apart; amounts in their own units. */
  breakdowns: z.array(
    z.object({
      label: z.string(),
      total: Money,
      items: z.array(z.object({ label: z.string(), money: Money })),
      evidence: z.array(Evidence),
    }),
  ),
  /** A row formula printed in the fund table, as `(5)=(3)-(4)`: one entry a column in which all its operands stand. */
  formulas: z.array(
    z.object({
      label: z.string(),
      column: z.string(),
      formula: z.string(),
      operator: z.enum(["+", "-", "*", "/"]),
      stated: z.object(figure),
      operands: z.array(z.object(figure)),
      /** The stated figure is a percentage of the quotient. */
      percent: z.boolean(),
      evidence: z.array(Evidence),
    }),
  ),
  /** The same indicator told twice: the figure kept and the one not kept, only where they differ. */
  copies: z.array(
    z.object({
      indicator: z.string(),
      field: z.enum(["weight", "score", "target", "actual", "completionRate"]),
      kept: z.string(),
      other: z.string(),
      evidence: z.array(Evidence),
      doubt: Doubt.optional(),
    }),
  ),
  /** Every place where a grade should stand, also where none does (`band` null: a number, say). Absent: `grade` is the only place. */
  grades: z.array(Grade).optional(),
  /** Scoring rules that the report prints itself; they win over the profile. `text` is the sentence. */
  scoring: z.array(
    z.object({
      about: z.enum(["qualitative-bands", "ratio", "execution", "grade-bands", "full-marks", "overachievement"]),
      /**
       * qualitative-bands: lower bounds in percent, best first ([80, 60]); grade-bands: lower bounds in points ([90, 80, 60]); full-marks: [100];
       * overachievement: percent of the target from which points may be deducted ([130]). ratio, execution: [] is plain proportion, [60] gives
       * nothing below 60 percent; more than one value is a rule of another form, by which nothing is judged.
       */
      values: z.array(z.string()),
      text: z.string(),
      evidence: z.array(Evidence),
    }),
  ),
});

/** Extension: how surely whole parts were read. A total over doubtful rows is a question, not an accusation. */
export const Completeness = z.object({
  indicators: z.enum(["sure", "doubtful"]),
  funds: z.enum(["sure", "doubtful"]),
  because: z.array(message),
});

/** Extension. A page as it was read: the space in which boxes lie. Points, after `rotation` degrees clockwise, the page's own and those by which its text lay on its side. */
export const PageSize = z.object({
  page: z.number().int().positive(),
  width: z.number(),
  height: z.number(),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});

export const Source = z.object({
  fileName: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  byteLength: z.number().int(),
  pageCount: z.number().int().nullable(),
  textLayer: z.enum(["native", "ocr", "mixed"]).nullable(),
  part: z.number().int().positive().optional(),
  pages: z.array(PageSize).optional(),
});

export const Record = z.object({
  schema: z.literal(SCHEMA),
  source: Source,
  report: Report,
  funds: z.array(Fund),
  indicators: z.array(Indicator),
  statedScores: z.array(StatedScore),
  grade: Grade.nullable(),
  sections: z.array(Section),
  tables: z.array(RecordTable),
  repairs: z.array(Repair),
  findings: z.array(Finding),
  warnings: z.array(Warning),
  timings: z.object({ extractMs: z.number(), normalizeMs: z.number(), validateMs: z.number() }),
  claims: Claims,
  completeness: Completeness,
});

export const Failure = z.object({
  source: Source.partial().extend({ fileName: z.string() }),
  error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }),
});
