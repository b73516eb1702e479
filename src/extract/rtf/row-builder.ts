import type { DefinedCell, Justification, RowDefinition } from "../word/table-stack.js";

const JUSTIFIED: ReadonlyMap<string, Justification> = new Map<string, Justification>([
  ["trql", 0],
  ["trqc", 1],
  ["trqr", 2],
]);

/** Gathers a row's definition, which holds for the rows that follow until another is begun. */
export class RowBuilder {
  #cells: DefinedCell[] = [];
  #left = 0;
  #justification: Justification = 0;
  #vertical: DefinedCell["vertical"];
  #goesOn = false;

  /** Takes a control word; returns whether it was about rows. */
  word(name: string, value: number | undefined): boolean {
    switch (name) {
      case "trowd":
        this.#cells = [];
        this.#left = 0;
        this.#justification = 0;
        this.#nextCell();
        return true;
      case "trleft":
        this.#left = value ?? 0;
        return true;
      case "clvmgf":
        this.#vertical = "restart";
        return true;
      case "clvmrg":
        this.#vertical = "continue";
        return true;
      case "clmrg":
        this.#goesOn = true;
        return true;
      case "cellx": {
        const left = this.#cells.at(-1)?.right ?? Math.min(this.#left, value ?? 0);
        this.#cells.push({
          left,
          right: Math.max(left, value ?? 0),
          goesOn: this.#goesOn,
          ...(this.#vertical ? { vertical: this.#vertical } : {}),
        });
        this.#nextCell();
        return true;
      }
      default: {
        const justification = JUSTIFIED.get(name);
        if (justification !== undefined) this.#justification = justification;
        return justification !== undefined;
      }
    }
  }

  definition(): RowDefinition {
    return { cells: this.#cells, justification: this.#justification };
  }

  #nextCell(): void {
    this.#vertical = undefined;
    this.#goesOn = false;
  }
}
