import type { Table } from "../../core/extracted.js";
import type { RecordTable } from "../../core/record.js";

/** Tables as the record carries them: rows of the cells that begin in them, left to right. */
export function recordTables(tables: readonly Table[]): RecordTable[] {
  return tables.map((table) => {
    const rows: RecordTable["rows"] = Array.from({ length: table.rowCount }, () => []);
    for (const cell of [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
      const bbox = cell.evidence[0]?.bbox;
      rows[cell.row]?.push({ text: cell.text, rowSpan: cell.rowSpan, colSpan: cell.colSpan, ...(bbox ? { bbox } : {}) });
    }
    return { ...(table.page === undefined ? {} : { page: table.page }), caption: table.caption ?? "", rows };
  });
}
