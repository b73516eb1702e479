import type { Paragraph } from "../../../src/core/extracted.js";
import type { ProseFacts } from "../../../src/normalize/prose/facts.js";
import { readProse } from "../../../src/normalize/prose/read-prose.js";

/** One paragraph of the author, in a report whose project is invented. */
export function paragraph(text: string, line = 1): Paragraph {
  const evidence = { line };
  return { type: "paragraph", text, lines: [{ text, evidence }], evidence: [evidence] };
}

export const TITLE = "临汐县2022年度渡口浮桥养护经费项目绩效自评报告";

/** What the given paragraphs tell in a report on 渡口浮桥养护经费 for 2022. */
export function told(...texts: readonly string[]): ProseFacts {
  return readProse(
    [TITLE, ...texts].map((text, i) => paragraph(text, i + 1)),
    { flow: "flowed", projectName: "渡口浮桥养护经费" },
  );
}

/** Physical lines, as a text file gives them. */
export function toldLines(text: string): ProseFacts {
  const blocks: Paragraph[] = [];
  let blank = 0;
  text.split("\n").forEach((line, i) => {
    if (line.trim() === "") blank++;
    else {
      blocks.push({ ...paragraph(line, i + 1), blankBefore: blank });
      blank = 0;
    }
  });
  return readProse(blocks, { flow: "lines", projectName: "渡口浮桥养护经费" });
}
