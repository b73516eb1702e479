/** An indicator's name as far as two tellings of it must agree: no layout, punctuation, numbering or quotes. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/^(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])/u, "")
    .replace(/[\s,，、。.;；:："“”'‘’()（）[\]【】《》〈〉\-—－_·・]/gu, "")
    .toLowerCase();
}
