import type { Raster } from "../raster.js";
import type { Measures, Stroke } from "./pixel-ruling.js";
import { levelRidge } from "./ridge.js";

/** Rows that a stroke may climb or fall from one run to the next (paper is never quite flat). */
const DRIFT = 3;

interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** Long level strokes of an upright page; among them rows of glyph strokes, which their neighbours must tell apart. */
export function levelStrokes(page: Raster, measures: Measures): Stroke[] {
  const least = measures.glyph * 2.2;
  return traces(runs(page, measures), measures)
    .filter((trace) => trace.at(-1)!.to - trace[0]!.from >= least)
    .flatMap((trace) => strokesAlong(page, trace, measures))
    .filter((stroke) => stroke.to - stroke.from >= least);
}

/** Stretches of rows where the ridge is high and the highest of its neighbouring rows. */
function runs(page: Raster, measures: Measures): Run[] {
  const { width, height } = page;
  const ridge = levelRidge(page, measures);
  const found: Run[] = [];
  for (let y = 1; y < height - 1; y++) {
    const row = y * width;
    let from = -1;
    let last = -1;
    let high = 0;
    for (let x = 0; x <= width; x++) {
      const value = x < width ? ridge[row + x]! : 0;
      if (value >= measures.goesOn && value >= ridge[row + x - width]! && value > ridge[row + x + width]!) {
        if (from < 0) from = x;
        last = x;
        if (value >= measures.ridge) high++;
      } else if (from >= 0 && (x - last > measures.gap || x === width)) {
        if (high >= measures.window / 3) found.push({ y, from, to: last + 1 });
        from = -1;
        high = 0;
      }
    }
  }
  return found;
}

/** Runs that go on in a near row are one stroke. */
function traces(found: readonly Run[], { gap }: Measures): Run[][] {
  const sorted = [...found].sort((a, b) => a.from - b.from);
  const all: Run[][] = [];
  let live: Run[][] = [];
  for (const run of sorted) {
    live = live.filter((trace) => trace.at(-1)!.to + gap * 2 >= run.from);
    let near: Run[] | undefined;
    let off = DRIFT + 1;
    for (const trace of live) {
      const away = Math.abs(trace.at(-1)!.y - run.y);
      if (away < off) {
        off = away;
        near = trace;
      }
    }
    if (near) {
      // Runs inside the reach of the last one (two rows of a thick stroke) add nothing.
      if (run.to > near.at(-1)!.to) near.push(run);
    } else {
      const trace = [run];
      all.push(trace);
      live.push(trace);
    }
  }
  return all;
}

/** The strokes along a trace, ends on ink, cut where a gap is too wide; each measured. */
function strokesAlong(page: Raster, trace: readonly Run[], measures: Measures): Stroke[] {
  const start = Math.max(0, trace[0]!.from - measures.beyond);
  const end = Math.min(page.width, trace.at(-1)!.to + measures.beyond);
  const samples = new Array<Sample>(end - start);
  for (let i = 0, x = start; x < end; x++) {
    while (i + 1 < trace.length && trace[i + 1]!.from <= x) i++;
    samples[x - start] = sample(page, x, trace[i]!.y, measures);
  }
  const strokes: Stroke[] = [];
  let from = 0;
  let last = -1;
  for (let i = 0; i <= samples.length; i++) {
    const dark = i < samples.length && samples[i]!.dark;
    if (dark) {
      if (last < 0) from = i;
      last = i;
    }
    if (last >= 0 && (i === samples.length || i - last > measures.gap)) {
      const stroke = measured(samples, from, last + 1, start, measures);
      if (stroke) strokes.push(stroke);
      last = -1;
    }
  }
  return strokes;
}

interface Sample {
  readonly y: number;
  readonly dark: boolean;
  readonly clear: boolean;
  readonly thick: number;
}

/** The column x of a stroke at about row y: where its ink is darkest, whether it is ink and stands clear, how thick it is. */
function sample({ width, height, data }: Raster, x: number, y: number, { side, contrast, depth }: Measures): Sample {
  const grey = (column: number, row: number) => data[Math.min(height - 1, Math.max(0, row | 0)) * width + column]!;
  let best = 256;
  let at = y;
  for (let row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++) {
    const value = data[row * width + x]!;
    if (value < best) {
      best = value;
      at = row;
    }
  }
  const paper = Math.max(grey(x, at - side), grey(x, at + side), grey(x, at - 2 * side), grey(x, at + 2 * side));
  if (paper - best <= depth && best >= 110) return { y: at, dark: false, clear: false, thick: 0 };
  const half = (best + Math.max(paper, 200)) / 2;
  let top = at;
  while (at - top < 10 && grey(x, top - 1) < half) top--;
  let bottom = at;
  while (bottom - at < 10 && grey(x, bottom + 1) < half) bottom++;
  const thick = bottom - top + 1;
  const reach = Math.max(side, (thick >> 1) + 3);
  const lesser = Math.min(grey(x, (top + bottom) / 2 - reach), grey(x, (top + bottom) / 2 + reach));
  return { y: (top + bottom) / 2, dark: true, clear: lesser > best + contrast && lesser > 150, thick };
}

/** A stroke from its samples, its ragged tails (glyphs that stand in line with it) cut off. */
function measured(samples: readonly Sample[], from: number, to: number, offset: number, { glyph, gap }: Measures): Stroke | undefined {
  const tail = Math.round(glyph * 2.5);
  const good = (a: number, b: number) => {
    const part = samples.slice(a, b);
    const dark = part.filter((s) => s.dark).length;
    const clear = part.filter((s) => s.clear).length;
    return { solid: dark / (b - a) >= 0.96, clear: clear / (b - a) };
  };
  const whole = good(from, to).clear;
  const ragged = (a: number, b: number) => {
    const end = good(a, b);
    return !end.solid && end.clear < 0.7 * whole;
  };
  while (to - from > tail && ragged(to - tail, to)) to -= Math.ceil(gap / 4);
  while (to - from > tail && ragged(from, from + tail)) from += Math.ceil(gap / 4);
  while (to > from && !samples[to - 1]!.dark) to--;
  while (to > from && !samples[from]!.dark) from++;
  [from, to] = withoutStrayEnds(samples, from, to, glyph);
  const dark = samples.slice(from, to).filter((s) => s.dark);
  if (dark.length === 0) return undefined;
  const thick = dark.map((s) => s.thick).sort((a, b) => a - b);
  return {
    at: dark.reduce((sum, s) => sum + s.y, 0) / dark.length + 0.5,
    from: offset + from,
    to: offset + to,
    thickness: thick[thick.length >> 1]!,
    filled: dark.length / (to - from),
    clear: dark.filter((s) => s.clear).length / dark.length,
    ...dashes(samples.slice(from, to)),
  };
}

/** Ink of a stroke that crosses the gap behind its end (the edge of the next table) is at most so long, in glyphs. */
const STRAY = 0.35;

/** The stroke's ends before which no gap is wider than its gaps are. */
function withoutStrayEnds(samples: readonly Sample[], from: number, to: number, glyph: number): [number, number] {
  const { widest } = dashes(samples.slice(from, to));
  const isStray = (at: number, step: 1 | -1): number => {
    let k = at;
    while (samples[k]?.dark) k += step;
    const run = Math.abs(k - at);
    const edge = k;
    while (k > from && k < to - 1 && !samples[k]!.dark) k += step;
    return run <= STRAY * glyph && Math.abs(k - edge) > ALIKE * widest + BLUR ? k : -1;
  };
  const first = isStray(from, 1);
  const last = isStray(to - 1, -1);
  return [first < 0 ? from : first, last < 0 ? to : last + 1];
}

/** Of two dashes, or two gaps, of a dashed stroke the longer is at most so much longer: by this factor, and by so many pixels where ink blurs. */
const ALIKE = 1.6;
const BLUR = 3;

/** The usual run of ink and gap of a stroke: lower quartiles, since dashes run together where strokes cross. */
function dashes(samples: readonly Sample[]): Pick<Stroke, "run" | "space" | "widest" | "regular"> {
  const lengths: [number[], number[]] = [[], []];
  let since = 0;
  for (let i = 1; i <= samples.length; i++) {
    if (i < samples.length && samples[i]!.dark === samples[since]!.dark) continue;
    lengths[samples[since]!.dark ? 0 : 1].push(i - since);
    since = i;
  }
  const [runs, spaces] = lengths.map((each) => each.sort((a, b) => a - b)) as typeof lengths;
  const isRegular = (sorted: readonly number[]) => quartile(sorted, 3) <= ALIKE * quartile(sorted, 1) + BLUR;
  return { run: quartile(runs, 1), space: quartile(spaces, 1), widest: quartile(spaces, 3), regular: isRegular(runs) && isRegular(spaces) };
}

function quartile(sorted: readonly number[], which: 1 | 3): number {
  return sorted[(sorted.length * which) >> 2] ?? 0;
}
