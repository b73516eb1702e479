/** An indicator's name as far as two tellings of it must agree: no layout, punctuation, numbering, quotes, stars or 其中 before it. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/^[★☆▲△*]+\s*/u, "")
    .replace(/^其中(?:[:：]\s*|(?=.{3}))/u, "")
    .replace(/^(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])/u, "")
    .replace(/[\s,，、。.;；:："“”'‘’()（）[\]【】《》〈〉\-—－_·・]/gu, "")
    .toLowerCase();
}
