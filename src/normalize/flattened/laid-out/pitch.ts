import { type LaidLine, PITCHES, type Pitch } from "./laid-lines.js";

/** Lines below one that may have its columns. */
const NEAR = 6;
/** Words below each other, at least, and how many times as many as in the other pitch, for a pitch to be the writer's. */
const LEAST = 10;
const CLEARLY = 2;

/** The lines as the pitches set their words that the writer may have counted with: words that begin below each other tell. */
export function likelyPitches(linesIn: (pitch: Pitch) => readonly LaidLine[]): (readonly LaidLine[])[] {
  const ways = PITCHES.map(linesIn);
  const [one, two] = ways.map((lines, way) => wordsInColumn(lines, ways[1 - way]!)) as [number, number];
  if (one >= LEAST && one >= two * CLEARLY) return [ways[0]!];
  if (two >= LEAST && two >= one * CLEARLY) return [ways[1]!];
  return ways;
}

/** Pairs of words on near lines that begin in the same column, and do not where lines are set the other way. */
function wordsInColumn(lines: readonly LaidLine[], other: readonly LaidLine[]): number {
  // For each line, where its words begin, and how much further than in the other pitch.
  const places = lines.map(
    ({ tokens }, at) =>
      new Map(tokens.flatMap(({ from, glued }, t) => (t === 0 || glued ? [] : [[from, from - other[at]!.tokens[t]!.from] as const]))),
  );
  let pairs = 0;
  places.forEach((words, at) => {
    for (const below of places.slice(at + 1, at + 1 + NEAR))
      for (const [from, shift] of words) if ((below.get(from) ?? shift) !== shift) pairs++;
  });
  return pairs;
}
