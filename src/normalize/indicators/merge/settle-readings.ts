/** Readings that differ by more than this many characters are two names, not two readings of one. */
const LONGEST_SLIP = 4;

/**
 * Of two readings of one name that differ in a few characters, `printed` with the characters that the document itself uses more often
 * there (I十1 met once, T+1 twice). A word that holds letters or digits is asked for; other wordings are the author's.
 */
export function settleReadings(printed: string, other: string, text: string): string {
  const a = printed.normalize("NFKC");
  const b = other.normalize("NFKC").slice(0, a.length + LONGEST_SLIP);
  if (a === b) return printed;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const rest = notes(a);
  const [x, y] = [a.slice(start, a.length - rest.length), b.slice(start, b.length - notes(b).length)];
  let end = 0;
  while (end < Math.min(x.length, y.length) && x[x.length - 1 - end] === y[y.length - 1 - end]) end++;
  const [mine, theirs] = [x.slice(0, x.length - end), y.slice(0, y.length - end)];
  if (mine === "" || theirs === "" || Math.max(mine.length, theirs.length) > LONGEST_SLIP || !/[A-Za-z\d+]/u.test(theirs)) return printed;
  // The whole token: letters and digits beside the difference belong to it.
  const after = /^[A-Za-z\d]+/u.exec(x.slice(x.length - end))?.[0] ?? "";
  const folded = text.normalize("NFKC");
  if (count(folded, theirs + after) <= count(folded, mine + after)) return printed;
  return printed.slice(0, start) + theirs + printed.slice(start + mine.length);
}

function notes(name: string): string {
  return /\([^()]*\)$/u.exec(name)?.[0] ?? "";
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
