import type { Draft } from "../../../core/record.js";
import type { Constraint } from "../constraint.js";
import type { Slot } from "../slot.js";
import { collectClaims } from "./collect-claims.js";
import { collectFunds } from "./collect-funds.js";
import { collectRows } from "./collect-rows.js";
import { collectSums } from "./collect-sums.js";
import { Collector } from "./collector.js";

export interface Bound {
  readonly slots: readonly Slot[];
  readonly constraints: readonly Constraint[];
}

/** The figures of a draft and what binds them. */
export function collect(draft: Draft): Bound {
  const collector = new Collector(draft);
  collectFunds(collector);
  collectRows(collector);
  collectSums(collector);
  collectClaims(collector);
  return { slots: collector.slots, constraints: collector.constraints };
}
