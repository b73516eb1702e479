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
    expect(tickedWord("优、良")).toBeUndefined();
  });

  it.each([
    ["口优 回良 口中 口差", "良"],
    ["自评等级：四优口良口中口差", "优"],
    ["优秀（90-100分）口 良好（80-89分）团 合格（60-79分）口 不合格（60分以下）口", "良好"],
    ["√优口良口中口差", "优"],
  ])("is that of the one square with something in it where a reader made ideographs of the boxes: %s", (text, word) => {
    expect(tickedWord(text)?.word).toBe(word);
  });

  it.each(["口优口良口中口差", "优口良口中口差", "优口良口中口差口", "日优口良口中口差", "回优 四良 口中 口差", "优、良、中、差"])(
    "is not known of a scale whose boxes do not tell: %s",
    (text) => {
      expect(tickedWord(text)).toBeNull();
    },
  );

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
