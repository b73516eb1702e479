/** An indicator's name as far as two tellings of it must agree: no layout, punctuation, numbering or quotes. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/^(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])/u, "")
    .replace(/[\s,，、。.;；:："“”'‘’()（）[\]【】《》〈〉\-—－_·・]/gu, "")
    .toLowerCase();
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
