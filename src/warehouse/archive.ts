import { z } from "zod";
import { GradeBand, ReportKind, Severity } from "../core/record-shapes.js";
import { GRAVITY, RANK } from "./gravity.js";
import type { Cell } from "./rows/cell.js";

/** Anything that answers SQL with `$1` placeholders: both warehouses do. */
export interface Queryable {
  /** Rows have a `rowid` in the order of loading, and a range of them is found without going through the others. */
  readonly numbersRows?: true;
  query(statement: string, values?: Cell[]): Promise<{ readonly [column: string]: unknown }[]>;
}

/** What a warehouse holds at one moment, whatever is loaded meanwhile: every question is answered of it. */
export interface Moment extends Queryable {
  /** The rows of a query as they come, however many; one query at a time. */
  stream(statement: string): AsyncIterable<readonly { readonly [column: string]: unknown }[]>;
}

/** A warehouse that can be exported. */
export interface Exportable {
  /** Runs `read` over one moment, which ends with it. */
  atOneMoment<Result>(read: (moment: Moment) => Promise<Result>): Promise<Result>;
  /** Writes the tables as Parquet (exports/write-parquet.ts), all of one moment; returns the paths written. */
  exportParquet(folder: string): Promise<string[]>;
}

const Year = z.coerce.number().int().min(1990).max(2100);
const Page = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  /** What the earlier page gave as `next`. */
  cursor: z
    .string()
    .regex(/^[\w-]{1,80}~\d{1,9}$/)
    .optional(),
};

/** What PostgreSQL takes as text: no NUL. */
const Text = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/, "text");

/** Which reports: all that are given must hold. `text` is looked for in title, project, unit and department. */
export const ReportFilter = z.object({
  year: Year.optional(),
  unit: Text.optional(),
  department: Text.optional(),
  kind: ReportKind.optional(),
  grade: GradeBand.optional(),
  text: Text.optional(),
  ...Page,
});
export type ReportFilter = z.infer<typeof ReportFilter>;

/** Which findings. `cause` is `report` unless asked otherwise: doubtful readings accuse nobody. */
export const FindingFilter = z
  .object({
    rule: z
      .string()
      .regex(/^[a-z-]+\/[a-z-]+$/)
      .optional(),
    severity: Severity.optional(),
    cause: z.enum(["report", "extraction", "any"]).default("report"),
    year: Year.optional(),
    unit: Text.optional(),
    department: Text.optional(),
    /** `gravity`: by severity, then by how far the figures stand apart (gravity.ts); `report`: one report after the other. */
    order: z.enum(["report", "gravity"]).default("report"),
    ...Page,
    cursor: z
      .string()
      .regex(/^[\w-]{1,80}~\d{1,9}(~[123]~[01](\.\d{1,6})?)?$/)
      .optional(),
  })
  .refine(({ order, cursor }) => cursor === undefined || (cursor.split("~").length === 4) === (order === "gravity"), {
    path: ["cursor"],
    message: "the cursor of a page in another order",
  });
export type FindingFilter = z.infer<typeof FindingFilter>;

/** What findings are told with: their own columns, and those that tell their report. */
const FINDING = "f.*, r.sha256, r.part, r.fiscal_year, r.title, r.project_name, r.unit, r.department";
const MOST_UNITS = 1000;

export const Filters = z.object({
  /** Newest first. */
  years: z.array(z.number()),
  units: z.array(z.string()),
  rules: z.array(z.object({ rule: z.string(), severity: Severity, title: z.object({ zh: z.string(), en: z.string() }) })),
});
export type Filters = z.infer<typeof Filters>;

export interface Paged {
  readonly rows: readonly { readonly [column: string]: unknown }[];
  /** Give it as `cursor` for what follows; null at the end. */
  readonly next: string | null;
}

/** What users ask of a warehouse, one page at a time. Values never enter the SQL's text. */
export class Archive {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  async reports(filter: ReportFilter): Promise<Paged> {
    const where = new Conditions();
    where.equal("fiscal_year", filter.year);
    where.equal("unit", filter.unit);
    where.equal("department", filter.department);
    where.equal("kind", filter.kind);
    where.equal("grade_band", filter.grade);
    where.holds(["title", "project_name", "unit", "department"], filter.text);
    where.after(["report_id", "part"], filter.cursor);
    return this.#page(`SELECT * FROM report ${where.sql()} ORDER BY report_id, part`, where, filter.limit, ["report_id", "part"]);
  }

  async findings(filter: FindingFilter): Promise<Paged> {
    const where = new Conditions();
    where.equal("f.rule_id", filter.rule);
    where.equal("f.severity", filter.severity);
    where.equal("f.cause", filter.cause === "any" ? undefined : filter.cause);
    where.equal("r.fiscal_year", filter.year);
    where.equal("r.unit", filter.unit);
    where.equal("r.department", filter.department);
    return filter.order === "gravity" ? this.#gravest(where, filter) : this.#inOrder(where, filter);
  }

  async #inOrder(where: Conditions, { cursor, limit }: FindingFilter): Promise<Paged> {
    where.after(["f.report_id", "f.ordinal"], cursor);
    const statement = `SELECT ${FINDING} FROM fact_finding f JOIN report r ON r.report_id = f.report_id ${where.sql()} ORDER BY f.report_id, f.ordinal`;
    return this.#page(statement, where, limit, ["report_id", "ordinal"]);
  }

  async #gravest(where: Conditions, { cursor, limit }: FindingFilter): Promise<Paged> {
    where.afterGravity(cursor);
    const statement = `SELECT ${FINDING}, ${GRAVITY} AS gravity, ${RANK} AS severity_rank
      FROM fact_finding f JOIN report r ON r.report_id = f.report_id
      ${where.sql()} ORDER BY ${RANK}, ${GRAVITY} DESC, f.report_id, f.ordinal`;
    return this.#page(statement, where, limit, ["report_id", "ordinal", "severity_rank", "gravity"]);
  }

  /** What findings can be filtered by: the years and the first units of the archive, and the rules. */
  async filters(): Promise<Filters> {
    const column = async (statement: string) => (await this.#database.query(statement)).map((row) => Object.values(row)[0]);
    const years = await column("SELECT DISTINCT fiscal_year FROM report WHERE fiscal_year IS NOT NULL ORDER BY fiscal_year DESC");
    const units = await column(`SELECT DISTINCT unit FROM report WHERE unit IS NOT NULL ORDER BY unit LIMIT ${MOST_UNITS}`);
    const rules = await this.#database.query("SELECT rule_id, severity, title_zh, title_en FROM dim_rule ORDER BY rule_id");
    return {
      years: years.map(Number),
      units: units.map(String),
      rules: rules.map(({ rule_id, severity, title_zh, title_en }) => ({
        rule: String(rule_id),
        severity: severity as z.infer<typeof Severity>,
        title: { zh: String(title_zh), en: String(title_en) },
      })),
    };
  }

  /** The records of a content, in the order of their parts, as the contract's JSON; null when the warehouse does not know it. */
  async records(sha256: string): Promise<unknown[] | null> {
    const rows = await this.#database.query(
      "SELECT c.record FROM report_record c JOIN dim_report r ON r.report_id = c.report_id WHERE r.sha256 = $1 ORDER BY r.part",
      [sha256],
    );
    return rows.length === 0 ? null : rows.map((row) => JSON.parse(row.record as string));
  }

  /** The names under which a content was judged, with what became of it. */
  async files(sha256: string): Promise<readonly { readonly [column: string]: unknown }[]> {
    return this.#database.query(
      "SELECT file_name, byte_length, outcome, message, remedy, pipeline_version FROM source_file WHERE sha256 = $1 ORDER BY file_name",
      [sha256],
    );
  }

  async #page(statement: string, where: Conditions, limit: number, keys: readonly string[]): Promise<Paged> {
    const rows = await this.#database.query(`${statement} LIMIT ${limit + 1}`, where.values);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { rows: page, next: rows.length > limit && last ? keys.map((key) => last[key]).join("~") : null };
  }
}

/** Conditions of a WHERE clause and the values they stand for. Column names are ours, values are anybody's. */
class Conditions {
  readonly values: Cell[] = [];
  readonly #parts: string[] = [];

  equal(column: string, value: string | number | undefined): void {
    if (value !== undefined) this.#parts.push(`${column} = ${this.#bind(value)}`);
  }

  holds(columns: readonly string[], text: string | undefined): void {
    if (text === undefined || text === "") return;
    const like = this.#bind(`%${text.replace(/[!%_]/g, "!$&")}%`);
    this.#parts.push(`(${columns.map((column) => `${column} LIKE ${like} ESCAPE '!'`).join(" OR ")})`);
  }

  after([first, second]: readonly [string, string], cursor: string | undefined): void {
    if (cursor === undefined) return;
    const [id, ordinal] = cursor.split("~") as [string, string];
    const place = this.#bind(id);
    this.#parts.push(`(${first} > ${place} OR (${first} = ${place} AND ${second} > ${this.#bind(Number(ordinal))}))`);
  }

  /** What comes after the finding that a page in order of gravity ended with. */
  afterGravity(cursor: string | undefined): void {
    if (cursor === undefined) return;
    const [id, ordinal, rank, gravity] = cursor.split("~") as [string, string, string, string];
    const share = `CAST(${this.#bind(gravity)} AS DECIMAL(9, 6))`;
    this.#parts.push(
      `(${RANK}, -${GRAVITY}, f.report_id, f.ordinal) > (${this.#bind(Number(rank))}, -${share}, ${this.#bind(id)}, ${this.#bind(Number(ordinal))})`,
    );
  }

  sql(): string {
    return this.#parts.length === 0 ? "" : `WHERE ${this.#parts.join(" AND ")}`;
  }

  #bind(value: string | number): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
