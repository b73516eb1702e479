import { HEADING_NUMBER } from "../../../core/numbering.js";
import { indicatorRole } from "../../lexicon/labels/head-words.js";
import { isLevel1, readLevelHeading } from "../../lexicon/labels/level.js";
import { isLaidOut, type LaidLine } from "./laid-lines.js";

const NUMBERED = new RegExp(`^${HEADING_NUMBER}`, "u");
/** Lines in which the figures of a row stand below its group's label: a merged level, or cells that wrap, may begin above them. */
const NEAR = 4;
const FEWEST_HEADS = 3;

/** 二、产出指标（50分） alone on a line among the rows of a table: the first level of those below. Behind a table such a line heads a paragraph. */
export function groupLabel(lines: readonly LaidLine[], at: number): string | undefined {
  const [token, ...others] = lines[at]!.tokens;
  if (others.length > 0 || !NUMBERED.test(token!.text) || !isLevel1(readLevelHeading(token!.text).name)) return undefined;
  const below = lines.slice(at + 1, at + 1 + NEAR).find(({ tokens }) => isLaidOut(tokens));
  return below && !isHead(below) ? token!.text : undefined;
}

/** 二级指标 | 三级指标 | 分值: the line heads a table of its own, and the label is the heading above that. */
function isHead({ tokens }: LaidLine): boolean {
  return tokens.filter(({ text }) => indicatorRole(text)?.exact).length >= FEWEST_HEADS;
}
