import type { TextBlock } from "./text-blocks.js";

/** How the cells of a row stand to each other: what of their texts is at one height. */
const ALIGNMENTS = {
  middle: ({ first, last }: TextBlock): number => (first + last) / 2,
  top: ({ first }: TextBlock): number => first,
} as const;

export type Alignment = keyof typeof ALIGNMENTS;

/** How exactly texts of one row stand at one height, in glyph heights. */
export const SAME = 0.25;
/** Lines of two rows do not stand nearer than this, in glyph heights. */
export const APART = 0.7;

/** Texts that stand at one height. */
export interface LevelRow {
  readonly blocks: readonly TextBlock[];
  readonly top: number;
  readonly bottom: number;
  readonly isCutOff: boolean;
}

/** Rows of texts at one height each; undefined where there are none, and where others than the first and the last overlap. */
export function levelRows(blocks: readonly TextBlock[], alignment: Alignment, size: number): LevelRow[] | undefined {
  const at = ALIGNMENTS[alignment];
  const sorted = [...blocks].sort((a, b) => at(a) - at(b));
  const rows: LevelRow[] = [];
  let sum = 0;
  for (const block of sorted) {
    const row = rows.at(-1);
    if (row && at(block) - sum / row.blocks.length <= SAME * size) {
      rows[rows.length - 1] = joined(row, [block], false);
      sum += at(block);
    } else {
      rows.push({ blocks: [block], top: block.first, bottom: block.last, isCutOff: false });
      sum = at(block);
    }
  }
  for (const isFirst of [true, false]) {
    const [end, next] = isFirst ? [rows[0], rows[1]] : [rows.at(-1), rows.at(-2)];
    if (!end || !next || !overlap(isFirst ? end : next, isFirst ? next : end, size)) continue;
    rows.splice(isFirst ? 0 : rows.length - 2, 2, joined(end, next.blocks, true));
  }
  return rows.length === 0 || rows.some((row, i) => hasTwice(row) || (i > 0 && overlap(rows[i - 1]!, row, size))) ? undefined : rows;
}

function joined(row: LevelRow, blocks: readonly TextBlock[], isCutOff: boolean): LevelRow {
  return {
    blocks: [...row.blocks, ...blocks],
    top: Math.min(row.top, ...blocks.map(({ first }) => first)),
    bottom: Math.max(row.bottom, ...blocks.map(({ last }) => last)),
    isCutOff: row.isCutOff || isCutOff,
  };
}

function hasTwice({ blocks }: LevelRow): boolean {
  return new Set(blocks.map(({ column }) => column)).size < blocks.length;
}

function overlap(above: LevelRow, below: LevelRow, size: number): boolean {
  return below.top - above.bottom < APART * size;
}
