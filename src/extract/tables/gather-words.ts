import type { Box } from "../../core/evidence.js";
import { plainCharacters } from "../../core/plain-characters.js";
import type { Glyph } from "./glyph.js";
import { isBlank } from "./is-blank.js";
import { overlaidTexts } from "./overlaid-texts.js";
import type { Ruling, Word } from "./placed.js";

/** Glyphs whose baselines differ by less than this, in glyph heights, stand on one line. */
const SAME_LINE = 0.18;
/**
 * A gap wider than this, in glyph heights, ends a word, and one wider by STEP than those beside it: cells without rulings may stand that near.
 * One wider than SPACE is a space in the word.
 */
const GAP = 0.5;
const STEP = 0.13;
const SPACE = 0.18;
/** What joins two names with a space on each side (产出指标 / 数量指标), and how exactly the two spaces are the same, in glyph heights. */
const JOINER = /^[/／|｜\-–—－~～·・•+＋&]$/u;
const EVEN = 0.05;
const IDEOGRAPH = /^\p{Script=Han}$/u;
/** How much of the em stands above the baseline, and below. */
const ASCENT = 0.88;
const DESCENT = 0.12;

/**
 * Words of loose glyphs, whatever the order they were drawn in. Glyphs drawn twice at one place (bold by overprinting) count once. A word
 * ends where one of `verticals` passes between its glyphs. Turned and vertical writing give words whose `turned` is set.
 */
export function gatherWords(glyphs: readonly Glyph[], verticals: readonly Ruling[]): Word[] {
  const level: Glyph[] = [];
  const stacked: Glyph[] = [];
  const turned: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.turn === 90 || glyph.turn === 270) turned.push(glyph);
    else if (glyph.turn === 0 && glyph.stacked) stacked.push(glyph);
    else if (glyph.turn === 0) level.push(glyph);
  }
  const walls = new Walls(verticals);
  return [...levelWords(level, walls), ...turnedWords(turned), ...stackedWords(stacked)];
}

function levelWords(glyphs: readonly Glyph[], walls: Walls): Word[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y);
  const words: Word[] = [];
  for (let start = 0; start < sorted.length; ) {
    const tolerance = SAME_LINE * sorted[start]!.size;
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.y - sorted[end - 1]!.y <= tolerance && sorted[end]!.y - sorted[start]!.y <= 2 * tolerance)
      end++;
    wordsOfLine(sorted.slice(start, end), walls, words);
    start = end;
  }
  return words;
}

function wordsOfLine(line: Glyph[], walls: Walls, words: Word[]): void {
  const over = overlaidTexts(line);
  wordsOfText(over?.others ?? line, walls, words);
  for (const text of over?.overlaid ?? []) {
    const own: Word[] = [];
    wordsOfText(text, NO_WALLS, own);
    words.push(...own.map((word) => ({ ...word, whole: true as const })));
  }
}

function wordsOfText(line: Glyph[], walls: Walls, words: Word[]): void {
  const { glyphs, gaps, spaced } = gapsOf(line);
  for (let start = 0; start < glyphs.length; ) {
    let text = glyphs[start]!.text;
    let end = start + 1;
    for (; end < glyphs.length; end++) {
      const glyph = glyphs[end]!;
      const before = glyphs[end - 1]!;
      const gap = gaps[end]!;
      const size = Math.max(before.size, glyph.size);
      const usual = Math.max(0, Math.min(gaps[end - 1]!, gaps[end + 1] ?? 0));
      const isApart = (gap > GAP * size || gap > usual + STEP * size) && !isByJoiner(glyphs, gaps, spaced, end);
      if (isApart || walls.between(glyph.x - gap, glyph.x, size, glyph.y)) break;
      if (gap > SPACE * size || (spaced[end] && gap > SPACE * 0.5 * size)) text += " ";
      text += glyph.text;
    }
    words.push(wordOf(glyphs.slice(start, end), text));
    start = end;
  }
}

/** Whether the gap before a glyph is one of the two drawn spaces that a sign has beside it which joins two names. */
function isByJoiner(glyphs: readonly Glyph[], gaps: readonly number[], spaced: readonly boolean[], at: number): boolean {
  const sign = JOINER.test(glyphs[at]!.text) ? at : at - 1;
  const [before, joiner, after] = glyphs.slice(Math.max(0, sign - 1), sign + 2);
  if (!before || !after || !JOINER.test(joiner!.text) || !IDEOGRAPH.test(before.text) || !IDEOGRAPH.test(after.text)) return false;
  const [left, right] = [gaps[sign]!, gaps[sign + 1]!];
  const size = Math.max(before.size, after.size);
  return spaced[sign]! && spaced[sign + 1]! && Math.max(left, right) <= (GAP + EVEN) * size && Math.abs(left - right) < EVEN * size;
}

/** The glyphs of a line from left to right, overprints and spaces left out; before each, how much is free and whether a space was drawn. */
function gapsOf(line: Glyph[]): { glyphs: Glyph[]; gaps: number[]; spaced: boolean[] } {
  line.sort((a, b) => a.x - b.x);
  const glyphs: Glyph[] = [];
  const gaps: number[] = [];
  const spaced: boolean[] = [];
  let isSpaced = false;
  let reached = 0;
  for (const glyph of line) {
    if (isBlank(glyph.text)) {
      isSpaced = true;
      continue;
    }
    const before = glyphs.at(-1);
    if (before && isOverprint(before, glyph)) continue;
    gaps.push(before ? glyph.x - reached : 0);
    spaced.push(isSpaced);
    glyphs.push(glyph);
    reached = before ? Math.max(reached, glyph.x + glyph.advance) : glyph.x + glyph.advance;
    isSpaced = false;
  }
  return { glyphs, gaps, spaced };
}

/** The same character drawn again a hair beside itself. */
function isOverprint(before: Glyph, glyph: Glyph): boolean {
  return before.text === glyph.text && glyph.x - before.x < 0.25 * Math.max(glyph.advance, 0.2 * glyph.size);
}

function wordOf(run: readonly Glyph[], text: string): Word {
  let size = 0;
  let baseline = Number.NEGATIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of run) {
    if (glyph.size > size) size = glyph.size;
    if (glyph.y > baseline) baseline = glyph.y;
    if (glyph.x + glyph.advance > end) end = glyph.x + glyph.advance;
  }
  return { text: plainCharacters(text), box: [run[0]!.x, baseline - ASCENT * size, end, baseline + DESCENT * size], size, baseline };
}

/** Turned text is read as if the page lay the other way, and its boxes turned back. */
function turnedWords(glyphs: readonly Glyph[]): Word[] {
  return ([90, 270] as const).flatMap((turn) => {
    const sign = turn === 90 ? 1 : -1;
    const laid = glyphs
      .filter((glyph) => glyph.turn === turn)
      .map((glyph) => ({ ...glyph, x: sign * glyph.y, y: -sign * glyph.x, turn: 0 as const }));
    return levelWords(laid, NO_WALLS).map((word): Word => {
      const [x0, y0, x1, y1] = word.box;
      const box: Box = turn === 90 ? [-y1, x0, -y0, x1] : [y0, -x1, y1, -x0];
      return { ...word, box, baseline: box[3] - DESCENT * word.size, turned: turn };
    });
  });
}

/** Vertical writing: glyphs one below the other. */
function stackedWords(glyphs: readonly Glyph[]): Word[] {
  const sorted = [...glyphs].sort((a, b) => a.x + a.advance / 2 - b.x - b.advance / 2);
  const words: Word[] = [];
  for (let start = 0; start < sorted.length; ) {
    const middle = (glyph: Glyph): number => glyph.x + glyph.advance / 2;
    let end = start + 1;
    while (end < sorted.length && middle(sorted[end]!) - middle(sorted[start]!) <= 0.4 * sorted[start]!.size) end++;
    const column = sorted.slice(start, end).sort((a, b) => a.y - b.y);
    let run: Glyph[] = [];
    for (const glyph of column) {
      if (isBlank(glyph.text)) continue;
      const before = run.at(-1);
      if (before && isOverprint({ ...before, x: before.y }, { ...glyph, x: glyph.y })) continue;
      if (before && glyph.y - before.y > (1 + GAP) * glyph.size) {
        words.push(stackedWord(run));
        run = [];
      }
      run.push(glyph);
    }
    if (run.length > 0) words.push(stackedWord(run));
    start = end;
  }
  return words;
}

function stackedWord(run: readonly Glyph[]): Word {
  const size = Math.max(...run.map((glyph) => glyph.size));
  const box: Box = [
    Math.min(...run.map((glyph) => glyph.x)),
    run[0]!.y - ASCENT * size,
    Math.max(...run.map((glyph) => glyph.x + glyph.advance)),
    run.at(-1)!.y + DESCENT * size,
  ];
  return { text: plainCharacters(run.map((glyph) => glyph.text).join("")), box, size, baseline: run.at(-1)!.y, turned: 90 };
}

/** Height of the bands by which {@link Walls} finds the verticals at a height, points; and the most bands that one vertical is put in. */
const BAND = 24;
const MOST_BANDS = 1000;

/** Vertical rulings, asked for by place. */
class Walls {
  readonly #bands = new Map<number, Ruling[]>();

  constructor(verticals: readonly Ruling[]) {
    const sorted = [...verticals].sort((a, b) => a.at - b.at);
    for (const wall of sorted) {
      const first = Math.floor(wall.from / BAND);
      const last = Math.min(Math.floor(wall.to / BAND), first + MOST_BANDS);
      for (let band = first; band <= last; band++) {
        const list = this.#bands.get(band);
        if (list) list.push(wall);
        else this.#bands.set(band, [wall]);
      }
    }
  }

  /** Whether one stands between `left` and `right` beside the text on `baseline`. Glyphs may touch their border by a fifth of their size. */
  between(left: number, right: number, size: number, baseline: number): boolean {
    const height = baseline - 0.35 * size;
    const slack = 0.2 * size;
    const walls = this.#bands.get(Math.floor(height / BAND));
    if (!walls) return false;
    let low = 0;
    let high = walls.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (walls[middle]!.at < left - slack) low = middle + 1;
      else high = middle;
    }
    for (; low < walls.length && walls[low]!.at <= right + slack; low++)
      if (walls[low]!.from <= height && walls[low]!.to >= height) return true;
    return false;
  }
}

const NO_WALLS = new Walls([]);
