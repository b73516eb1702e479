import type { Block } from "../../../core/extracted.js";
import { unspaced } from "../../../core/text.js";
import { isOrganisation } from "../../title/title.js";
import { isDateLine } from "./dates.js";
import type { FoundTitle } from "./find-title.js";

/** An organisation on the line under the title, or above it. One with a colon is who the report is addressed to. */
export function unitBesideTitle(blocks: readonly Block[], title: FoundTitle | null): string | null {
  if (!title) return null;
  const above = blocks[title.block - 1];
  // 某中心 / 某项目 / 2024年度绩效自评报告: the title's own first line stands between.
  const isBroken = above?.type === "paragraph" && title.text.startsWith(unspaced(above.text));
  return organisationAt(blocks, title.block + 1) ?? organisationAt(blocks, title.block - (isBroken ? 2 : 1));
}

/** The organisation above its date, at the end of the report or of what stands before its annexes: the last of them signs for the whole. */
export function unitThatSigns(blocks: readonly Block[]): string | null {
  const signed = blocks.flatMap((block, i) => {
    const organisation = block.type === "paragraph" && isDateLine(block.text) ? organisationAt(blocks, i - 1) : null;
    return organisation === null ? [] : [organisation];
  });
  return signed.at(-1) ?? null;
}

/** 某县残联, which 某县残疾人联合会 signs: the name in full, of which the title's is made. What goes on behind the title's is another body's. */
export function inFull(short: string | null, full: string | null): string | null {
  if (short === null || full === null || full.startsWith(short)) return short;
  const behind = [...short].reduce((at, character) => (at < 0 ? -1 : full.indexOf(character, at) + 1 || -1), 0);
  return behind > 0 ? full : short;
}

/** 县文化馆, as a report speaks of the body whose name the title or the signature gives with its place. */
export function withItsPlace(short: string | null, fuller: readonly (string | null)[]): string | null {
  return short && (fuller.find((full) => full?.endsWith(short)) ?? short);
}

/** 某中心（2024年度）, 某中心 2023年5月. */
const YEAR_BEHIND_NAME = /[\s（(]*(?:19|20)\d{2}\s*年\s*(?:度|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?[)）]?\s*$/u;

function organisationAt(blocks: readonly Block[], index: number): string | null {
  const block = blocks[index];
  if (block?.type !== "paragraph") return null;
  const text = (/^\s*[（(]([^（()）]{4,})[)）]\s*$/u.exec(block.text)?.[1] ?? block.text).replace(YEAR_BEHIND_NAME, "");
  return !/[:：]\s*$/u.test(text) && isOrganisation(text) ? text : null;
}
