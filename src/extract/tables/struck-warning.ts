import type { Warning } from "../../core/record.js";
import type { PlacedPage } from "./placed.js";

/** What the page's readers are told of text that its writers struck out. */
export function struckWarning({ number, struck }: PlacedPage): Warning[] {
  if (struck === undefined) return [];
  return [{ code: "struck-text-dropped", message: `Page ${number}: ${struck} struck-out passages were left out.`, page: number }];
}
