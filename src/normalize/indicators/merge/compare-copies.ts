import { exact, plain } from "../../../core/decimal.js";
import type { Evidence } from "../../../core/evidence.js";
import type { Claims, Doubt, Figure, Quantity } from "../../../core/record.js";
import { readQuantity } from "../../figures/quantity.js";
import { saysNothing } from "../../lexicon/lexicon.js";

type Copies = Claims["copies"];
type Field = Copies[number]["field"];

/** One telling of an indicator, as far as copies are compared. */
export interface Copy {
  readonly target: string;
  readonly actual: string;
  readonly weight: Figure | null;
  readonly score: Figure | null;
  readonly completionRate: Figure | null;
  readonly targetValue?: Quantity | null;
  readonly actualValue?: Quantity | null;
  /** Of its name, its target or its actual. */
  readonly doubt?: Doubt | undefined;
}

/** Where the kept telling and the other differ, one entry a field. What one of them does not tell is no difference. */
export function differences(name: string, kept: Copy, other: Copy, evidenceOf: (field: Field) => readonly Evidence[]): Copies {
  const found: Copies[number][] = [];
  for (const field of ["weight", "score", "completionRate"] as const) {
    const a = kept[field];
    const b = other[field];
    if (!a || !b || exact(a.value).eq(b.value)) continue;
    const doubt = a.doubt ?? b.doubt;
    found.push({ indicator: name, field, kept: a.value, other: b.value, evidence: [...evidenceOf(field)], ...(doubt ? { doubt } : {}) });
  }
  for (const field of ["target", "actual"] as const) {
    const a = kept[field];
    const b = other[field];
    if (saysNothing(a) || saysNothing(b) || sameValue(a, b, field)) continue;
    const doubt = [kept, other].map((copy) => copy[`${field}Value`]?.doubt ?? copy.doubt).find((each) => each !== undefined);
    found.push({ indicator: name, field, kept: a, other: b, evidence: [...evidenceOf(field)], ...(doubt ? { doubt } : {}) });
  }
  return found;
}

/** Two texts that tell the same figures: 不超过2次 and ≤2次 do. Other words for what has no figure are no contradiction either. */
function sameValue(a: string, b: string, as: "target" | "actual"): boolean {
  const [x, y] = [readQuantity(a, as), readQuantity(b, as)];
  if (x && y) return sameQuantity(x, y);
  const [p, q] = [figuresIn(a), figuresIn(b)];
  return p.length !== q.length || p.every((figure, i) => figure === q[i]);
}

function sameQuantity(a: Quantity, b: Quantity): boolean {
  const sameNumber = canonical(a.value) === canonical(b.value);
  // Words behind a unit, as one telling may add or a recogniser see there, say no other figure.
  const sameUnit = a.unit.startsWith(b.unit) || b.unit.startsWith(a.unit) || scaled(a) === scaled(b);
  // A sign that one telling leaves out is no contradiction, nor is > for ≥.
  const sameSign = a.operator[0] === b.operator[0] || !a.signed || !b.signed;
  return sameSign && ((sameNumber && sameUnit) || (a.unit !== b.unit && scaled(a) !== undefined && scaled(a) === scaled(b)));
}

/** 1.2万人 and 12000人 are one. */
function scaled({ value, unit }: Quantity): string | undefined {
  if (value.includes("..")) return undefined;
  const scale = unit.startsWith("万") ? 10_000 : unit.startsWith("亿") ? 100_000_000 : 1;
  return `${plain(exact(value).times(scale))}${unit.replace(/^[万亿]/u, "")}`;
}

/** A value, or each end of a range, without trailing zeros. */
function canonical(value: string): string {
  return value
    .split("..")
    .map((bound) => plain(exact(bound)))
    .join("..");
}

/** The figures of a text, in order, as plain decimals. A telling with more of them says more, not another thing. */
function figuresIn(text: string): string[] {
  return Array.from(
    text
      .normalize("NFKC")
      .replace(/(?<=\d)[,\s](?=\d{3})/gu, "")
      .matchAll(/\d+(?:\.\d+)?/gu),
    ([figure]) => plain(exact(figure)),
  );
}
