import type { Ruling } from "../placed.js";
import type { Frame } from "./connect-rulings.js";

/**
 * The frames with the vertical rulings that cross nothing but reach from the top of one to its foot: borders of merged cells that go right
 * through a page, past all its rows.
 */
export function adoptStrays(frames: readonly Frame[], reach: number): Frame[] {
  const isStray = (frame: Frame): boolean => frame.horizontal.length === 0;
  const strays = frames.filter(isStray).flatMap((frame) => frame.vertical);
  if (strays.length === 0) return [...frames];
  const homes = frames
    .filter((frame) => frame.vertical.length > 1 && !isStray(frame))
    .map((frame) => ({ horizontal: frame.horizontal, vertical: [...frame.vertical], ...heightOf(frame.vertical) }));
  const left: Ruling[] = [];
  for (const stray of strays) {
    const home = homes.find(({ from, to }) => isLevel(stray, { from, to }, reach));
    if (home) home.vertical.push(stray);
    else left.push(stray);
  }
  return [
    ...frames.filter((frame) => !isStray(frame) && frame.vertical.length <= 1),
    ...homes.map(({ horizontal, vertical }) => ({ horizontal, vertical })),
    ...left.map((ruling) => ({ horizontal: [], vertical: [ruling] })),
  ];
}

/**
 * The frames of one page, those beside each other joined that a merged cell parts, which the page cut at the top or foot: as high as each other, open at the
 * same end, and where one has rulings between rows the other has them too.
 */
export function joinBeside(frames: readonly Frame[], reach: number): Frame[] {
  const joined: Frame[] = [];
  for (const frame of frames) {
    const at = joined.findIndex((other) => isRestOf(frame, other, reach) || isRestOf(other, frame, reach));
    if (at < 0) joined.push(frame);
    else
      joined[at] = {
        horizontal: [...joined[at]!.horizontal, ...frame.horizontal],
        vertical: [...joined[at]!.vertical, ...frame.vertical].sort((a, b) => a.at - b.at),
      };
  }
  return joined;
}

function isRestOf(part: Frame, whole: Frame, reach: number): boolean {
  if (part.horizontal.length === 0 || part.vertical.length < 2 || whole.vertical.length < 2) return false;
  const [own, other] = [heightOf(part.vertical), heightOf(whole.vertical)];
  if (!isLevel(own, other, reach)) return false;
  const levels = whole.horizontal.map(({ at }) => at);
  const isOpen = (end: number): boolean =>
    [part, whole].every(({ horizontal }) => horizontal.every(({ at }) => Math.abs(at - end) > reach));
  return (isOpen(own.from) || isOpen(own.to)) && part.horizontal.every(({ at }) => levels.some((level) => Math.abs(level - at) <= reach));
}

interface Height {
  readonly from: number;
  readonly to: number;
}

function heightOf(rulings: readonly Ruling[]): Height {
  return {
    from: rulings.reduce((least, ruling) => Math.min(least, ruling.from), Number.POSITIVE_INFINITY),
    to: rulings.reduce((most, ruling) => Math.max(most, ruling.to), Number.NEGATIVE_INFINITY),
  };
}

function isLevel(a: Height, b: Height, reach: number): boolean {
  return Math.abs(a.from - b.from) <= reach && Math.abs(a.to - b.to) <= reach;
}
