import type { Box } from "../../../core/evidence.js";
import type { Ruling } from "../placed.js";

/** Horizontal rulings one above the other that can belong to one table. */
export interface RuleStack {
  readonly box: Box;
  /** The heights at which rulings lie, from the top. */
  readonly levels: readonly number[];
  readonly rulings: readonly Ruling[];
}

/** A ruling shorter than this, in glyph heights, is an underline. */
const SHORTEST = 4;
/** How exactly rulings of one height lie, in glyph heights. */
const LEVEL = 0.05;

/** How far apart two tables side by side stand at most, and how wide each is at least, in glyph heights: rulings beside a merged cell leave out its column. */
const BETWEEN = 4;
const NARROWEST = 8;

/** Stacks of rulings: the longest of each have the same ends, and shorter ones lie between these. */
export function ruleStacks(rulings: readonly Ruling[], glyph: number): RuleStack[] {
  const stacks: { from: number; to: number; rulings: Ruling[] }[] = [];
  const level = withoutUnderlines(
    rulings.filter(({ direction }) => direction === "horizontal"),
    glyph,
  );
  for (const ruling of [...level].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const stack = stacks.find((each) => ruling.from >= each.from - glyph && ruling.to <= each.to + glyph);
    if (stack) stack.rulings.push(ruling);
    else stacks.push({ from: ruling.from, to: ruling.to, rulings: [ruling] });
  }
  return stacks
    .flatMap(({ rulings: own }) =>
      byHalves(
        own.sort((a, b) => a.at - b.at),
        glyph,
      ),
    )
    .filter((own) => own.length >= 2)
    .map((own): RuleStack => {
      const levels: number[] = [];
      own.forEach((ruling, i) => {
        if (i === 0 || ruling.at - levels.at(-1)! > 0.45 * glyph || isBeside(own[i - 1]!, ruling, glyph)) levels.push(ruling.at);
      });
      const [from, to] = endsOf(own);
      return { box: [from, levels[0]!, to, levels.at(-1)!], levels, rulings: own };
    });
}

/** The rulings but for underlines: what is short goes with a long one of its height, over a narrow column beside a merged cell. */
function withoutUnderlines(rulings: readonly Ruling[], glyph: number): Ruling[] {
  const isLong = ({ from, to }: Ruling): boolean => to - from >= SHORTEST * glyph;
  const heightOf = ({ at }: Ruling): number => Math.round(at / (LEVEL * glyph));
  const heights = new Set(rulings.filter(isLong).map(heightOf));
  return rulings.filter((ruling) => heights.has(heightOf(ruling)));
}

function endsOf(rulings: readonly Ruling[]): readonly [number, number] {
  return [Math.min(...rulings.map(({ from }) => from)), Math.max(...rulings.map(({ to }) => to))];
}

/**
 * The rulings of a stack, from the top: two tables side by side below those of a wider one (or above it) are stacks of their own. These are rulings that end all
 * at one place, and others that begin all behind it, both up to the stack's sides: rulings under heads end where their heads do.
 */
function byHalves(rulings: readonly Ruling[], glyph: number): Ruling[][] {
  const [from, to] = endsOf(rulings);
  const isAt = (a: number, b: number): boolean => Math.abs(a - b) < glyph;
  const left = rulings.find((ruling) => isAt(ruling.from, from) && !isAt(ruling.to, to));
  const right = left && rulings.find((ruling) => isAt(ruling.to, to) && ruling.from > left.to);
  if (!right || right.from - left.to > BETWEEN * glyph || Math.min(left.to - from, to - right.from) < NARROWEST * glyph)
    return [[...rulings]];
  const isLeft = (ruling: Ruling): boolean => isAt(ruling.from, from) && isAt(ruling.to, left.to);
  const isRight = (ruling: Ruling): boolean => isAt(ruling.from, right.from) && isAt(ruling.to, to);
  const first = rulings.findIndex((ruling) => isLeft(ruling) || isRight(ruling));
  const behind = rulings.findIndex((ruling, i) => i > first && !isLeft(ruling) && !isRight(ruling));
  const end = behind < 0 ? rulings.length : behind;
  const beside = rulings.slice(first, end);
  const halves = [beside.filter(isLeft), beside.filter(isRight)];
  if (halves.some(({ length }) => length < 2)) return [[...rulings]];
  return [rulings.slice(0, first), ...halves, rulings.slice(end)];
}

/** Whether one runs along the other, as the two of a double ruling do, and does not go on where it ends. */
function isBeside(a: Ruling, b: Ruling, glyph: number): boolean {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from) > glyph;
}
