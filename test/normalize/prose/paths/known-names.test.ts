import { describe, expect, it } from "vitest";
import { foldForReading } from "../../../../src/normalize/prose/fold.js";
import { KnownNames } from "../../../../src/normalize/prose/paths/known-names.js";

describe("names that a table knows", () => {
  const known = new KnownNames(["清淤山塘座数", "清淤山塘座数（小型）", "3.一站式-窗口*数", "座"]);
  const begins = (text: string) => {
    const folded = foldForReading(text);
    const found = known.lead(folded);
    return found && [folded.slice(found.name.start, found.name.end), folded.slice(found.rest)];
  };

  it.each([
    ["清淤山塘座数实际完成12座", "清淤山塘座数", "实际完成12座"],
    ["清淤山塘座数（小型）得9分", "清淤山塘座数(小型)", "得9分"],
    ["“清淤山塘座数”指标的目标值12座", "清淤山塘座数", "目标值12座"],
    ["一站式-窗口*数实际3个", "一站式-窗口*数", "实际3个"],
  ])("begin %s", (text, name, rest) => expect(begins(text)).toEqual([name, rest]));

  it.each(["本年清淤山塘座数12座", "座谈会3次", "一站式-窗口数实际3个"])("do not begin %s", (text) => expect(begins(text)).toBeUndefined());

  it("are none where no table tells any", () => expect(new KnownNames().lead("清淤山塘座数")).toBeUndefined());
});
