import type { SourceLine } from "./source-lines.js";

/** 项目名称 ........ 高龄津贴. A bare number of few digits behind dots may be the page in a table of contents. */
const LED =
  /^(\s*[^\s.．…·:：]{2,20}(?:[(（][^()（）]{1,10}[)）])?)[ \u3000]*(?:[.．·]{4,}|…{2,}|(?:[.．·] ){3,}[.．·])[ \u3000]*(?=[^\s.．…·，,。；;、])(?!\d{1,3}\s*$)/u;

/** The lines with a colon for the dots that lead from a label to its value. */
export function withoutLeaderDots(lines: readonly SourceLine[]): SourceLine[] {
  return lines.map((line) => (LED.test(line.text) ? { ...line, text: line.text.replace(LED, "$1：") } : line));
}
