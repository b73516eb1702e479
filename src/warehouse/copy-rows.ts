import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Cell, Row } from "./rows/cell.js";

/** Characters: each chunk of a COPY is written to the connection by two system calls. */
const COPIED_AT_ONCE = 2 ** 16;

/** Brings rows in by COPY, the fast path; the columns are those of the first row. */
export async function copyRows(client: pg.PoolClient, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const chunks = function* () {
    let lines = "";
    for (const row of rows) {
      lines += `${columns.map((column) => copyText(row[column]!)).join("\t")}\n`;
      if (lines.length < COPIED_AT_ONCE) continue;
      yield Buffer.from(lines);
      lines = "";
    }
    if (lines) yield Buffer.from(lines);
  };
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`)));
}

const ESCAPED: { readonly [character: string]: string } = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A value in COPY's text format. */
function copyText(cell: Cell): string {
  if (cell === null) return "\\N";
  return String(cell).replace(/[\\\n\r\t]/g, (character) => ESCAPED[character]!);
}
