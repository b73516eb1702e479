/** Parts of a path as pdf.js numbers them, by OFD's letters (GB/T 33190-2016, table 35), with how many numbers each takes. */
const PARTS: { readonly [letter: string]: { readonly part: number; readonly takes: number } } = {
  S: { part: 0, takes: 2 },
  M: { part: 0, takes: 2 },
  L: { part: 1, takes: 2 },
  B: { part: 2, takes: 6 },
  Q: { part: 3, takes: 4 },
  A: { part: 3, takes: 7 },
  C: { part: 4, takes: 0 },
};

/** Abbreviated path data as the coordinates that path-ink.ts follows. An arc becomes a curve to its end: no ruling is one. */
export function pathData(data: string): Float32Array {
  const words = data
    .trim()
    .replace(/([A-Z])/g, " $1 ")
    .trim()
    .split(/[\s,]+/);
  const path: number[] = [];
  for (let i = 0; i < words.length; ) {
    const step = Object.hasOwn(PARTS, words[i]!) ? PARTS[words[i]!] : undefined;
    i++;
    if (!step) continue;
    const numbers = words.slice(i, i + step.takes).map(Number.parseFloat);
    if (numbers.length < step.takes || !numbers.every(Number.isFinite)) break;
    i += step.takes;
    path.push(step.part, ...(step.takes === 7 ? [...numbers.slice(5), ...numbers.slice(5)] : numbers));
  }
  return Float32Array.from(path);
}
