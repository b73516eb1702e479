import { areaOf, type Box, middleX, middleY } from "../../core/evidence.js";
import { middleOf, rulingMiddle } from "../tables/middle-of.js";
import type { PlacedPage, Word } from "../tables/placed.js";

/** Pictures that take this share of a page are the page; what else stands on it was stamped on the scan. */
const WHOLE_PAGE = 0.5;

/**
 * The page with what was recognised in its pictures. Where a word of its own stands, that one holds. A recogniser that had to turn the page
 * read a sideways scan: then its reading is the page, if pictures are most of it.
 */
export function mergeRecognised(page: PlacedPage, recognised: PlacedPage, pictures: readonly Box[]): PlacedPage {
  if (recognised.rotation !== page.rotation) {
    const covered = pictures.reduce((sum, box) => sum + areaOf(box), 0);
    return covered >= WHOLE_PAGE * page.width * page.height ? recognised : page;
  }
  const isPictured = (x: number, y: number): boolean => pictures.some((box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  const words = recognised.words.filter(
    (word) => isPictured(middleX(word.box), middleOf(word)) && !page.words.some((own) => overlaps(own, word)),
  );
  const rulings = recognised.rulings.filter((ruling) => isPictured(...rulingMiddle(ruling)));
  const unread = recognised.unread?.filter((box) => isPictured(middleX(box), middleY(box)));
  const length = (all: readonly Word[]): number => all.reduce((sum, word) => sum + word.text.length, 0);
  return {
    ...page,
    textLayer: length(words) > length(page.words) ? "ocr" : page.textLayer,
    words: [...page.words, ...words],
    rulings: [...page.rulings, ...rulings],
    ...(unread && unread.length > 0 ? { unread } : {}),
  };
}

function overlaps(a: Word, b: Word): boolean {
  const across = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]);
  const down = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  return across > 0 && down > 0.3 * Math.min(a.size, b.size);
}
