import { PAPER, type Raster, raster } from "./raster.js";
import { transpose } from "./transpose.js";

/** Bands into which a page is cut, top to bottom: a streak darkens nearly each, the first and the last among them. */
const BANDS = 16;
const LEAST_BANDS = 15;
/** Every how many-th row is looked at. */
const STEP = 6;
/** A streak is so much darker than the paper beside it; its soft edges so much. */
const DARKER = 7;
const EDGE = 2;
/** Where the two sides differ by more, one of them is ink. */
const INK = 40;
/** How far beside a streak its paper is looked at, inches; a streak is narrower than twice that. */
const BESIDE = 0.025;
/** So near to the edge of the sheet, of its side, the dark is the rim's shadow. */
const RIM = 0.01;
/** A streak or a fold is paler than ink: darker than the paper by no more grey levels. */
const FAINT = 100;
/** More columns than this share of the page are no streaks. */
const MOST = 0.03;

/**
 * The page without the streaks that dust on a scanner's glass leaves: columns (or rows, of a page fed on its side) that are darker than the paper beside
 * them from one edge of the sheet to the other, as no ruling is. A picture cut out at a table's border has such columns and rows, and keeps both. To be
 * used before a slanted page is put straight: streaks run along the scanner's axis. A sheet's fold is lifted as they are.
 */
export function liftStreaks(page: Raster, dpi: number): Raster {
  const beside = Math.max(2, Math.round(BESIDE * dpi));
  const flipped = transpose(page);
  const [columns, rows] = [streaksOf(page, beside), streaksOf(flipped, beside)];
  if (columns.size > MOST * page.width || rows.size > MOST * page.height) return page;
  if (columns.size > 0 && rows.size > 0 && isGrid(columns, rows)) return page;
  const upright = columns.size > 0 ? lifted(page, columns) : page;
  if (rows.size === 0) return upright;
  return transpose(lifted(upright === page ? flipped : transpose(upright), rows));
}

/** By how much each band of a column or row is darker than the paper beside it, of those that are streaks. */
type Streaks = ReadonlyMap<number, Float32Array>;

/** Whether what runs from edge to edge both ways is a table's: several strokes each way, or as dark as ink. A fold is a pale one that crosses streaks. */
function isGrid(columns: Streaks, rows: Streaks): boolean {
  const strokes = (streaks: Streaks) => [...streaks.keys()].filter((at) => !streaks.has(at - 1)).length;
  const isInk = (streaks: Streaks) => [...streaks.values()].some((bands) => atMargins(bands) > FAINT);
  return (strokes(columns) > 1 && strokes(rows) > 1) || isInk(columns) || isInk(rows);
}

function streaksOf(page: Raster, beside: number): Streaks {
  const { width, height, data } = page;
  const bands = Array.from({ length: width }, () => new Float32Array(BANDS));
  const most = Math.ceil(height / BANDS / STEP) + 1;
  const differences = new Int16Array(most);
  const rim = Math.max(beside, Math.round(RIM * width));
  for (let x = rim; x < width - rim; x++) {
    for (let band = 0; band < BANDS; band++) {
      let count = 0;
      for (let y = Math.floor((band * height) / BANDS); y < ((band + 1) * height) / BANDS && count < most; y += STEP) {
        const at = y * width + x;
        const [left, right] = [data[at - beside]!, data[at + beside]!];
        // Ink at one side (a ruling along the streak) is not its paper.
        const paper = Math.abs(left - right) > INK ? Math.max(left, right) : (left + right) / 2;
        differences[count++] = paper - data[at]!;
      }
      bands[x]![band] = differences.subarray(0, count).sort()[count >> 1] ?? 0;
      if (band === 0 && bands[x]![0]! < EDGE) break;
    }
  }
  const isDark = (column: Float32Array | undefined, by: number) =>
    column !== undefined && column[0]! >= by && column[BANDS - 1]! >= by && column.filter((value) => value >= by).length >= LEAST_BANDS;
  const found = new Map<number, Float32Array>();
  bands.forEach((column, x) => {
    const isStreak =
      isDark(column, DARKER) || (isDark(column, EDGE) && [x - 2, x - 1, x + 1, x + 2].some((near) => isDark(bands[near], DARKER)));
    if (isStreak) found.set(x, column);
  });
  return found;
}

function lifted(page: Raster, streaks: Streaks): Raster {
  const { width, height } = page;
  const data = page.data.slice();
  for (const [x, bands] of streaks) {
    // Where it runs along a ruling that is the darker one, and stays.
    const most = MUCH_DARKER * atMargins(bands);
    for (let y = 0; y < height; y++) {
      const by = Math.min(most, bands[Math.floor((y * BANDS) / height)]!);
      const at = y * width + x;
      data[at] = Math.min(255, (data[at]! * PAPER) / Math.max(1, PAPER - by));
    }
  }
  return raster(width, height, data);
}

/** A streak is darker within the page than at its margins, where it stands alone, by no more than this factor. */
const MUCH_DARKER = 1.5;

function atMargins(bands: Float32Array): number {
  return Math.max(bands[0]!, bands[BANDS - 1]!);
}
