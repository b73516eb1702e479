import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { withoutSlips } from "../../lexicon/writing/recognition-slips.js";
import type { ProseFacts } from "../facts.js";
import { NUMBERING } from "../heads/heading.js";
import type { Outline } from "../heads/outline.js";
import { locate, type Passage } from "../passage.js";
import { type IndicatorPath, type Span, startsPath } from "./indicator-path.js";

const LEVEL_NAMES = new Set<string>([...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo, "成本指标"]);
export const LONGEST_NAME = 60;
const SECOND_LEVELS: readonly string[] = [...PROSE_WORDS.levelTwo, "成本指标", "服务对象满意度指标"].sort((a, b) => b.length - a.length);
/** A name with its levels, and what was mended in them. */
export interface Named {
  readonly names: { readonly level1: string; readonly level2: string; readonly level3: string };
  readonly mended: ProseFacts["mended"];
}

/** 产出, 产出类指标, 投入与过程: a level by its name. */
export function isLevelName(name: string): boolean {
  const isOne = (part: string) => LEVEL_NAMES.has(part) || LEVEL_NAMES.has(part.replace(/类(?:指标)?$/u, ""));
  return isOne(name) || name.split(/[与和及、]/u).every(isOne);
}

/** A path's parts as printed, known slips of recognition mended. */
export function named(passage: Passage, start: number, path: IndicatorPath): Named {
  const mended: ProseFacts["mended"][number][] = [];
  const text = (span: Span | null) => {
    if (!span) return "";
    const printed = passage.text.slice(start + span.start, start + span.end);
    const meant = withoutSlips(printed);
    if (meant !== printed) mended.push({ before: printed, after: meant, evidence: locate(passage, start + span.start, start + span.end) });
    return meant;
  };
  return { names: { level1: text(path.level1), level2: text(path.level2), level3: text(path.level3) }, mended };
}

/** A name without a path: its levels are those of the heads above, and what a bracket behind it says. */
export function plain(passage: Passage, start: number, length: number, outline: Outline): Named {
  const bracket = levelsBehind(passage.folded.slice(start, start + length));
  const name = named(passage, start, { level1: null, level2: null, level3: { start: 0, end: bracket?.at ?? length } });
  const { level1 = outline.level1, level2 = outline.level2 } = bracket ?? {};
  return { names: { ...name.names, level1, level2 }, mended: name.mended };
}

const BRACKET = /[([]\s*([^()[\]\d]{2,24})\s*[)\]]$/u;
const FIRST_ONLY = new Set<string>(PROSE_WORDS.levelOne.filter((word) => word.endsWith("指标") && !SECOND_LEVELS.includes(word)));

/** 检修座数（数量指标）, 检修座数[产出—数量指标]: the levels in a bracket behind a name, and where it begins. */
function levelsBehind(name: string): { at: number; level1?: string; level2?: string } | undefined {
  const bracket = BRACKET.exec(name);
  if (!bracket || bracket.index < 2) return undefined;
  const inside = bracket[1]!.trim();
  const at = bracket.index;
  if (FIRST_ONLY.has(inside)) return { at, level1: inside };
  const level2 = SECOND_LEVELS.find((level) => inside.endsWith(level));
  if (level2 === undefined || !level2.endsWith("指标")) return undefined;
  const level1 = inside.slice(0, inside.length - level2.length).replace(/[\s～~・·•.—–―－→>/|_、:-]+$/u, "");
  if (level1 === "") return { at, level2 };
  return isLevelName(level1) ? { at, level1, level2 } : undefined;
}

/** Numbering, 具体如下：, 其中： and the like before a name. */
export function leadLength(text: string): number {
  let length = 0;
  for (;;) {
    const rest = text.slice(length);
    const lead =
      /^[\s,;、。]+/u.exec(rest)?.[0] ??
      NUMBERING.exec(rest)?.[0] ??
      /^[①-⑳⑴-⒇㉑-㉟]|^指标\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[:：、.．]|^指标\d{1,2}(?=(?![个项条类分])\p{Script=Han}{2})|^[-*+•·●○■□◆◇▪]\s*(?=\p{Script=Han})|^[一二三四五六七八九十]{1,3}是(?=\p{Script=Han}{2}|")/u.exec(
        rest,
      )?.[0] ??
      /^[^:"]{0,20}(?:如下|其中|分别为|包括|情况):|^其中(?=.{3})/u.exec(rest)?.[0];
    if (!lead) break;
    length += lead.length;
  }
  // 绩效指标得分情况：产出～… – a head before the path.
  const colon = text.lastIndexOf(":");
  if (colon > length && startsPath(text.slice(colon + 1).trimStart()))
    length = colon + 1 + (/^\s*/u.exec(text.slice(colon + 1))?.[0].length ?? 0);
  return length;
}
