import type { Block, Extracted } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { Warning } from "../../core/record.js";
import type { Pictured } from "../image/with-pictures.js";
import { numberTables } from "../number-tables.js";
import { decodeText } from "../text/decode-text.js";
import { flowOfPage } from "../text/settle-flow.js";
import { declaredCharset } from "./declared-charset.js";
import { markupBlocks } from "./markup-blocks.js";
import { pageFurniture } from "./page-furniture.js";
import { type Markup, parseMarkup } from "./parse-markup.js";

/** What stood behind is lost, and nobody can say whether it was much. */
export const CUT: Warning = { code: "cut-off", message: "The file ends within the page. Fetch it again from its source." };

/**
 * Reads a page of HTML: one published by a content management system, or a document that Word or WPS saved as HTML. What the page does not show is left
 * out (scripts, hidden and struck-out text), and so is what stands around the content; of pictures it has those that the page holds itself. `line` of the
 * evidence is the paragraph's number in reading order. Faults: `corrupt`, `too-large` (nesting, cells).
 */
export function readHtml(bytes: Uint8Array, limits: Limits = LIMITS, charset = declaredCharset(bytes)): Pictured {
  const decoded = decodeText(bytes, charset);
  if (!decoded) throw new Fault("corrupt", "The page's characters could not be read in any encoding.");
  const warnings: Warning[] = [];
  if (decoded.broken > 0)
    warnings.push({ code: "text-damaged", message: `${decoded.broken} characters are broken in the file and show as U+FFFD.` });
  const html = decoded.text;
  let markup = parseMarkup(html, { limits });
  let blocks = pageBlocks(markup, limits);
  if (blocks.length === 0 && markup.unseen.hidden > 0) {
    // A page that shows nothing until its script has run: what it hides is what it is about.
    markup = parseMarkup(html, { limits, withHidden: true });
    blocks = pageBlocks(markup, limits);
    warnings.push({ code: "hidden-read", message: "The page shows nothing without its scripts; its hidden text was read." });
  }
  const flow = flowOfPage(blocks);
  // Each paragraph of a page stands apart, as lines with blank ones between.
  const apart = flow === "lines" ? blocks.map((block) => (block.type === "paragraph" ? { ...block, blankBefore: 1 } : block)) : blocks;
  const extracted: Extracted = {
    mediaType: "text/html",
    pages: [],
    blocks: apart,
    flow,
    warnings: [...warnings, ...(markup.isCut ? [CUT] : []), ...unseenWarnings(markup)],
  };
  return { extracted, pictures: markup.pictures.flatMap((address) => pictureOf(address) ?? []) };
}

function pageBlocks(markup: Markup, limits: Limits): Block[] {
  let paragraphs = 0;
  const context = { limits, furniture: pageFurniture(markup.root), locate: () => ++paragraphs };
  return numberTables(markupBlocks(markup.root.children, context), limits);
}

function unseenWarnings({ unseen }: Markup): Warning[] {
  const warnings: Warning[] = [];
  if (unseen.struck > 0) warnings.push({ code: "struck-text-dropped", message: `${unseen.struck} struck-out passages were left out.` });
  if (unseen.pictures > 0) warnings.push({ code: "picture-unread", message: `${unseen.pictures} pictures of the page were not read.` });
  return warnings;
}

/** The file in a `data:` address (RFC 2397); undefined where it is written otherwise than in Base64, as drawings are. */
function pictureOf(address: string): Uint8Array | undefined {
  const comma = address.indexOf(",");
  if (comma < 0 || !/;base64$/iu.test(address.slice(0, comma))) return undefined;
  return new Uint8Array(Buffer.from(address.slice(comma + 1), "base64"));
}
