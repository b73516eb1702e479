import type { Queryable } from "./archive.js";
import { DuckDBWarehouse } from "./duckdb-warehouse.js";
import { STAGED_CHECKS, TRAVEL_CHECKS } from "./load/load-checks.js";

/** docs/dictionary.md: every table, view and column, out of the schema and its comments (schema/comments.sql). */
export async function dictionaryPage(): Promise<string> {
  const warehouse = await DuckDBWarehouse.open(":memory:");
  try {
    return [HEAD, await relations(warehouse, "TABLE"), VIEWS, await relations(warehouse, "VIEW"), checks()].join("\n");
  } finally {
    await warehouse.close();
  }
}

const HEAD = `# Data dictionary

Made from the schema and its comments (\`src/warehouse/schema/\`, \`npm run docs\`); DuckDB and PostgreSQL carry the same comments. "Record" names the field of the record
([record.schema.json](record.schema.json)) that a column comes from. Decimals are exact; a column that the report does not state is null.

Keys: \`PK\` primary key. In PostgreSQL the columns \`report_id\`, \`indicator_id\`, \`unit_id\` and \`load_id\` are foreign keys, too; in both a load is refused when one points nowhere (last section).

## Tables
`;
const VIEWS = "## Views\n";

async function relations(database: Queryable, kind: "TABLE" | "VIEW"): Promise<string> {
  const names =
    kind === "TABLE"
      ? "SELECT table_name AS name, comment FROM duckdb_tables() WHERE NOT temporary ORDER BY table_oid"
      : "SELECT view_name AS name, comment FROM duckdb_views() WHERE NOT internal ORDER BY view_oid";
  const all = await database.query(names);
  const sections = all.map(async ({ name, comment }) => {
    const columns = await database.query(
      `SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns()
       WHERE table_name = $1 AND NOT internal ORDER BY column_index`,
      [name as string],
    );
    const constraints = await constraintsOf(database, name as string);
    const rows = columns.map((column) => row(column as unknown as Column, constraints, kind));
    return `### ${name}\n\n${comment}\n\n| column | type | unit | meaning | record |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return (await Promise.all(sections)).join("\n");
}

interface Column {
  readonly column_name: string;
  readonly data_type: string;
  readonly is_nullable: boolean;
  readonly comment: string | null;
}

/** The columns of the primary key. */
async function constraintsOf(database: Queryable, table: string): Promise<ReadonlySet<string>> {
  const rows = await database.query(
    "SELECT UNNEST(constraint_column_names) AS name FROM duckdb_constraints() WHERE table_name = $1 AND constraint_type = 'PRIMARY KEY'",
    [table],
  );
  return new Set(rows.map(({ name }) => name as string));
}

/** Comments have the form `meaning [unit] ← record`; the last two may lack. */
const COMMENT = /^(?<meaning>.*?)(?: \[(?<unit>[^\]]+)\])?(?: ← (?<record>.+))?$/u;

function row({ column_name, data_type, is_nullable, comment }: Column, key: ReadonlySet<string>, kind: "TABLE" | "VIEW"): string {
  const { meaning = "", unit = "", record = "" } = COMMENT.exec(comment ?? "")?.groups ?? {};
  const facts = [data_type, ...(key.has(column_name) ? ["PK"] : kind === "TABLE" && !is_nullable ? ["not null"] : [])].join(", ");
  return `| \`${column_name}\` | ${facts} | ${unit} | ${meaning} | ${record && `\`${record}\``} |`;
}

function checks(): string {
  const lines = [...TRAVEL_CHECKS, ...STAGED_CHECKS].map(({ id, asks }) => `| \`${id}\` | ${asks} |`);
  return `## What a load must pass

Values that a column may hold are constraints of the tables (\`CHECK\`, \`NOT NULL\`, primary keys; \`SELECT * FROM duckdb_constraints()\`). Beside them each load is held against these checks
within its transaction. One that fails is rolled back whole, with a message that names the check and what to do.

| check | asks |
| --- | --- |
${lines.join("\n")}
`;
}
