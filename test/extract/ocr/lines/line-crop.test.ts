import { expect, it } from "vitest";
import { lineCrop, roomOf } from "../../../../src/extract/ocr/lines/line-crop.js";
import { blankPage, ink } from "../page-of-pixels.js";

const YEAR = { x0: 40, y0: 20, x1: 100, y1: 52 };
const WORDS = { x0: 106, y0: 20, x1: 300, y1: 52 };
const BELOW = { x0: 90, y0: 60, x1: 300, y1: 92 };

it("gives a line room to half the way to the line beside it, whatever stands below", () => {
  expect(roomOf(YEAR, [YEAR, WORDS, BELOW])).toEqual({ from: Number.NEGATIVE_INFINITY, to: 103 });
  expect(roomOf(WORDS, [YEAR, WORDS, BELOW])).toEqual({ from: 103, to: Number.POSITIVE_INFINITY });
});

it("shows no stroke of the line beside it", () => {
  const page = blankPage(320, 110);
  ink(page, WORDS.x0, WORDS.y0, WORDS.x0 + 4, WORDS.y1);
  const darkest = (room?: ReturnType<typeof roomOf>) => Math.min(...lineCrop(page, YEAR, 30, 1, room).image.data);
  expect(darkest()).toBeLessThan(100);
  expect(darkest(roomOf(YEAR, [YEAR, WORDS]))).toBe(250);
});
