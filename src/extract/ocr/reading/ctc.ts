/** A glyph that the recogniser read, and where. */
export interface Glyph {
  readonly text: string;
  /** 0–1. */
  readonly confidence: number;
  /** Time steps, from and to (exclusive), over which it was seen. */
  readonly from: number;
  readonly to: number;
}

/** A line's probabilities: `steps` rows of `classes` values; class 0 is "nothing here". `texts[c]` is the text of class c. */
export interface Lattice {
  readonly values: Float32Array;
  readonly steps: number;
  readonly classes: number;
  readonly texts: readonly string[];
}

/** The likeliest class at each step, repeats and blanks taken out (Graves et al. 2006, best path). */
export function bestPath({ values, steps, classes, texts }: Lattice): Glyph[] {
  const glyphs: Glyph[] = [];
  let last = 0;
  for (let step = 0; step < steps; step++) {
    const offset = step * classes;
    let best = 0;
    for (let c = 1; c < classes; c++) if (values[offset + c]! > values[offset + best]!) best = c;
    const confidence = values[offset + best]!;
    if (best !== 0) {
      const open = glyphs.at(-1);
      if (best === last && open) glyphs[glyphs.length - 1] = { ...open, to: step + 1, confidence: Math.max(open.confidence, confidence) };
      else glyphs.push({ text: texts[best]!, confidence, from: step, to: step + 1 });
    }
    last = best;
  }
  return glyphs;
}

export interface Candidate {
  readonly text: string;
  /** Share of the probability of all candidates, 0–1. */
  readonly share: number;
}

const LEAST = 0.004;
const WIDTH = 8;

/**
 * The likeliest whole readings of the steps `from` to `to`, best first: CTC prefix beam search over the few classes that
 * each step holds possible (Hannun et al. 2014, without a language model).
 */
export function candidates(lattice: Lattice, from: number, to: number, most: number): Candidate[] {
  const { values, classes, texts } = lattice;
  let beam = new Map<string, Prefix>([["", { text: "", last: -1, blank: 1, sounded: 0 }]]);
  for (let step = from; step < to; step++) {
    const offset = step * classes;
    const options: number[] = [];
    for (let c = 0; c < classes; c++) if (values[offset + c]! >= LEAST) options.push(c);
    const next = new Map<string, Prefix>();
    for (const prefix of beam.values()) {
      const total = prefix.blank + prefix.sounded;
      for (const c of options) {
        const p = values[offset + c]!;
        if (c === 0) gain(next, prefix.text, prefix.last, total * p, 0);
        else if (c === prefix.last) {
          gain(next, prefix.text, c, 0, prefix.sounded * p);
          gain(next, prefix.text + texts[c]!, c, 0, prefix.blank * p);
        } else gain(next, prefix.text + texts[c]!, c, 0, total * p);
      }
    }
    beam = new Map([...next].sort(([, a], [, b]) => b.blank + b.sounded - (a.blank + a.sounded)).slice(0, WIDTH));
    rescale(beam);
  }
  const found = [...beam.values()].map((prefix) => ({ text: prefix.text, weight: prefix.blank + prefix.sounded }));
  const sum = found.reduce((total, { weight }) => total + weight, 0) || 1;
  return found.slice(0, most).map(({ text, weight }) => ({ text, share: weight / sum }));
}

interface Prefix {
  readonly text: string;
  readonly last: number;
  blank: number;
  sounded: number;
}

function gain(into: Map<string, Prefix>, text: string, last: number, blank: number, sounded: number): void {
  const known = into.get(text);
  if (known) {
    known.blank += blank;
    known.sounded += sounded;
  } else into.set(text, { text, last, blank, sounded });
}

/** Long lines would underflow. */
function rescale(beam: Map<string, Prefix>): void {
  let most = 0;
  for (const prefix of beam.values()) most = Math.max(most, prefix.blank + prefix.sounded);
  if (most <= 0) return;
  for (const prefix of beam.values()) {
    prefix.blank /= most;
    prefix.sounded /= most;
  }
}
