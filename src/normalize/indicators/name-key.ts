/** An indicator's name as far as two tellings of it must agree: no layout, punctuation, numbering, quotes or stars. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/^[★☆▲△*]+/u, "")
    .replace(/^(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])/u, "")
    .replace(/[\s,，、。.;；:："“”'‘’()（）[\]【】《》〈〉\-—－_·・]/gu, "")
    .toLowerCase();
}
