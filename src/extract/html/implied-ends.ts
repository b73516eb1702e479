import type { Look } from "./inline-look.js";

/** An element that is open where the reader stands, inline ones too. */
export interface OpenElement {
  readonly name: string;
  readonly look: Look;
  /** Lays out, and so is an element of the tree. */
  readonly block: boolean;
}

const ROW_GROUPS = ["tbody", "thead", "tfoot"];
/** Opening one of these ends all that is open above the nearest of those, as browsers do; the table is the last that stops it. */
const ENDS_ABOVE: { readonly [name: string]: readonly string[] } = {
  td: ["tr", ...ROW_GROUPS, "table"],
  th: ["tr", ...ROW_GROUPS, "table"],
  tr: [...ROW_GROUPS, "table"],
  ...Object.fromEntries([...ROW_GROUPS, "caption", "colgroup"].map((name) => [name, ["table"]])),
};
/** A paragraph or item that is still open ends where the next begins, unless one of these stands between. */
const BOUNDARIES: { readonly [name: string]: readonly string[] } = {
  p: ["table", "td", "th", "caption"],
  li: ["ul", "ol", "menu", "dir", "table", "td", "th"],
};

/**
 * Takes from `open` what an opening tag ends though nobody closed it, the innermost first (`<TD><P><FONT>甲<TD>`); the parser ends only the
 * element on top. What strikes or hides text goes on in the next paragraph, not in the next cell.
 */
export function endedByOpening(open: OpenElement[], name: string): readonly OpenElement[] {
  const above = ENDS_ABOVE[name];
  if (above) {
    const at = open.findLastIndex((element) => above.includes(element.name));
    return at < 0 ? [] : open.splice(at + 1).toReversed();
  }
  const boundaries = BOUNDARIES[name];
  if (!boundaries) return [];
  const at = open.findLastIndex((element) => element.name === name || boundaries.includes(element.name));
  if (at < 0 || open[at]!.name !== name) return [];
  const ended = open.splice(at).toReversed();
  const kept = ended.filter(({ block, look }) => !block && (look.struck || look.hidden || look.skipped));
  open.push(...kept.toReversed());
  return ended.filter((element) => !kept.includes(element));
}

/** Takes from `open` what a closing tag ends; nothing where its element has ended before. No tag but the table's own closes a table. */
export function endedByClosing(open: OpenElement[], name: string): readonly OpenElement[] {
  const at = open.findLastIndex((element) => element.name === name || element.name === "table");
  return at < 0 || open[at]!.name !== name ? [] : open.splice(at).toReversed();
}
