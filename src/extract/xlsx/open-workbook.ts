import { read, set_cptable, type WorkBook } from "@e965/xlsx";
import { zipSync } from "fflate";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { openCompoundFile } from "../compound-file.js";
import { openZip } from "../zip.js";
import { SHORT_DATE, withChineseFormats } from "./number-formats.js";
import { isCalculated, uncalculatedCells } from "./uncalculated-cells.js";
import { assertWholeFormulas } from "./whole-formulas.js";

export interface OpenedWorkbook {
  readonly workbook: WorkBook;
  /** Cells with a formula and no value that are read as empty. */
  readonly uncalculated: number;
  /** Cells whose formula is text that somebody typed, as `=16台`. */
  readonly typed: number;
}

const FILE_PASS = 0x2f;
/** Parts that say nothing of the cells. */
const UNREAD =
  /(?:^|\/)(?:media|drawings|charts|embeddings|printerSettings|vbaProject\.bin|activeX|ctrlProps|customXml|Pictures|Thumbnails)(?:\/|$)/iu;
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/iu;
const WORKBOOK_PART = /^xl\/workbook\.xml$/iu;
const STYLE_PART = /^xl\/styles\.xml$/iu;

/**
 * Opens a workbook: XLSX, XLSM, XLSB, XLS, ODS and the XML of Excel 2003. A zip container is inflated under the limits, and the library gets only the parts
 * with cells in them, already inflated. Faults: `encrypted`, `corrupt`, `too-large`.
 */
export async function openWorkbook(bytes: Uint8Array, limits: Limits): Promise<OpenedWorkbook> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const { container, ...formulas } = isZip
    ? await inflated(bytes, limits)
    : { container: isCompound ? workbookStream(bytes) : bytes, uncalculated: 0, typed: 0 };
  // Old XLS files keep their text in the code page of the machine that wrote them.
  if (isCompound) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  try {
    // Formulas are not asked for: where a value is missing the library would put a zero.
    const workbook = read(container, {
      type: "array",
      dense: true,
      cellStyles: true,
      cellNF: true,
      sheetStubs: true,
      cellFormula: false,
      cellHTML: false,
      cellDates: false,
      dateNF: SHORT_DATE,
    });
    return { workbook, ...formulas };
  } catch (error) {
    if (error instanceof Fault) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/iu.test(reason) || (isCompound && asksPassword(container)))
      throw new Fault("encrypted", "The workbook needs a password.", { cause: error });
    throw new Fault("corrupt", `The workbook could not be read: ${reason}`, { cause: error });
  }
}

/** The workbook in an XLS. Faults: `corrupt`. The library's own way through the compound file does not end where its chains of sectors run in a circle. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  const file = openCompoundFile(bytes);
  const stream = file.stream("Workbook") ?? file.stream("Book");
  if (!stream) throw new Fault("corrupt", "The compound file has no workbook in it.");
  if (!asksPassword(stream)) assertWholeFormulas(stream);
  return stream;
}

/** Whether a FilePass record stands among the first of a workbook stream ([MS-XLS] 2.4.117): what follows it is encrypted. */
function asksPassword(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0, records = 0; at + 4 <= stream.byteLength && records < 100; records++) {
    if (view.getUint16(at, true) === FILE_PASS) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

/** The container's parts stored without compression. */
async function inflated(bytes: Uint8Array, limits: Limits): Promise<Omit<OpenedWorkbook, "workbook"> & { container: Uint8Array }> {
  const zip = await openZip(bytes, limits);
  const parts: { [name: string]: Uint8Array } = {};
  const sheets = new Map<string, string>();
  let workbook = "";
  for (const name of zip.names) {
    if (UNREAD.test(name)) continue;
    const part = zip.read(name)!;
    parts[name] = STYLE_PART.test(name) ? new TextEncoder().encode(withChineseFormats(new TextDecoder().decode(part))) : part;
    if (WORKBOOK_PART.test(name)) workbook = new TextDecoder().decode(part);
    if (!SHEET_PART.test(name)) continue;
    const sheet = new TextDecoder().decode(part);
    assertCells(sheet, limits);
    sheets.set(name, sheet);
  }
  const calculated = isCalculated(workbook, [...sheets.values()]);
  let uncalculated = 0;
  let typed = 0;
  for (const [name, sheet] of sheets) {
    const cells = uncalculatedCells(sheet, { isCalculated: calculated });
    uncalculated += cells.empty;
    typed += cells.typed;
    if (cells.sheet !== sheet) parts[name] = new TextEncoder().encode(cells.sheet);
  }
  return { container: zipSync(parts, { level: 0 }), uncalculated, typed };
}

/** A value, or text, of a cell. */
const VALUE = /<(?:\w+:)?(?:v>[^<]|is[\s>])/gu;

/** Counted before the library reads them, which takes half a minute for a million. Faults: `too-large`. */
function assertCells(sheet: string, limits: Limits): void {
  let cells = 0;
  for (const _ of sheet.matchAll(VALUE))
    if (++cells > limits.cells) throw new Fault("too-large", `A sheet has more than ${limits.cells} cells (limit cells).`);
}
