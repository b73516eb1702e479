import type { Atom } from "./atom.js";
import type { Known } from "./cells/word-cells.js";
import type { Column } from "./column.js";
import { withPartedAmounts } from "./glued/part-amounts.js";
import { columnsBelow, type FoundHead } from "./heads/find-heads.js";
import { learnWrapping } from "./search/learn-wrapping.js";
import type { SearchSetting } from "./search/search-setting.js";
import { Stretches } from "./search/stretches.js";
import { hasRowOnEachLine, LONGEST_TABLE, searchTable, type TableReading } from "./search/table-search.js";
import { comesToWhole } from "./search/whole-weights.js";
import { unwoven } from "./woven/unwoven.js";
import { withRestsInRows } from "./wrapped/rests-below.js";
import { withWholeNames } from "./wrapped/whole-names.js";

/** What stands below a table's head. */
export interface Body {
  readonly atoms: readonly Atom[];
  /** Index in the run's atoms of what stands before body atom `to`. */
  readonly consumed: (to: number) => number;
}

interface Order {
  readonly body: Body;
  readonly read: Found | null;
  /** Whether cells of the table stood side by side on several lines. */
  readonly woven: boolean;
}

/** The order of a table's atoms that reads best, and what it says: as the text has them, or cell by cell where it may tell its rows line by line. */
export function readBest(told: Body, head: FoundHead, known: Known): Order {
  const body = withWholeCells(told, head);
  const read = readBody(body, head, known);
  const plain = { body, read, woven: head.woven === true };
  const columns = columnsBelow(head);
  const isWhole =
    read !== null && !plain.woven && (comesToWhole(body.atoms, columns, read.best) || standsOnLines(told, body, columns, read.best));
  const joined = head.about === "funds" || isWhole ? undefined : unwoven(told.atoms, columns, known);
  if (!joined) return plain;
  const other = { atoms: joined.atoms, consumed: (to: number) => told.consumed(joined.ends[to - 1] ?? 0) };
  const otherRead = readBody(other, head, known);
  return (otherRead?.best.score ?? 0) > (read?.best.score ?? 0) + CLEARLY ? { body: other, read: otherRead, woven: true } : plain;
}

/** Another order is better by more than what one line costs that is no row's. */
const CLEARLY = 7;

/** Whether a table's rows stand whole on the text's own lines, up to its total or to the end. */
function standsOnLines(told: Body, { atoms }: Body, columns: readonly Column[], reading: TableReading): boolean {
  const isAsTold = atoms.length === told.atoms.length && atoms.every((atom, at) => atom === told.atoms[at]);
  const isAll = reading.to === atoms.length || reading.rows.at(-1)?.kind === "total";
  return isAsTold && isAll && hasRowOnEachLine(atoms, columns, reading);
}

/** The body of a table with cells whole whose ends stand below their rows or around them, and amounts parted where they ran together. */
function withWholeCells(body: Body, head: FoundHead): Body {
  const steps = head.about === "funds" ? [withRestsInRows, withPartedAmounts] : [withWholeNames, withRestsInRows];
  return steps.reduce((whole, step) => {
    const { atoms, ends } = step(whole.atoms, columnsBelow(head));
    return { atoms, consumed: (to) => whole.consumed(ends[to - 1] ?? 0) };
  }, body);
}

/** The best reading of a body, and the next best. */
interface Found {
  readonly best: TableReading;
  readonly others: readonly TableReading[];
}

export function readBody(body: Body, head: FoundHead, known: Known): Found | null {
  const columns = columnsBelow(head);
  const stretches = new Stretches(body.atoms.slice(0, LONGEST_TABLE), known);
  const setting: SearchSetting = { atoms: body.atoms, stretches, columns, wrapped: head.wrapped || wraps(body.atoms) };
  const first = searchTable(setting);
  if (!first[0] || first[0].rows.length === 0) return null;
  const second = searchTable({ ...setting, wrapping: learnWrapping(body.atoms, columns, first[0]) });
  const [best, ...others] = second[0] && second[0].rows.length > 0 ? second : first;
  return best ? { best, others } : null;
}

/** Lines of a few characters each: cells are broken over lines, whatever the head looks like. */
function wraps(atoms: readonly Atom[]): boolean {
  const lone = atoms.filter(
    (atom, i) => /^\p{Script=Han}{1,2}$/u.test(atom.text) && atom.gap !== "glued" && (atoms[i + 1]?.row ?? -1) !== atom.row,
  );
  return lone.length > atoms.length * 0.12;
}
