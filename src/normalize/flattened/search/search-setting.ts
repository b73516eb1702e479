import type { Atom } from "../atom.js";
import type { Column } from "../column.js";
import type { Wrapping } from "./raggedness.js";
import type { Stretches } from "./stretches.js";

/** What a flattened table is searched with. */
export interface SearchSetting {
  readonly atoms: readonly Atom[];
  /** Of as many of these atoms as are searched. */
  readonly stretches: Stretches;
  readonly columns: readonly Column[];
  /** The head's words were broken over lines, so cells are. */
  readonly wrapped: boolean;
  /** What an earlier reading showed of the wrapping. */
  readonly wrapping?: Wrapping;
}
