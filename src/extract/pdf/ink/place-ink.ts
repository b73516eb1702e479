import type { PageInfo } from "../../../core/extracted.js";
import { cutFigures } from "../../tables/cut-figures.js";
import { gatherWords } from "../../tables/gather-words.js";
import type { PlacedPage } from "../../tables/placed.js";
import { ruleLines } from "../../tables/ruled/rule-lines.js";
import { usualSize } from "../../tables/usual-size.js";
import { inCircle } from "../pdfium/page-space.js";
import type { Ink } from "./ink.js";
import { withoutOverlays } from "./overlays.js";
import { overprinted } from "./overprinted.js";
import { panelRulings } from "./panel-rulings.js";
import type { TextJudgement } from "./trust-text.js";
import { readingTurn, turnInk } from "./upright.js";
import { visibleRulings } from "./visible-rulings.js";
import { withoutOutlines } from "./without-outlines.js";
import { withoutStruck } from "./without-struck.js";

/** The page's words and rulings, turned so that most of its text is upright. `drawn` and `page` are as the file turns them. */
export function placeInk(drawn: Ink, page: Omit<PageInfo, "textLayer">, text: TextJudgement): PlacedPage {
  const { number, width, height } = page;
  const turn = readingTurn(drawn.glyphs);
  const sideways = turn === 90 || turn === 270;
  const ink = turnInk(drawn, turn, width, height);
  const shown = withoutOverlays(text.layer === "native" ? ink.glyphs.filter((glyph) => !glyph.invisible) : ink.glyphs);
  const rulings = withoutOutlines(ink.rulings, shown);
  const ruled = ruleLines([...visibleRulings({ ...ink, rulings }), ...panelRulings(ink)], usualSize(shown));
  const { glyphs, horizontal, struck } = withoutStruck(shown, ruled.horizontal, ruled.vertical);
  const words = gatherWords(glyphs, ruled.vertical);
  return {
    number,
    width: sideways ? height : width,
    height: sideways ? width : height,
    // The page must be turned back by the turn of its text.
    rotation: inCircle(page.rotation - turn),
    textLayer: text.layer,
    words,
    rulings: [...horizontal, ...ruled.vertical],
    unread: cutFigures(words),
    overprinted: overprinted(glyphs),
    ...(struck > 0 ? { struck } : {}),
  };
}
