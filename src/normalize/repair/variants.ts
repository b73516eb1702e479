import type { Origin } from "./slot.js";

/** Digits that recognition takes for one another in print of any size; each pair holds both ways. */
const ALIKE: { readonly [digit: string]: string } = {
  "0": "689",
  "1": "74",
  "2": "7",
  "3": "895",
  "4": "1",
  "5": "639",
  "6": "0585",
  "7": "12",
  "8": "0369",
  "9": "0385",
};
const LONGEST = 12;

/** Ways in which a plain decimal may have been misread that no reader named. */
export function variants(value: string): { readonly value: string; readonly origin: Origin }[] {
  if (!/^\d+(?:\.\d+)?$/u.test(value) || value.length > LONGEST) return [];
  const structural = [...otherPoints(value), ...withoutOneDigit(value)];
  return [
    ...structural.map((each) => ({ value: each, origin: "structural" as const })),
    ...oneDigitOther(value).map((each) => ({ value: each, origin: "similar" as const })),
  ];
}

/** The digits with a decimal point lost or misplaced: 912 is 9.12 or 91.2. */
function otherPoints(value: string): string[] {
  const digits = value.replace(".", "");
  const places = [1, 2].map((behind) => digits.length - behind).filter((at) => at > 0);
  const pointed = places.map((at) => `${digits.slice(0, at)}.${digits.slice(at)}`);
  return [...(value.includes(".") ? [digits] : []), ...pointed].filter(
    (other) => other !== value && (!/^0\d/u.test(other) || other.startsWith("0.")),
  );
}

/** A sign at the start read as a 2 (≥20 as 220), a unit's edge at the end read as one more digit. */
function withoutOneDigit(value: string): string[] {
  if (value.includes(".") || value.length < 2) return [];
  const behind = value.slice(1);
  return [value.slice(0, -1), ...(value.startsWith("2") && !behind.startsWith("0") ? [behind] : [])];
}

function oneDigitOther(value: string): string[] {
  return Array.from(value).flatMap((digit, at) =>
    Array.from(ALIKE[digit] ?? "")
      .filter((other) => !(at === 0 && other === "0" && value.length > 1 && value[1] !== "."))
      .map((other) => value.slice(0, at) + other + value.slice(at + 1)),
  );
}
