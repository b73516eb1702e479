import { type LevelRow, SAME } from "./level-rows.js";

/** The edges of rows whose texts all stand at the top of them: as far above each row's first line as the next row is from the lowest text at least, by half. */
export function edgesAbove(
  rows: readonly LevelRow[],
  [top, bottom]: readonly [number, number],
  size: number,
): { edges: number[]; toLine: number } {
  const rooms = rows.slice(1).map((row, i) => row.top - rows[i]!.bottom);
  const half = (rooms.length > 0 ? Math.min(...rooms) : size) / 2;
  const last = Math.max(bottom, rows.at(-1)!.bottom + half);
  return { edges: [Math.min(top, rows[0]!.top - half), ...rows.slice(1).map((row) => row.top - half), last], toLine: half };
}

/**
 * The edges of rows whose cells have one padding: in the middle of the room between the tallest texts of two rows, unless a merged cell has stretched one of them,
 * so that the room is more than the padding.
 */
export function edgesOf(
  rows: readonly LevelRow[],
  [top, bottom]: readonly [number, number],
  size: number,
): { edges: number[]; toLine: number } {
  const rooms = rows.slice(1).map((row, i) => row.top - rows[i]!.bottom);
  const least = Math.min(...rooms);
  const half = (rooms.length > 0 ? least : size) / 2;
  const slacks = [false, true]
    .map((isFirst) => slacksOf(rooms, least, isFirst, size))
    .reduce((a, b) => (b.faults < a.faults ? b : a)).slacks;
  const edges = rows.slice(0, -1).map((row, i) => row.bottom + half + slacks[i]! / 2);
  const first = Math.min(top, rows[0]!.top - half - slacks[0]! / 2);
  const last = Math.max(bottom, rows.at(-1)!.bottom + half + slacks.at(-1)! / 2);
  return { edges: [first, ...edges, last], toLine: half };
}

/** How much taller each row is than its texts ask for: the room between two rows is the padding and half of what both have more. */
function slacksOf(rooms: readonly number[], least: number, isFirst: boolean, size: number): { slacks: number[]; faults: number } {
  const slacks = [isFirst && rooms.length > 0 ? 2 * (rooms[0]! - least) : 0];
  let faults = 0;
  for (const room of rooms) {
    const slack = 2 * (room - least) - slacks.at(-1)!;
    if (slack < -SAME * size) faults -= slack;
    slacks.push(slack > SAME * size ? slack : 0);
  }
  return { slacks, faults };
}
