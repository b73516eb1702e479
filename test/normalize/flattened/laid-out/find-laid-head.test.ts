import { expect, it } from "vitest";
import { laidHeadAt } from "../../../../src/normalize/flattened/laid-out/find-laid-head.js";
import { laidLines } from "../../../../src/normalize/flattened/laid-out/laid-lines.js";
import { extractedLines } from "../flatten.js";

it("finds no head in words that are one column with the brackets behind and below them", () => {
  const { blocks } = extractedLines(["道路", "     （一期）", "              （二期）"]);
  expect(laidHeadAt(laidLines(blocks, 0, blocks.length, 2), 0)).toBeUndefined();
});
