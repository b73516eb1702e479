import { expect, it } from "vitest";
import { remembered } from "../../../src/normalize/lexicon/remembered.js";

it("reads a short text once, also one that says nothing, and a long one each time", () => {
  const read: string[] = [];
  const answer = remembered((text) => {
    read.push(text);
    return text === "" ? undefined : { text };
  });
  expect(answer("分值")).toBe(answer("分值"));
  expect([answer(""), answer("")]).toEqual([undefined, undefined]);
  const sentence = "数".repeat(200);
  expect(answer(sentence)).toEqual(answer(sentence));
  expect(read).toEqual(["分值", "", sentence, sentence]);
});

it("forgets rather than grows without end", () => {
  let reads = 0;
  const answer = remembered(() => ++reads);
  for (let i = 0; i < 100_000; i++) answer(`${i}`);
  expect(answer("0")).toBe(100_001);
});
