import { exact } from "../../../core/decimal.js";
import type { Points } from "../../../core/record.js";
import { points } from "../figures.js";
import { figureOf, tokenize } from "../lexer.js";
import type { Passage } from "../passage.js";
import type { Item } from "./item.js";

/**
 * Marks that stand among what is told of an item and were read as none of its own, nor repeat one (按10分为限计9.86分): a weight or a score may be lost. The
 * length of an item's words is all that is looked through.
 */
export function strayMarks({ told, spans }: Item, passages: readonly Passage[]): Points[] {
  const fields = [...told.values()];
  const own = ["weight", "score", "deduction"].flatMap((role) => {
    const figure = fields.find((field) => field.role === role)?.figure;
    return figure ? [exact(figureOf(figure))] : [];
  });
  const [first, second] = own;
  const known = first && second ? [...own, first.minus(second)] : own;
  return [...spans].flatMap(([at, { start, end }]) => {
    const passage = passages[at]!;
    return tokenize(passage.folded.slice(start, end), start).flatMap((token) => {
      if (token.kind !== "points") return [];
      const isTold = fields.some((field) => field.passage === at && field.start <= token.start && token.end <= field.end);
      return isTold || known.some((figure) => figure.eq(figureOf(token))) ? [] : [points(passage, token)];
    });
  });
}
