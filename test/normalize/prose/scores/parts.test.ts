import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const parts = (text: string) =>
  told(text)
    .statedScores.filter(({ scope }) => scope !== "total")
    .map(({ name, score, fullMarks }) => [name, score?.value ?? null, fullMarks?.value ?? null]);

const SCORES = [
  ["产出", "48.5", null],
  ["效益", "28", null],
  ["满意度", "9", null],
];

describe("scores of levels, told by their bare names", () => {
  it.each([
    "自评总得分85.5分。分项得分为：产出48.5分，效益28分，满意度9分。",
    "各一级指标得分情况：产出48.5分、效益28分、满意度9分。",
    "自评总得分85.5分（产出48.5分、效益28分、满意度9分）。",
    "产出48.5分，效益28分，满意度9分，自评总分85.5分。",
    "产出、效益、满意度分别得48.5分、28分、9分，自评总分85.5分。",
    "产出、效益和满意度三类指标得分分别为48.5分、28分和9分。",
    "其中产出、效益、满意度分别自评48.5分、28分、9分。",
    "以上产出合计得分48.5分。以上效益得分28分。上述满意度共得9分。",
  ])("%s", (text) => {
    expect(parts(text)).toEqual(SCORES);
  });

  it("are marks where the words say so, and nothing where no words do", () => {
    expect(parts("产出、效益、满意度的权重分别为50分、30分、10分。")).toEqual([
      ["产出", null, "50"],
      ["效益", null, "30"],
      ["满意度", null, "10"],
    ]);
    expect(parts("指标体系分为产出50分、效益30分、满意度10分。")).toEqual([]);
    expect(parts("指标分值：产出50分，效益30分，满意度10分。自评得分94分。")).toEqual([]);
    expect(parts("产出、效益分别扣1.5分、2分，自评得分94分。")).toEqual([]);
  });

  it("are not what projects are counted by", () => {
    expect(parts("自评项目共18个。其中：得分95分以上的项目12个，90至95分的项目6个。")).toEqual([]);
  });

  it("are no indicator's", () => {
    expect(told("产出、效益、满意度、预算执行得分分别为48.5分、28分、9分和8.6分。").indicators).toEqual([]);
  });
});
