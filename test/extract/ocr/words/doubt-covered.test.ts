import { expect, it } from "vitest";
import { doubtCovered } from "../../../../src/extract/ocr/words/doubt-covered.js";

const line = (x0: number, x1: number) => ({
  box: { x0, y0: 100, x1, y1: 120 },
  text: "2",
  confidence: 0.99,
  alternatives: [],
  agreed: true,
});
const TILE = { x0: 60, y0: 104, x1: 68, y1: 112 };

it("doubts what covering ink touches or may have cut, though two readers agree", () => {
  const [cut, touched, apart] = doubtCovered([line(75, 90), line(50, 70), line(200, 220)], [TILE]);
  expect(cut).toMatchObject({ agreed: false, confidence: 0.5 });
  expect(touched).toMatchObject({ agreed: false, confidence: 0.5 });
  expect(apart).toEqual(line(200, 220));
});
