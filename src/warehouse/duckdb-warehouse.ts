import { type DuckDBConnection, DuckDBInstance, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import type { Exportable, Moment, Queryable } from "./archive.js";
import { cannotOpen, cannotWrite } from "./duckdb-errors.js";
import { writeParquet } from "./exports/write-parquet.js";
import { appendRows } from "./load/append-rows.js";
import { knownFiles, knownFilesQuery } from "./load/known-files.js";
import { mergeStaged } from "./load/merge-staged.js";
import { STAGED_TABLES, stagedRows } from "./load/staged-rows.js";
import { type Cell, type Row, utc } from "./rows/cell.js";
import { ruleRow } from "./rows/rule-row.js";
import { SCHEMA, SCHEMA_VERSION } from "./schema.js";
import {
  type Batch,
  type JudgedDocument,
  type JudgedFile,
  type KnownFile,
  type LoadOrigin,
  type RuleEntry,
  type Warehouse,
  WarehouseError,
} from "./warehouse.js";

const STAGED = [...STAGED_TABLES, "dim_rule"] as const;
/** The log is written into the tables when it has grown so far, and at the end: with DuckDB's 16 MB an import spends a fifth of its time on that. */
const CHECKPOINT = "256MiB";
/** The oldest DuckDB that can open a new file; it is the first to compress long texts: kept records, which else take ten times the room. */
const OPENED_BY = "v1.2.0";

export interface DuckDBOptions {
  /** Opens an existing file to read it, beside others that do; nothing but outdated views is ever written. */
  readonly readOnly?: boolean;
  /** With `readOnly`: tables alone will be asked, so that views of an older ziping may stay. */
  readonly tablesOnly?: boolean;
  /** Keeps the whole records, too, as JSON: `report_record`. */
  readonly keepRecords?: boolean;
  /** Memory that DuckDB may take before it writes to disk, MiB; most of the machine's without it. */
  readonly memoryMb?: number;
}

/** The warehouse in one DuckDB file. One process writes at a time; loads are queued. */
export class DuckDBWarehouse implements Warehouse, Queryable, Exportable {
  readonly numbersRows = true;
  readonly #file: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  /** For questions: it sees no load before it is whole. */
  readonly #reader: DuckDBConnection;
  readonly #keepRecords: boolean;
  /** The columns of each staged table, in its order. */
  readonly #columns = new Map<string, readonly string[]>();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(file: string, instance: DuckDBInstance, [connection, reader]: readonly DuckDBConnection[], keepRecords: boolean) {
    this.#file = file;
    this.#instance = instance;
    this.#connection = connection!;
    this.#reader = reader!;
    this.#keepRecords = keepRecords;
  }

  /** Opens the file and makes it when it is absent. Throws a WarehouseError when it is locked, damaged or of another schema. */
  static async open(file: string, options: DuckDBOptions = {}): Promise<DuckDBWarehouse> {
    const { readOnly = false, tablesOnly = false, keepRecords = false, memoryMb } = options;
    const settings = {
      ...(readOnly ? { access_mode: "READ_ONLY" } : { checkpoint_threshold: CHECKPOINT, storage_compatibility_version: OPENED_BY }),
      ...(memoryMb && { memory_limit: `${memoryMb}MiB` }),
    };
    const instance = await DuckDBInstance.create(file, settings).catch((error: Error) => {
      throw cannotOpen(file, error);
    });
    const warehouse = new DuckDBWarehouse(file, instance, [await instance.connect(), await instance.connect()], keepRecords);
    try {
      await warehouse.#checkSchema(file);
      if (!readOnly) await warehouse.#prepare();
    } catch (error) {
      await warehouse.close();
      throw error;
    }
    if (!readOnly || tablesOnly || !(await warehouse.#isStale())) return warehouse;
    // Views of an older ziping are written anew before the file is only read; where it cannot be written, they have to do.
    await warehouse.close();
    await DuckDBWarehouse.open(file, { memoryMb }).then(
      (writable) => writable.close(),
      () => {},
    );
    return DuckDBWarehouse.open(file, { readOnly, tablesOnly: true, memoryMb });
  }

  judged(files: readonly JudgedFile[], pipelineVersion: string): Promise<ReadonlyMap<string, KnownFile>> {
    const asked = "(SELECT unnest($2) AS path, unnest($3::BIGINT[]) AS byte_length, unnest($4::TIMESTAMP[]) AS modified_at) AS a";
    const paths = listValue(files.map((file) => file.path));
    const lengths = listValue(files.map((file) => `${file.byteLength}`));
    const moments = listValue(files.map((file) => utc(file.modifiedAt)));
    return this.#inTurn(async () => {
      const types = [VARCHAR, LIST(VARCHAR), LIST(VARCHAR), LIST(VARCHAR)];
      const found = await this.#connection.runAndReadAll(knownFilesQuery(asked), [pipelineVersion, paths, lengths, moments], types);
      return knownFiles(found.getRowObjectsJson());
    });
  }

  load(documents: readonly JudgedDocument[], origin: LoadOrigin): Promise<void> {
    return this.#transaction(() => this.#merge({ documents, origin }));
  }

  loadAll(batches: AsyncIterable<Batch>): Promise<void> {
    return this.#transaction(async () => {
      for await (const batch of batches) await this.#merge(batch);
    });
  }

  async #merge({ documents, origin }: Batch): Promise<void> {
    const rows = stagedRows(documents, origin, this.#keepRecords);
    for (const table of STAGED_TABLES) {
      await this.#run(`DELETE FROM staged_${table}`);
      await this.#append(`staged_${table}`, rows[table]);
    }
    await mergeStaged({ run: (statements) => this.#run(statements), rows: (statement) => this.#rows(statement) }, rows);
  }

  describeRules(rules: readonly RuleEntry[]): Promise<void> {
    const rows = rules.map(ruleRow);
    return this.#transaction(async () => {
      await this.#run("DELETE FROM dim_rule; DELETE FROM staged_dim_rule");
      await this.#append("staged_dim_rule", rows);
      await this.#run("INSERT INTO dim_rule SELECT * FROM staged_dim_rule");
    });
  }

  /** The rows of a query, as JSON values by column name: decimals and 64-bit integers are text. */
  query(statement: string, values: Cell[] = []): Promise<{ readonly [column: string]: unknown }[]> {
    return rowsOf(this.#reader, statement, values);
  }

  async atOneMoment<Result>(read: (moment: Moment) => Promise<Result>): Promise<Result> {
    const connection = await this.#instance.connect();
    let underWay: Promise<unknown> = Promise.resolve();
    const called = <Answer>(call: Promise<Answer>): Promise<Answer> => {
      underWay = call.catch(() => {});
      return call;
    };
    try {
      await connection.run("BEGIN TRANSACTION");
      return await read({
        query: (statement, values = []) => rowsOf(connection, statement, values),
        async *stream(statement) {
          const chunks = (await called(connection.stream(statement))).yieldRowObjectJson();
          for (let chunk = await called(chunks.next()); !chunk.done; chunk = await called(chunks.next())) yield chunk.value;
        },
      });
    } finally {
      // Who read a stream may have failed meanwhile, and waits no more; DuckDB ends the process where a connection is closed under a call.
      await underWay;
      // An open transaction ends with its connection.
      connection.closeSync();
    }
  }

  /** Adds rows to a table as they are: those of another warehouse. */
  append(table: string, rows: readonly Row[]): Promise<void> {
    return this.#inTurn(() => this.#append(table, rows));
  }

  async exportParquet(folder: string): Promise<string[]> {
    return this.atOneMoment((moment) => writeParquet(moment, folder));
  }

  async close(): Promise<void> {
    await this.#turn.catch(() => {});
    this.#reader.closeSync();
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #isStale(): Promise<boolean> {
    const [made] = await this.query("SELECT definition FROM schema_version").catch(() => []);
    return made?.definition !== SCHEMA.digest;
  }

  async #prepare(): Promise<void> {
    if (await this.#isStale()) {
      await this.#transaction(async () => {
        await this.#run(SCHEMA.statements);
        await this.#run(`DELETE FROM schema_version; INSERT INTO schema_version VALUES (${SCHEMA_VERSION}, '${SCHEMA.digest}')`);
      });
      await this.#run("CHECKPOINT");
    }
    for (const table of STAGED) await this.#run(`CREATE TEMPORARY TABLE staged_${table} AS SELECT * FROM ${table} WHERE 1 = 0`);
  }

  /** A new file has no table at all; any other must say that it has this schema. */
  async #checkSchema(file: string): Promise<void> {
    const tables = await this.query("SELECT table_name FROM information_schema.tables");
    const rows =
      tables.length === 0 ? [{ version: SCHEMA_VERSION }] : await this.query("SELECT version FROM schema_version").catch(() => []);
    if (rows[0]?.version !== SCHEMA_VERSION)
      throw new WarehouseError(`${file} is no warehouse of this version of ziping. Name another file, and import the documents anew.`);
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#inTurn(async () => {
      await this.#run("BEGIN TRANSACTION");
      try {
        await work();
        await this.#run("COMMIT");
      } catch (error) {
        await this.#run("ROLLBACK").catch(() => {});
        throw error;
      }
    });
  }

  /** One connection does one thing at a time. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** What the writer sees, its own temporary tables too. */
  #rows(statement: string): Promise<{ readonly [column: string]: unknown }[]> {
    return rowsOf(this.#connection, statement);
  }

  /** The number of rows that the last statement changed. */
  async #run(statements: string): Promise<number> {
    const { rowsChanged } = await this.#connection.run(statements).catch((error: Error) => {
      throw cannotWrite(this.#file, error);
    });
    return rowsChanged;
  }

  async #append(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = await this.#columnsOf(table);
    await appendRows(this.#connection, table, columns, rows);
  }

  async #columnsOf(table: string): Promise<readonly string[]> {
    const known = this.#columns.get(table);
    if (known) return known;
    const columns = (await this.#rows(`DESCRIBE ${table}`)).map((row) => row.column_name as string);
    this.#columns.set(table, columns);
    return columns;
  }
}

async function rowsOf(connection: DuckDBConnection, statement: string, values: Cell[] = []) {
  return (await connection.runAndReadAll(statement, values)).getRowObjectsJson();
}
