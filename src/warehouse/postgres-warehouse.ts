import pg from "pg";
import type { Exportable, Moment, Queryable } from "./archive.js";
import { copyRows } from "./copy-rows.js";
import { knownFiles, knownFilesQuery } from "./load/known-files.js";
import { mergeStaged } from "./load/merge-staged.js";
import { STAGED_TABLES, stagedRows } from "./load/staged-rows.js";
import { type Cell, type Row, utc } from "./rows/cell.js";
import { ruleRow } from "./rows/rule-row.js";
import { SCHEMA, SCHEMA_VERSION, schemaFile } from "./schema.js";
import {
  type Batch,
  type JudgedDocument,
  type JudgedFile,
  type KnownFile,
  type LoadOrigin,
  type RuleEntry,
  type Warehouse,
  WarehouseAway,
  WarehouseError,
} from "./warehouse.js";

/** Loads and migrations of all workers take turns by this lock: a transaction of milliseconds, where two could meet in a dimension. */
const TURN = 0x7a697069;
const LOAD = ["BEGIN", `SELECT pg_advisory_xact_lock(${TURN})`] as const;
/** For exports: what is read is of one moment, and nobody waits for it. */
const SNAPSHOT = ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"] as const;
const ROWS_AT_ONCE = 2_000;
const STAGING = STAGED_TABLES.map(
  (table) => `CREATE TEMPORARY TABLE IF NOT EXISTS staged_${table} (LIKE ${table}) ON COMMIT DELETE ROWS`,
).join(";");
const UNSTAGE = STAGED_TABLES.map((table) => `DELETE FROM staged_${table}`).join(";");

export interface PostgresOptions {
  readonly url: string;
  /** Connections of this process, at most. */
  readonly connections?: number;
  /** Keeps the whole records, too, as JSON: `report_record`. */
  readonly keepRecords?: boolean;
}

/** The warehouse in PostgreSQL 14 or newer: the same tables as in DuckDB, for any number of writers. */
export class PostgresWarehouse implements Warehouse, Queryable, Exportable {
  readonly #pool: pg.Pool;
  readonly #keepRecords: boolean;
  /** Connections that have the tables for staging: making them costs more than a small load. */
  readonly #staging = new WeakSet<pg.PoolClient>();

  constructor({ url, connections = 4, keepRecords = false }: PostgresOptions) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      // Times are stored in UTC without a zone; they are read as the text they are, like decimals.
      types: { getTypeParser: (oid, format) => (oid === pg.types.builtins.TIMESTAMP ? String : pg.types.getTypeParser(oid, format)) },
    });
    this.#keepRecords = keepRecords;
    // An idle connection that breaks is replaced by the pool; the next query sees the state of things.
    this.#pool.on("error", () => {});
  }

  /**
   * Makes or brings up to date tables, views, indexes and the analysts' role. Several processes may call it at once. Throws a WarehouseError
   * when the tables are those of another version, which these statements would leave as they are.
   */
  async migrate(): Promise<void> {
    await this.#transaction(async (client) => {
      const { rows } = await client.query("SELECT to_regclass('schema_version') IS NOT NULL AS made");
      const [held] = rows[0].made ? (await client.query("SELECT version FROM schema_version")).rows : [];
      if (held && held.version !== SCHEMA_VERSION)
        throw new WarehouseError(
          "The database is no warehouse of this version of ziping. Name another one, and import the documents anew.",
        );
      await client.query(SCHEMA.statements);
      await client.query("DELETE FROM schema_version");
      await client.query("INSERT INTO schema_version VALUES ($1, $2)", [SCHEMA_VERSION, SCHEMA.digest]);
      await client.query(schemaFile("postgres"));
    });
  }

  /** Throws a WarehouseError when the database is away or was not migrated to this version. */
  async ready(): Promise<void> {
    const rows = await this.query("SELECT version FROM schema_version").catch((error: Error & { code?: string }) => {
      if (error.code === "42P01") return [];
      throw error;
    });
    if (rows[0]?.version !== SCHEMA_VERSION) throw new WarehouseError("The database has no schema of this version. Run: ziping migrate");
  }

  async judged(files: readonly JudgedFile[], pipelineVersion: string): Promise<ReadonlyMap<string, KnownFile>> {
    const asked = "unnest($2::text[], $3::bigint[], $4::timestamp[]) AS a (path, byte_length, modified_at)";
    const paths = files.map((file) => file.path);
    const lengths = files.map((file) => file.byteLength);
    const moments = files.map((file) => utc(file.modifiedAt));
    return knownFiles(await this.query(knownFilesQuery(asked), [pipelineVersion, paths, lengths, moments]));
  }

  async load(documents: readonly JudgedDocument[], origin: LoadOrigin): Promise<void> {
    await this.loadAll([{ documents, origin }]);
  }

  async loadAll(batches: Iterable<Batch> | AsyncIterable<Batch>): Promise<void> {
    let lent: pg.PoolClient | undefined;
    await this.#transaction(async (client) => {
      lent = client;
      if (!this.#staging.has(client)) await client.query(STAGING);
      let isFirst = true;
      for await (const batch of batches) {
        if (!isFirst) await client.query(UNSTAGE);
        isFirst = false;
        await this.#merge(client, batch);
      }
    });
    // Had it failed, the tables would have gone with the transaction.
    this.#staging.add(lent!);
  }

  async #merge(client: pg.PoolClient, { documents, origin }: Batch): Promise<void> {
    const rows = stagedRows(documents, origin, this.#keepRecords);
    for (const table of STAGED_TABLES) await copyRows(client, `staged_${table}`, rows[table]);
    await mergeStaged(
      { run: (statements) => changed(client, statements), rows: async (statement) => (await client.query(statement)).rows },
      rows,
    );
  }

  async describeRules(rules: readonly RuleEntry[]): Promise<void> {
    const rows = rules.map(ruleRow);
    await this.#transaction(async (client) => {
      await client.query("DELETE FROM dim_rule");
      await copyRows(client, "dim_rule", rows);
    });
  }

  /** The rows of a query; decimals, 64-bit integers and times are text. */
  async query(statement: string, values: readonly (Cell | readonly Cell[])[] = []): Promise<{ readonly [column: string]: unknown }[]> {
    try {
      return (await this.#pool.query(statement, [...values])).rows;
    } catch (error) {
      throw explained(error as pg.DatabaseError);
    }
  }

  async atOneMoment<Result>(read: (moment: Moment) => Promise<Result>): Promise<Result> {
    return this.#transaction(
      (client) =>
        read({
          query: async (statement, values = []) => (await client.query(statement, values)).rows,
          stream: (statement) => fetchAll(client, statement),
        }),
      SNAPSHOT,
    );
  }

  async exportParquet(folder: string): Promise<string[]> {
    const { parquetByCopy } = await import("./exports/parquet-by-copy.js");
    return this.atOneMoment((moment) => parquetByCopy(moment, folder));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #transaction<Result>(work: (client: pg.PoolClient) => Promise<Result>, begin: readonly string[] = LOAD): Promise<Result> {
    const client = await this.#borrow();
    let broken: Error | undefined;
    try {
      for (const statement of begin) await client.query(statement);
      const result = await work(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      broken = await rolledBack(client);
      throw explained(error as pg.DatabaseError);
    } finally {
      client.release(broken);
    }
  }

  async #borrow(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect().catch((error) => {
      throw explained(error);
    });
    // A connection that breaks while it is lent also says so by an event, which nobody else hears.
    if (client.listenerCount("error", ignore) === 0) client.on("error", ignore);
    return client;
  }
}

function ignore(): void {}

/** Ends a transaction that changes nothing; gives the error of a connection that is lost. */
function rolledBack(client: pg.PoolClient): Promise<Error | undefined> {
  return client.query("ROLLBACK").then(
    () => undefined,
    (lost: Error) => lost,
  );
}

/** The rows of a query in chunks, by a cursor of the client's transaction. */
async function* fetchAll(client: pg.PoolClient, statement: string): AsyncIterable<Row[]> {
  await client.query(`DECLARE rows_of_export NO SCROLL CURSOR FOR ${statement}`);
  for (;;) {
    const { rows } = await client.query(`FETCH ${ROWS_AT_ONCE} FROM rows_of_export`);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query("CLOSE rows_of_export");
}

/** The number of rows that the last of the statements changed. */
async function changed(client: pg.PoolClient, statements: string): Promise<number> {
  const results: pg.QueryResult | pg.QueryResult[] = await client.query(statements);
  return (Array.isArray(results) ? results.at(-1)! : results).rowCount ?? 0;
}

/** What PostgreSQL refuses for reasons that an operator mends, by the beginning of SQLSTATE; the work itself may succeed later. */
const REFUSED: readonly (readonly [state: RegExp, remedy: string])[] = [
  [/^28/, "See that user and password of its URL (ZIPING_POSTGRES_URL) are right."],
  [/^3D/, "Make the database (createdb NAME) and its tables (ziping migrate), or name another one in its URL (ZIPING_POSTGRES_URL)."],
  [/^53[12]/, "Make room for it, and try again."],
  [/^53/, "Allow it more connections (max_connections), or run fewer workers."],
];

function explained(error: Error & { code?: string }): Error {
  const { code = "", message } = error;
  const [, refused] = REFUSED.find(([state]) => state.test(code)) ?? [];
  if (refused) return new WarehouseAway(`PostgreSQL refuses: ${message}. ${refused}`, { cause: error });
  const lost = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0|08)/.test(code) || /terminated|timeout exceeded/i.test(message);
  if (!lost) return error;
  const remedy = "Start it with: docker compose up -d postgres; or see that its URL (ZIPING_POSTGRES_URL) names it.";
  return new WarehouseAway(`PostgreSQL does not answer: ${message || code}. ${remedy}`, { cause: error });
}
