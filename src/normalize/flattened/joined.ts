import type { Atom } from "./atom.js";

/** Atoms of which some were put together or moved, and for each the index behind the last one that it and those before it took up. */
export interface Joined {
  readonly atoms: readonly Atom[];
  readonly ends: readonly number[];
}
