import type { Element } from "./element.js";

/** One thing told for newer and for older readers (`mc:AlternateContent`): what is read of the first branch that shows anything, never of two. */
export function firstBranch<Reading>(
  alternate: Element,
  read: (branch: Element) => Reading,
  shows: (reading: Reading) => boolean,
): Reading | undefined {
  for (const branch of alternate.children) {
    if (branch.name !== "mc:Choice" && branch.name !== "mc:Fallback") continue;
    const reading = read(branch);
    if (shows(reading)) return reading;
  }
  return undefined;
}
