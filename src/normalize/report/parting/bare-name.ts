/** A shorter name may be any word's part. */
export const SHORTEST_NAME = 4;

/** The number that budget systems put before a project's name: 51000021T000000042-某项目. */
const PROJECT_CODE = /^[\dA-Z]{8,}[-—–_]+/u;

/** A text or a name without its dress, by which the one is looked for in the other: spaces, quotes, brackets, years, the project's number before it. */
export function bareText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s"“”'‘’《》()（）]|(?:19|20)\d{2}年度?/gu, "")
    .replace(PROJECT_CODE, "");
}

/** The name of a project without its dress, and without 项目 behind it. */
export function bareName(name: string): string {
  return bareText(name).replace(/项目$/u, "");
}
