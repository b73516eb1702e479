import type { Frame } from "./connect-rulings.js";
import { heightOf, isLevel } from "./frame-height.js";

/**
 * The frames of one page, those beside each other joined that a merged cell parts, which the page cut at the top or foot: as high as each other, open at the
 * same end, and where one has rulings between rows the other has them too.
 */
export function joinFragments(frames: readonly Frame[], reach: number): Frame[] {
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
