import type { Block } from "../../../core/extracted.js";
import type { Grade } from "../../../core/record.js";
import { cellEvidence, cellText } from "../../figures/cell-figure.js";
import type { ToldGrade, ToldScore } from "../../indicators/told.js";
import { gradeBand, totalKind } from "../../lexicon/labels/total-words.js";

/** A cell where a grade should stand, as the record has it: with its band, or without one where it is no grade. */
export function toGrade({ raw, evidence }: ToldGrade): Grade {
  return { raw, band: gradeBand(raw), evidence: [...evidence] };
}

/** The report's grade: the first place that holds one, else the first place; null where no place is. */
export function chooseGrade(places: readonly Grade[]): Grade | null {
  return places.find(({ band }) => band !== null) ?? places[0] ?? null;
}

/** 自评等级 on a line of its own, its grade on the next: cells that a text gives one a line. One grade below another is a scale. */
export function gradesOnLines(blocks: readonly Block[]): Grade[] {
  return blocks.flatMap((block, i) => {
    const label = blocks[i - 1];
    if (block.type !== "paragraph" || label?.type !== "paragraph" || totalKind(label.text) !== "grade") return [];
    const band = gradeBand(block.text);
    const next = blocks[i + 1];
    if (next?.type === "paragraph" && gradeBand(next.text) !== null) return [];
    return band === null ? [] : [{ raw: block.text.trim(), band, evidence: [...block.evidence] }];
  });
}

/** “总分”栏依次填列分值合计、得分合计和自评等级. */
const TOTAL_ROW_HOLDS_GRADE =
  /(?:总分|合计|总计|总得分)["”’」』]?(?:这?一)?[栏行列][^。;；]{0,12}填[列写报入][^。;；]{0,24}?(?:等级|等次|评级)/u;

/** What stands behind the score of a total's row, where a note of the form says that the grade stands there. One that is none is none of its bands. */
export function gradesInTotalRows(blocks: readonly Block[], scores: readonly ToldScore[]): ToldGrade[] {
  const texts = blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : block.cells.map(({ text }) => text)));
  if (!texts.some((text) => TOTAL_ROW_HOLDS_GRADE.test(text))) return [];
  return scores.flatMap(({ scope, score, place }) => {
    const table = blocks.find((block) => block.type === "table" && block.index === place.table);
    const column = score?.evidence?.[0]?.column;
    if (scope !== "total" || column === undefined || table?.type !== "table") return [];
    const behind = table.cells.filter((cell) => cell.row === place.row && cell.column > column && cellText(cell) !== "");
    const [cell, ...others] = behind;
    if (!cell || others.length > 0 || gradeBand(cellText(cell)) !== null) return [];
    return [{ raw: cellText(cell), evidence: cellEvidence(cell), place }];
  });
}
