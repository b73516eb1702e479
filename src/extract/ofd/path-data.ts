import { CLOSE, CUBIC, LINE, MOVE, QUADRATIC } from "../pdf/pdfium/path-ink.js";

/** Parts of a path as path-ink.ts numbers them, by OFD's letters (GB/T 33190-2016, table 35), with how many numbers each takes. */
const PARTS: { readonly [letter: string]: { readonly part: number; readonly takes: number } } = {
  S: { part: MOVE, takes: 2 },
  M: { part: MOVE, takes: 2 },
  L: { part: LINE, takes: 2 },
  B: { part: CUBIC, takes: 6 },
  Q: { part: QUADRATIC, takes: 4 },
  A: { part: QUADRATIC, takes: 7 },
  C: { part: CLOSE, takes: 0 },
};

/** Abbreviated path data as the coordinates that path-ink.ts follows. An arc becomes a curve to its end: no ruling is one. */
export function pathData(data: string): Float32Array {
  const path: number[] = [];
  for (const { letter, numbers } of pathParts(data))
    path.push(PARTS[letter]!.part, ...(letter === "A" ? [...numbers.slice(5), ...numbers.slice(5)] : numbers));
  return Float32Array.from(path);
}

/** The same as SVG writes it, whose parts take the same numbers. */
export function svgPath(data: string): string {
  return Array.from(pathParts(data), ({ letter, numbers }) => [SVG_LETTERS[letter] ?? letter, ...numbers].join(" ")).join("");
}

const SVG_LETTERS: { readonly [letter: string]: string } = { S: "M", B: "C", C: "Z" };

function* pathParts(data: string): Generator<{ readonly letter: string; readonly numbers: readonly number[] }> {
  const words = data
    .trim()
    .replace(/([A-Z])/g, " $1 ")
    .trim()
    .split(/[\s,]+/);
  for (let i = 0; i < words.length; ) {
    const letter = words[i]!;
    const step = Object.hasOwn(PARTS, letter) ? PARTS[letter] : undefined;
    i++;
    if (!step) continue;
    const numbers = words.slice(i, i + step.takes).map(Number.parseFloat);
    if (numbers.length < step.takes || !numbers.every(Number.isFinite)) break;
    i += step.takes;
    yield { letter, numbers };
  }
}
