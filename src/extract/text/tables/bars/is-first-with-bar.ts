import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";

/** Whether no line above it has a bar, up to the last blank one: a run of cells is tried from its start alone. */
export function isFirstWithBar(lines: readonly SourceLine[], at: number): boolean {
  for (let i = at - 1; i >= 0 && !isBlankLine(lines[i]!); i--) if (lines[i]!.text.includes("|")) return false;
  return true;
}
