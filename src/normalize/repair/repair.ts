import type { Message } from "../../core/messages/messages.js";
import type { Doubt, Draft, Figure, Indicator } from "../../core/record.js";
import { pathOf, withoutDoubt, withReading } from "./apply.js";
import { collect } from "./collect/collect.js";
import { confirmed } from "./confirm.js";
import { type Proof, provenOf } from "./proof.js";
import { components, mending, Trial } from "./search.js";
import { withSignsOfShare } from "./signs-of-share.js";
import { isOpen, type Slot } from "./slot.js";
import { targetSign, withSign } from "./target-signs.js";

/** A proof mends one component; what it settles may prove more. */
const MOST_ROUNDS = 6;
/** A report of more rows than any table of a report has is left as it is. */
const MOST_ROWS = 1_000;
/** What is proven less surely keeps its doubt, with the first reading beside it. */
const SURE = 0.9;

/**
 * The figures of a draft bind each other: where a reading is doubtful (`doubt` on a figure or a quantity), the other readings are tried against
 * sums, products and ratios, and the only one that satisfies more of them is taken and listed in `repairs`; a present reading that they
 * confirm loses its doubt. A figure without doubt is never altered: there the author is wrong. Pure; a draft without doubts comes back as it is.
 */
export function repair(draft: Draft): Draft {
  const { indicators, funds, statedScores } = draft;
  if (!hasDoubt(draft) || indicators.length + funds.length + statedScores.length > MOST_ROWS) return draft;
  let mended = withSignsOfShare(draft);
  const lowered = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = repairOnce(mended, lowered);
    if (next === mended) break;
    mended = next;
  }
  return mended;
}

/** One round: every component's proof is taken; then what arithmetic confirms loses its doubt, signs last. */
function repairOnce(draft: Draft, lowered: Set<string>): Draft {
  const { slots, constraints } = collect(draft);
  const trial = new Trial(slots, constraints);
  const searched = components(slots, trial).map((group) => mending(group, trial));
  const proofs = searched.flatMap(({ found }) => provenOf(found.filter(({ change }) => [...change.keys()].every(fresh))) ?? []);
  if (proofs.length > 0) return proofs.reduce((changed, proof) => withProof(changed, proof, trial, lowered), draft);
  const sure = confirmed(
    slots,
    trial,
    searched.flatMap(({ found }) => found),
    searched.every(({ complete }) => complete),
  );
  const cleared = [...sure]
    .filter((slot) => fresh(slot) && slot.kind !== "target")
    .reduce((changed, slot) => withoutDoubt(changed, slot), draft);
  return slots
    .filter((slot) => slot.kind === "target" && isOpen(slot))
    .reduce((changed, slot) => withTarget(changed, slot, sure.has(slot)), cleared);

  function fresh(slot: Slot): boolean {
    return !lowered.has(slot.paths[0]!);
  }
}

function withProof(draft: Draft, { mended, confidence, method }: Proof, trial: Trial, lowered: Set<string>): Draft {
  const words = [...mended.gained, ...mended.sharpened].map((constraint) => constraint.words(trial.read(mended.change)));
  return [...mended.change].reduce((changed, [slot, reading]) => {
    const [before] = slot.readings;
    const sure = confidence >= SURE;
    if (!sure) for (const path of slot.paths) lowered.add(path);
    const doubt: Doubt | undefined = sure
      ? undefined
      : {
          confidence,
          readings: [before!.text, ...(slot.doubt?.readings ?? [])],
          because: "another reading was taken, for it fits the other figures",
        };
    const renewed = withReading(changed, slot, reading, doubt);
    const because: Message = `As read it contradicts other figures; of its readings this one alone satisfies: ${words.join("; ")}.`;
    const entry = { path: pathOf(slot), before: before!.text, after: textAt(renewed, slot, reading.text), method, confidence, because };
    return { ...renewed, repairs: [...renewed.repairs, entry] };
  }, draft);
}

/** A quantity's repair is told as its text reads now. */
function textAt(draft: Draft, slot: Slot, text: string): string {
  const row = /^\/indicators\/(\d+)\/(target|actual)Value$/u.exec(slot.paths[0]!);
  return row ? draft.indicators[Number(row[1])]![row[2] as "target" | "actual"] : text;
}

function withTarget(draft: Draft, slot: Slot, settled: boolean): Draft {
  const index = Number(/\d+/u.exec(slot.paths[0]!)![0]);
  const indicator = draft.indicators[index]!;
  const table = tableOf(indicator);
  const siblings = draft.indicators.filter((other) => other !== indicator && tableOf(other) === table);
  const judgement = targetSign(indicator, siblings, settled);
  if (judgement.kind === "doubtful") return draft;
  const cleared = withoutDoubt(draft, slot);
  if (judgement.kind === "sure") return cleared;
  const { draft: signed, repair } = withSign(cleared, index, judgement.operator);
  return { ...signed, repairs: [...signed.repairs, repair] };
}

function tableOf(indicator: Indicator): number | undefined {
  return indicator.evidence[0]?.table;
}

function hasDoubt({ indicators, funds, statedScores, claims }: Draft): boolean {
  const of = (figures: readonly ({ readonly doubt?: unknown } | null)[]) => figures.some((figure) => figure?.doubt);
  const values = (row: object) => Object.values(row).filter((value): value is Figure => typeof value === "object" && value !== null);
  return (
    indicators.some((row) => of(values(row))) ||
    funds.some((row) => of(values(row))) ||
    statedScores.some((row) => of([row.score, row.fullMarks])) ||
    of(claims.amounts.map(({ money }) => money)) ||
    of(claims.rates.map(({ rate }) => rate)) ||
    claims.breakdowns.some(({ total, items }) => of([total, ...items.map(({ money }) => money)]))
  );
}
