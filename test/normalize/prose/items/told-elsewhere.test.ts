import { describe, expect, it } from "vitest";
import { joinTellings } from "../../../../src/normalize/indicators/merge/join-tellings.js";
import { told } from "../told.js";

const rows = (...texts: string[]) =>
  joinTellings(told(...texts).indicators).map(({ level3, target, actual, weight, score }) =>
    [level3, target, actual, weight?.value, score?.value].join(" "),
  );

const MARKS =
  "数量指标：检修浮桥座数满分8分、自评8分，船员培训人次满分8分、自评6.57分；质量指标：照明完好率满分9分、自评9分；社会效益指标：渡运安全水平满分9分、自评9分。";

describe("targets and results in chapters of their own", () => {
  it("are those of the indicators that are given marks elsewhere", () => {
    expect(
      rows(
        "检修浮桥座数≥30座；船员培训人次≥184人次；照明完好率=100%；渡运安全水平“有效增强”。",
        "产出指标方面，检修浮桥座数达到32座，船员培训人次达到151人次，照明完好率达到100%，渡运安全水平“有效增强”。",
        MARKS,
      ),
    ).toEqual([
      "检修浮桥座数 ≥30座 32座 8 8",
      "船员培训人次 ≥184人次 151人次 8 6.57",
      "照明完好率 =100% 100% 9 9",
      "渡运安全水平 有效增强 有效增强 9 9",
    ]);
  });

  it("are not sought in a name that a sentence mentions in passing", () => {
    expect(rows("船员培训人次未达标，原因是两名讲师请假。", MARKS)[1]).toBe("船员培训人次   8 6.57");
  });
});
