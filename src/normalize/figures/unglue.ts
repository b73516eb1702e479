import { findNumeral, foldFigure } from "./find-numeral.js";

/**
 * A label and the figure that ran into it: `年度资金总额： 81.66`, or with the label wrapped around it `年度资金总81.66额：`. Undefined unless the
 * cell holds exactly one numeral.
 */
export function unglue(text: string): { label: string; value: string } | undefined {
  const folded = foldFigure(text);
  const found = findNumeral(folded);
  if (!found || findNumeral(folded, found.end)) return undefined;
  const label = folded.slice(0, found.start) + folded.slice(found.end);
  return label === "" ? undefined : { label, value: folded.slice(found.start, found.end) };
}
