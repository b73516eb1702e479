import type { Draft, Figure, Money, Points } from "../../../core/record.js";
import type { Constraint } from "../constraint.js";
import type { Slot } from "../slot.js";
import { moneySlot, percentSlot, pointsSlot, quantitySlot } from "./read-slot.js";

type Named = Omit<Slot, "id" | "paths">;

/** The figures of a draft and what binds them. A figure that stands in two places of the draft (the same cell) is one slot. */
export class Collector {
  readonly #slots: (Slot & { paths: string[] })[] = [];
  readonly #ofCell = new Map<string, Slot & { paths: string[] }>();
  readonly #ofPath = new Map<string, Slot>();
  readonly constraints: Constraint[] = [];

  constructor(readonly draft: Draft) {}

  get slots(): readonly Slot[] {
    return this.#slots;
  }

  points(figure: Points | null | undefined, path: string): Slot | undefined {
    return figure ? this.#slot(path, figure, () => pointsSlot(figure)) : undefined;
  }

  percent(figure: Points | null | undefined, path: string): Slot | undefined {
    return figure ? this.#slot(path, figure, () => percentSlot(figure)) : undefined;
  }

  money(figure: Money | null | undefined, path: string): Slot | undefined {
    return figure ? this.#slot(path, figure, () => moneySlot(figure)) : undefined;
  }

  quantity(index: number, kind: "target" | "actual"): Slot | undefined {
    const indicator = this.draft.indicators[index]!;
    const quantity = indicator[`${kind}Value`];
    const named = quantity && quantitySlot(kind, indicator[kind], quantity, indicator.direction);
    return named ? this.#add(`/indicators/${index}/${kind}Value`, named) : undefined;
  }

  /** The slot of a figure that was read from the very cell of one met before. */
  sameCell(figure: Omit<Figure, "unit">, path: string): Slot | undefined {
    const key = cellKey(figure);
    const found = key === undefined ? undefined : this.#ofCell.get(key);
    found?.paths.push(path);
    return found;
  }

  #slot(path: string, figure: Figure, read: () => Named): Slot {
    const met = this.#ofPath.get(path) ?? this.sameCell(figure, path);
    if (met) return met;
    const slot = this.#add(path, read());
    const key = cellKey(figure);
    if (key !== undefined) this.#ofCell.set(key, slot);
    return slot;
  }

  #add(path: string, named: Named): Slot & { paths: string[] } {
    const slot = { ...named, id: this.#slots.length, paths: [path] };
    this.#slots.push(slot);
    this.#ofPath.set(path, slot);
    return slot;
  }
}

/** Where the figure stands, with what stands there; undefined where its place is not told closely enough. */
function cellKey({ raw, value, evidence }: Omit<Figure, "unit">): string | undefined {
  const first = evidence?.[0];
  if (!first || first.table === undefined || first.row === undefined || first.column === undefined) return undefined;
  return `${first.table}:${first.row}:${first.column}:${first.page ?? ""}:${raw}:${value}`;
}
