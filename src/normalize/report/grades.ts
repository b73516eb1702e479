import type { Block } from "../../core/extracted.js";
import type { Grade } from "../../core/record.js";
import type { ToldGrade } from "../indicators/told.js";
import { gradeBand, totalKind } from "../lexicon/total-words.js";

/** A cell where a grade should stand, as the record has it: with its band, or without one where it is no grade. */
export function toGrade({ raw, evidence }: ToldGrade): Grade {
  return { raw, band: gradeBand(raw), evidence: [...evidence] };
}

/** The report's grade: the first place that holds one, else the first place; null where no place is. */
export function chooseGrade(places: readonly Grade[]): Grade | null {
  return places.find(({ band }) => band !== null) ?? places[0] ?? null;
}

/** 自评等级 on a line of its own, its grade on the next: cells that a text gives one a line. */
export function gradesOnLines(blocks: readonly Block[]): Grade[] {
  return blocks.flatMap((block, i) => {
    const label = blocks[i - 1];
    if (block.type !== "paragraph" || label?.type !== "paragraph" || totalKind(label.text) !== "grade") return [];
    const band = gradeBand(block.text);
    return band === null ? [] : [{ raw: block.text.trim(), band, evidence: [...block.evidence] }];
  });
}
