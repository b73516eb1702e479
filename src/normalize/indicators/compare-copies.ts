import type { Evidence } from "../../core/evidence.js";
import type { Claims, Figure, Quantity } from "../../core/record.js";
import { readQuantity } from "../figures/quantity.js";
import { saysNothing } from "../lexicon/lexicon.js";

type Copies = Claims["copies"];
type Field = Copies[number]["field"];

/** One telling of an indicator, as far as copies are compared. */
export interface Copy {
  readonly target: string;
  readonly actual: string;
  readonly weight: Figure | null;
  readonly score: Figure | null;
  readonly completionRate: Figure | null;
}

/** Where the kept telling and the other differ, one entry a field. What one of them does not tell is no difference. */
export function differences(name: string, kept: Copy, other: Copy, evidenceOf: (field: Field) => readonly Evidence[]): Copies {
  const found: Copies[number][] = [];
  for (const field of ["weight", "score", "completionRate"] as const) {
    const a = kept[field];
    const b = other[field];
    if (!a || !b || Number(a.value) === Number(b.value)) continue;
    const doubt = a.doubt ?? b.doubt;
    found.push({ indicator: name, field, kept: a.value, other: b.value, evidence: [...evidenceOf(field)], ...(doubt ? { doubt } : {}) });
  }
  for (const field of ["target", "actual"] as const) {
    const a = kept[field];
    const b = other[field];
    if (saysNothing(a) || saysNothing(b) || sameValue(a, b, field)) continue;
    found.push({ indicator: name, field, kept: a, other: b, evidence: [...evidenceOf(field)] });
  }
  return found;
}

/** Two texts that say the same: as quantities when both are, else letter by letter without layout and trailing marks. */
function sameValue(a: string, b: string, as: "target" | "actual"): boolean {
  const [x, y] = [readQuantity(a, as), readQuantity(b, as)];
  if (x && y) return sameQuantity(x, y);
  const [p, q] = [plain(a), plain(b)];
  return p === q || p.startsWith(q) || q.startsWith(p);
}

function sameQuantity(a: Quantity, b: Quantity): boolean {
  const sameNumber = a.value === b.value || Number(a.value) === Number(b.value);
  const sameUnit = a.unit === b.unit || a.unit === "" || b.unit === "" || scaled(a) === scaled(b);
  // A sign that one telling leaves out is no contradiction.
  const sameSign = a.operator === b.operator || !a.signed || !b.signed;
  return sameSign && ((sameNumber && sameUnit) || (a.unit !== b.unit && scaled(a) !== undefined && scaled(a) === scaled(b)));
}

/** 1.2万人 and 12000人 are one. */
function scaled({ value, unit }: Quantity): string | undefined {
  if (value.includes("..")) return undefined;
  const scale = unit.startsWith("万") ? 10_000 : unit.startsWith("亿") ? 100_000_000 : 1;
  return `${Math.round(Number(value) * scale * 1e6) / 1e6}${unit.replace(/^[万亿]/u, "")}`;
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/[\s,。.;:、"'“”()]/gu, "");
}
