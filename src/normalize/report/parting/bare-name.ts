/** A shorter name may be any word's part. */
export const SHORTEST_NAME = 4;

/** A text or a name without its dress, by which the one is looked for in the other: spaces, quotes, brackets, years. */
export function bareText(text: string): string {
  return text.normalize("NFKC").replace(/[\s"“”'‘’《》()（）]|(?:19|20)\d{2}年度?/gu, "");
}

/** The name of a project without its dress, and without 项目 behind it. */
export function bareName(name: string): string {
  return bareText(name).replace(/项目$/u, "");
}
