import { type Atom, isEmptyCell } from "../atom.js";
import { MOST_WORTH } from "../cells/cell-score.js";
import { IMPOSSIBLE } from "../cells/cell-words.js";
import { MOST_ATOMS, toldEmpty, wholeCell } from "./cells-by-kind.js";
import { gapCost, justifiedEnd, LINE_COST } from "./gap-cost.js";
import { cellLines, raggedness } from "./raggedness.js";
import type { SearchSetting } from "./search-setting.js";

/** Where a cell may end, and what it is worth that it does. */
interface CellEnd {
  readonly to: number;
  readonly worth: number;
}

/** Less than this is no cell of its kind. */
const LEAST_WORTH = -5;

/** Where the cells of a flattened table may end; remembers what it was asked. */
export class CellEnds {
  readonly #setting: SearchSetting;
  readonly #known = new Map<number, readonly CellEnd[]>();
  readonly #lineEnd: readonly [number, number];
  /** For each atom, the first from there on that says that a cell is empty. */
  readonly #nextEmpty: readonly number[];

  constructor(setting: SearchSetting) {
    this.#setting = setting;
    this.#lineEnd = lineCost(setting);
    this.#nextEmpty = nextEmptyOf(setting.atoms);
  }

  /** The ends of a cell of a column that begins at atom `from`, the nearest first. */
  from(column: number, from: number): readonly CellEnd[] {
    const key = column * 65_536 + from;
    const known = this.#known.get(key);
    if (known) return known;
    const { atoms, columns } = this.#setting;
    const most = Math.min(atoms.length, from + (atoms[from]?.told ? 1 : MOST_ATOMS[columns[column]!.kind]));
    const ends: CellEnd[] = [];
    let inner = 0;
    for (let to = from + 1; to <= most; to++) {
      if (to > from + 1) inner += gapCost(atoms[to - 2]!, atoms[to - 1]!, this.#lineEnd);
      // The gaps inside only grow in number.
      if (inner >= MOST_WORTH - LEAST_WORTH) break;
      const worth = this.#worth(column, from, to, inner);
      if (worth > LEAST_WORTH) ends.push({ to, worth });
    }
    this.#known.set(key, ends);
    return ends;
  }

  /** `inner`: what the gaps inside the cell cost. */
  #worth(column: number, from: number, to: number, inner: number): number {
    const { atoms, columns, stretches, wrapping } = this.#setting;
    if (this.#nextEmpty[from]! < to) return to === from + 1 ? toldEmpty(columns[column]!.kind) : IMPOSSIBLE;
    const worth = wholeCell(atoms[from]!, columns[column]!.kind, stretches.worth(columns[column]!, from, to));
    if (worth <= LEAST_WORTH || to === from + 1) return worth;
    const rest = worth - inner - justifiedEnd(atoms, from, to);
    return rest <= LEAST_WORTH ? rest : rest - raggedness(cellLines(atoms, from, to), wrapping?.widths[column], wrapping?.indent);
  }
}

/** Lines of sentences behind a table may look as if cells ran together in them; in a table of such, more than this share of the lines do. */
const FUSED_SHARE = 0.1;

/** What a line's end inside a cell costs by what the setting knows of the wrapping; cells whose text ran together were on one line. */
function lineCost({ atoms, wrapped, wrapping }: SearchSetting): readonly [number, number] {
  const fused = new Set(atoms.filter(({ gap }) => gap === "fused").map(({ row }) => row)).size;
  const isFused = fused > FUSED_SHARE * new Set(atoms.map(({ row }) => row)).size;
  if (wrapping?.broken === false || isFused) return LINE_COST.whole;
  return wrapping?.broken || wrapped ? LINE_COST.broken : LINE_COST.unknown;
}

function nextEmptyOf(atoms: readonly Atom[]): readonly number[] {
  const next = atoms.map(() => atoms.length);
  for (let i = atoms.length - 1; i >= 0; i--) next[i] = isEmptyCell(atoms[i]!) ? i : (next[i + 1] ?? atoms.length);
  return next;
}
