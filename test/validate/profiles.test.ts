import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { draft, stated } from "../../src/validate/example-draft.js";
import { Profile, ProfileFile } from "../../src/validate/profile.js";
import { PROFILES, profileFor } from "../../src/validate/profiles.js";
import { validate } from "../../src/validate/validate.js";

const report = {
  kind: "project",
  title: null,
  fiscalYear: 2021,
  projectName: null,
  department: null,
  unit: null,
  reportDate: null,
} as const;
const printed = (
  about: "ratio" | "execution" | "full-marks" | "qualitative-bands" | "grade-bands" | "overachievement",
  ...values: string[]
) => draft({ claims: { scoring: [{ about, values, text: "评分说明", evidence: [] }] } });

describe("the profiles", () => {
  const folder = join(import.meta.dirname, "..", "..", "src", "validate", "profiles");

  it("are all the files of their folder, each under its own name", () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));
    expect(PROFILES.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it("are of their schema, and have nothing beyond it", () => {
    for (const name of readdirSync(folder))
      expect(ProfileFile.strict().parse(JSON.parse(readFileSync(join(folder, name), "utf8")))).toBeDefined();
    for (const profile of PROFILES) expect(Profile.parse(profile)).toEqual(profile);
  });

  it("are chosen by place and year", () => {
    expect(profileFor(draft({ report: { ...report, unit: "湖北省临川县文化馆" } })).id).toBe("hubei");
    expect(profileFor(draft({ report: { ...report, department: "四川省水文局", fiscalYear: 2023 } })).id).toBe("sichuan");
  });

  it("are the default where the place or the year is not theirs", () => {
    expect(profileFor(draft({ report: { ...report, unit: "湖北省临川县文化馆", fiscalYear: 2018 } })).id).toBe("ministry");
    expect(profileFor(draft({ report: { ...report, unit: "湖北省临川县文化馆", fiscalYear: null } })).id).toBe("ministry");
    expect(profileFor(draft({ report: { ...report, unit: "安渚县档案馆" } })).id).toBe("ministry");
  });

  it("are the caller's where the caller names one", () => {
    expect(profileFor(draft({ report: { ...report, unit: "湖北省临川县文化馆" } }), "ministry").id).toBe("ministry");
    expect(() => validate(draft(), { profile: "atlantis" })).toThrow(/No profile is called atlantis. Choose one of: ministry, /);
  });

  it("give way to what the report prints", () => {
    expect(profileFor(printed("full-marks", "110")).fullMarks.value).toBe("110");
    expect(profileFor(printed("qualitative-bands", "85", "70")).qualitative.bounds).toEqual(["85", "70"]);
    expect(profileFor(printed("overachievement", "150")).overachievement.percent).toBe("150");
    expect(profileFor(printed("grade-bands", "95", "85", "60")).grades.map(({ bounds }) => bounds)).toEqual([
      ["95", "85", "60"],
      ["95", "85", "60"],
      ["95", "85", "60"],
      [null, null, "60"],
    ]);
    expect(profileFor(printed("ratio")).quantitative).toMatchObject({ form: "ratio", nothingBelow: null });
    expect(profileFor(printed("ratio", "60")).quantitative).toMatchObject({ form: "ratio", nothingBelow: "60" });
    expect(profileFor(printed("execution", "1", "2")).execution).toMatchObject({ form: "other", weight: "10" });
  });

  it("change the verdict: 86 is 好 by the bands of one system and not by another's", () => {
    const graded = draft({ statedScores: [stated("总分", "86")], grade: { raw: "优", band: "excellent", evidence: [] } });
    expect(rulesOf(graded, "ministry")).toContain("grade/mismatch");
    expect(rulesOf(graded, "budget-system-80-70-60")).not.toContain("grade/mismatch");
  });
});

function rulesOf(record: Parameters<typeof validate>[0], profile: string): string[] {
  return validate(record, { profile }).map(({ rule }) => rule);
}
