import type { Block, Paragraph } from "../../../core/extracted.js";
import { chapterTitle, isTitle, readTitle, type Title } from "../../title/title.js";
import { bareName, SHORTEST_NAME } from "./bare-name.js";

/** A report's first heading, and that of one which is a chapter among others. */
const FIRST_HEADING = /^\s*(?:一\s*[、．.]|第一[章部])/u;
const FIRST_OF_CHAPTER = /^\s*(?:[(（]\s*一\s*[)）]|1\s*[、．.])/u;
const STATES_TOTAL = /(?:自评|综合|评价|项目)[^。；;\d]{0,10}(?:得分|总分|评分|分数)[^。；;，,\d]{0,6}\d{2,3}/u;

/**
 * Where the reports of a file begin that are all told in sentences: at a title that names another project, numbered as a chapter or not, where the headings
 * begin anew, and each stretch states a total of its own. 0 is always among them.
 */
export function proseStarts(blocks: readonly Block[]): number[] {
  const titleOf = ({ text }: Paragraph) => (isTitle(text) ? readTitle(text) : undefined);
  const ways = [
    () => startsAt(blocks, titleOf, FIRST_HEADING),
    () => startsAt(blocks, titleOf, FIRST_OF_CHAPTER),
    () => startsAt(blocks, ({ text, heading }) => chapterTitle(text, heading !== undefined), FIRST_OF_CHAPTER),
  ];
  for (const way of ways) {
    const starts = way();
    if (starts.length > 1) return starts;
  }
  return [0];
}

function startsAt(blocks: readonly Block[], titleOf: (paragraph: Paragraph) => Title | undefined, firstHeading: RegExp): number[] {
  const titles = blocks.flatMap((block, at) => {
    const title = block.type === "paragraph" ? titleOf(block) : undefined;
    const name = bareName(title?.projectName ?? "");
    return name.length >= SHORTEST_NAME && !/[:：]/u.test(name) ? [{ at, name }] : [];
  });
  const whole = (from: number, to: number | undefined) => {
    const texts = blocks.slice(from, to).flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
    return texts.some((text) => firstHeading.test(text)) && texts.some((text) => STATES_TOTAL.test(text));
  };
  const starts: { readonly at: number; readonly name: string }[] = [];
  titles.forEach((title, i) => {
    const before = starts.at(-1);
    if (!before) {
      if (whole(title.at, titles[i + 1]?.at)) starts.push({ ...title, at: 0 });
      return;
    }
    const isOther = titles.slice(0, i).every(({ name }) => !name.includes(title.name) && !title.name.includes(name));
    if (isOther && whole(before.at, title.at) && whole(title.at, titles[i + 1]?.at)) starts.push(title);
  });
  return starts.map(({ at }) => at);
}
