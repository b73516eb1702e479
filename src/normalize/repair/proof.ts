import { OUT_OF_SCALE } from "./collect/row-constraints.js";
import type { Mended } from "./search.js";
import type { Origin } from "./slot.js";

/** Below this the reader's looks contradicted each other: that it misread is about as likely as not. */
const DISPUTED = 0.6;

const RANK: { readonly [origin in Origin]: number } = { present: 0, given: 1, structural: 2, similar: 3 };
const METHOD: { readonly [origin in Origin]: string } = {
  present: "arithmetic",
  given: "other-reading",
  structural: "decimal-or-digit",
  similar: "confusable-digit",
};

/** A change that is proven, and how surely. */
export interface Proof {
  readonly mended: Mended;
  readonly confidence: number;
  readonly method: string;
}

/**
 * The change that explains most with least, where it is the only one and proves enough; undefined otherwise. Bounds prove nothing: many
 * readings satisfy them.
 */
export function provenOf(found: readonly Mended[]): Proof | undefined {
  const ranked = found
    .map((mended) => ({ mended, gained: equations(mended), origin: worstOrigin(mended) }))
    .sort(
      (a, b) =>
        b.gained - a.gained ||
        b.mended.sharpened.length - a.mended.sharpened.length ||
        a.mended.change.size - b.mended.change.size ||
        RANK[a.origin] - RANK[b.origin],
    );
  const [best, second] = ranked;
  if (!best) return undefined;
  const rivals =
    second !== undefined &&
    second.gained === best.gained &&
    second.mended.sharpened.length === best.mended.sharpened.length &&
    second.mended.change.size === best.mended.change.size &&
    second.origin === best.origin;
  const confidence = rivals ? 0 : strengthOf(best.mended, best.origin);
  return confidence > 0 ? { mended: best.mended, confidence, method: METHOD[best.origin] } : undefined;
}

/**
 * How far the mended equations prove a change: 0 where they do not. An author's error may happen to be as large as the difference between two
 * readings of a figure that is right. So two kinds of equations must agree on the change (its own row and a sum), or the reading
 * must be disputed between the reader's looks and nothing stay broken; an author seldom errs by a factor of ten as a lost point does.
 */
function strengthOf(mended: Mended, origin: Origin): number {
  const rows = mended.gained.filter(({ kind }) => kind === "row").length;
  const sums = mended.gained.filter(({ kind }) => kind === "sum" || kind === "same").length;
  const slots = [...mended.change.keys()];
  const several = slots.length > 1;
  const disputed = slots.every(({ doubt }) => (doubt?.confidence ?? 1) <= DISPUTED);
  const clean = mended.left.every(({ kind }) => kind === "bound");
  const twoKinds = (rows >= slots.length && sums >= 1) || rows >= 2 * slots.length;
  if (several && !(clean && twoKinds)) return 0;
  if (origin === "given") {
    if (twoKinds) return clean ? 0.97 : 0.9;
    if (!clean || !disputed) return 0;
    if (sums > 0) return 0.92;
    // Any actual above the target fits a full score: a row alone proves only what an author would not write.
    if (rows > 0) return outOfScale(mended) ? 0.9 : slots.some(({ kind }) => kind !== "target" && kind !== "actual") ? 0 : 0.85;
    return mended.sharpened.length > 0 ? 0.85 : 0;
  }
  if (!clean) return 0;
  if (origin === "structural") return twoKinds || sums > 0 ? 0.92 : 0;
  return twoKinds && disputed ? 0.85 : 0;
}

/** A target or a rate whose other reading is several times smaller or larger: a sign, a percent sign's circle or a unit's edge was read as a digit. */
function outOfScale({ change }: Mended): boolean {
  return [...change].every(([{ kind, readings }, { printed }]) => {
    if ((kind !== "target" && kind !== "percent") || printed.isZero()) return false;
    const factor = readings[0]!.printed.div(printed).abs();
    return factor.gte(OUT_OF_SCALE) || factor.lte(1 / OUT_OF_SCALE);
  });
}

function equations({ gained }: Mended): number {
  return gained.filter(({ kind }) => kind !== "bound").length;
}

function worstOrigin({ change }: Mended): Origin {
  return [...change.values()].reduce<Origin>((worst, { origin }) => (RANK[origin] > RANK[worst] ? origin : worst), "present");
}
