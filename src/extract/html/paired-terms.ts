import { ANY_NUMBER } from "../../core/numbering.js";
import type { MarkupElement, MarkupNode } from "./parse-markup.js";

/** 一、概况, 重点任务：检修: a heading's number, or a label with what it tells. */
const TELLS_MORE = new RegExp(`^\\s*${ANY_NUMBER}|[:：]\\s*\\S`, "u");
/** Elements around what a list says of a term that begin no text of another kind. */
const WRAPS: ReadonlySet<string> = new Set(["dd", "p", "div"]);

/** The terms of a `<dl>` that label what stands behind each: those with one description that begins with text, unless they are headings. */
export function pairedTerms(list: MarkupElement): readonly MarkupElement[] {
  const entries = entriesOf(list.children);
  return entries.filter((term, at) => {
    const description = entries[at + 1];
    if (term.name !== "dt" || description?.name !== "dd" || entries[at + 2]?.name === "dd") return false;
    const label = term.children.map((node) => (node.type === "text" ? node.text : "")).join("");
    const isText = label.trim() !== "" && term.children.every(({ type }) => type === "text");
    return isText && !TELLS_MORE.test(label) && beginsWithText(description);
  });
}

/** Terms and descriptions in their order; a pair may be wrapped. */
function entriesOf(nodes: readonly MarkupNode[]): readonly MarkupElement[] {
  return nodes.flatMap((node) => {
    if (node.type === "text") return [];
    return node.name === "div" ? entriesOf(node.children) : [node];
  });
}

function beginsWithText({ children }: MarkupElement): boolean {
  const first = children.find((node) => node.type === "element" || node.text.trim() !== "");
  return first?.type === "text" || (first !== undefined && WRAPS.has(first.name) && beginsWithText(first));
}
