/** Share of places at which two words of one length agree: what recognition leaves of a word whose characters it mistook. */
export function sharedPlaces(a: string, b: string): number {
  return a.length === b.length ? Array.from(a).filter((character, i) => character === b[i]).length / Math.max(1, a.length) : 0;
}

/** Whether two words differ in one character at most: mistaken, lost or too many. */
export function differByOne(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** How alike two names are, 0–1: shared characters in order over the longer's length. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || longest > 120 || Math.min(a.length, b.length) / longest < 0.6) return 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const character of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) next.push(character === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!));
    row = next;
  }
  return row[b.length]! / longest;
}
