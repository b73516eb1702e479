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

/**
 * Those of the words that differ from a name in one character at most. Such words begin or end as the name does, so most of a list need not be
 * looked at.
 */
export function findAlike(words: Iterable<string>): (name: string) => readonly string[] {
  const byEnds = new Map<string, string[]>();
  const endsOf = (word: string) => [`${word[0]}…`, `…${word.at(-1)}`];
  for (const word of words) for (const end of endsOf(word)) byEnds.set(end, [...(byEnds.get(end) ?? []), word]);
  return (name) => endsOf(name).flatMap((end) => byEnds.get(end)?.filter((word) => differByOne(word, name)) ?? []);
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
