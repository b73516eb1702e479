import { isBlankLine, type SourceLine } from "./source-lines.js";

/** Characters of the shortest watermark, and the blank lines that letters as large as its leave above them. */
const LEAST_CHARACTERS = 3;
const LEAST_BLANK = 2;
/** 管, or 保 保 where the page bears it twice: ideographs alone on their line. */
const LETTERS = /^[\s\u3000]*\p{Script=Han}(?:[\s\u3000]+\p{Script=Han})?[\s\u3000]*$/u;

/** A line of a watermark's letters: its place, where the first stands, and the place of the first of the blank lines above. */
interface Letters {
  readonly at: number;
  readonly column: number;
  readonly blank: number;
}

/**
 * The lines without a watermark written across the page: letters alone on their lines, far below what stands above, each further to the left, or to the
 * right, than the one before. The blank lines above them go with them, for the page had none there.
 */
export function withoutWatermark(lines: readonly SourceLine[]): readonly SourceLine[] {
  const letters = lines.flatMap((_, at) => lettersAt(lines, at) ?? []);
  const dropped = new Set<number>();
  for (const step of [-1, 1] as const)
    for (const run of runsOf(letters, (a, b) => Math.sign(b.column - a.column) === step))
      if (run.length >= LEAST_CHARACTERS) for (const { blank, at } of run) for (let line = blank; line <= at; line++) dropped.add(line);
  if (dropped.size === 0) return lines;
  let newPage = false;
  return lines.flatMap((line, at) => {
    newPage ||= line.newPage;
    if (dropped.has(at)) return [];
    const kept = { ...line, newPage };
    newPage = false;
    return [kept];
  });
}

function lettersAt(lines: readonly SourceLine[], at: number): Letters | undefined {
  const { text } = lines[at]!;
  if (!LETTERS.test(text)) return undefined;
  let blank = at;
  while (blank > 0 && isBlankLine(lines[blank - 1]!)) blank--;
  return at - blank < LEAST_BLANK ? undefined : { at, column: text.search(/\S/u), blank };
}

/** The longest runs of neighbours that go on. */
function runsOf<T>(items: readonly T[], goesOn: (before: T, item: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && goesOn(run.at(-1)!, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}
