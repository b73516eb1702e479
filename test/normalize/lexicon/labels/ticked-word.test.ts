import { describe, expect, it } from "vitest";
import { tickedWord } from "../../../../src/normalize/lexicon/labels/ticked-word.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

describe("a grade told by a box", () => {
  it.each([
    ["优☑ 良□ 中□ 差□", "优"],
    ["☑优（90-100） □良（80-90） □中（60-80） □差（0-60）", "优"],
    ["□优 ☑良 □中 □差", "良"],
    ["优秀□ 良好√ 一般□ 较差□", "良好"],
    ["优（90-100）□ 良（80-90）☑ 中（60-80）□", "良"],
  ])("%s", (text, word) => {
    expect(tickedWord(text)?.word).toBe(word);
  });

  it("is none where no box is ticked, and no choice where no boxes stand", () => {
    expect(tickedWord("□优 □良 □中 □差")).toBeNull();
    expect(tickedWord("优")).toBeUndefined();
    expect(tickedWord("优、良、中、差")).toBeUndefined();
  });

  it("is the form's grade; an empty choice states none", () => {
    const grade = (cell: string) =>
      normalize(
        documentOf(
          "某项目绩效自评表",
          tableOf([
            ["三级指标", "指标值", "完成值", "分值", "得分"],
            ["巡查次数", "≥20次", "22次", "100", "98"],
            ["自评等级", cell, "<", "<", "<"],
          ]),
        ),
      )[0]!.grade;
    expect(grade("☑优（90-100） □良（80-90） □中（60-80） □差（0-60）")).toMatchObject({ raw: "优", band: "excellent" });
    expect(grade("□优 □良 □中 □差")).toBeNull();
  });
});
