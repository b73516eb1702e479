import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIXTURES, fileOf, reportText, ziping } from "./command-line.js";

const clean = join(FIXTURES, "road-maintenance-2024.docx");
const faulty = join(FIXTURES, "library-books-2024.docx");

describe("ziping check", () => {
  it("ends with 0 and says so when nothing contradicts", async () => {
    const { code, stdout } = await ziping(["check", clean]);
    expect(code).toBe(0);
    expect(stdout).toContain("total  stated 98.7  recomputed 98.7  ✔ agrees");
    expect(stdout).toContain("No contradiction found.");
  });

  it("ends with 1 and tells of each contradiction what is stated, what is recomputed, and where", async () => {
    const { code, stdout } = await ziping(["check", faulty]);
    expect(code).toBe(1);
    expect(stdout).toContain("✖ error  购置图书册数  score/full-though-unmet\n    stated 20  recomputed 16.8  difference 3.2\n");
    expect(stdout).toContain("→ table 1, row 8  column 8 “20”");
  });

  it("says what of a document was not read, for no finding can be about it", async () => {
    const cut = fileOf("cut.html", "<html><body><h1>2024年度项目支出绩效自评表</h1><table><tr><td>项目名称<td>桥梁巡检<tr><td>得");
    expect((await ziping(["check", cut])).stdout).toContain("▲ the file is cut off");
    expect((await ziping(["check", cut, "--lang", "zh"])).stdout).toContain("▲ 文件不完整");
  });

  it("names the project where the title is the form's alone", async () => {
    const whole = reportText("桥梁巡检");
    const forms = whole.replace(/^# .*/u, "# 2024年度项目支出绩效自评表");
    expect((await ziping(["check", fileOf("form.md", forms)])).stdout).toContain("自评表\n  桥梁巡检 · 栖梧市桥梁巡检中心 · 2024");
    expect((await ziping(["check", fileOf("own.md", whole)])).stdout).toContain("自评报告\n  栖梧市桥梁巡检中心 · 2024");
  });

  it("speaks Chinese when asked to, by option, by setting or by the locale", async () => {
    const texts = await Promise.all([
      ziping(["check", faulty, "--lang", "zh"]),
      ziping(["check", faulty], { ZIPING_LANG: "zh" }),
      ziping(["check", faulty], { LANG: "zh_CN.UTF-8" }),
    ]);
    for (const { stdout } of texts) expect(stdout).toContain("✖ 错误  购置图书册数");
  });

  it("colours its report only when told to, as it is no terminal here", async () => {
    expect((await ziping(["check", faulty])).stdout).not.toContain("\u001b[");
    expect((await ziping(["check", faulty, "--color", "always"])).stdout).toContain("\u001b[31m✖ error\u001b[39m");
  });

  it("ends with 3 when a file gave no record, and checks the others", async () => {
    const empty = fileOf("empty.pdf", "");
    const { code, stdout } = await ziping(["check", empty, clean]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/✖ not read {2}empty\n.*\n {2}Remedy: /);
    expect(stdout).toContain("98.7");
  });

  it("prints objects that hold the findings as ndjson, and the same in one array as json", async () => {
    const [lines, array] = await Promise.all(["ndjson", "json"].map((format) => ziping(["check", clean, faulty, "--format", format])));
    const objects = lines!.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(objects.map(({ source }) => source.fileName)).toEqual(["road-maintenance-2024.docx", "library-books-2024.docx"]);
    expect(objects[1].findings.map(({ rule }: { rule: string }) => rule)).toContain("score/full-though-unmet");
    expect(JSON.parse(array!.stdout)).toEqual(objects);
  });

  it("prints a line a finding as csv, which no spreadsheet takes for a formula", async () => {
    const report = reportText("=HYPERLINK(1)", "60");
    const { stdout } = await ziping(["check", fileOf("a.md", report), "--format", "csv"]);
    expect(stdout.startsWith("\ufefffile,part,title,project,unit,")).toBe(true);
    expect(stdout).toContain("score/exceeds-weight");
    expect(stdout).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it("spells out what a terminal would obey in a document's text", async () => {
    const report = fileOf("a.md", reportText("\u001b[2J\u009b31m\u202e巡检", "60"));
    for (const format of ["text", "ndjson", "csv"]) {
      const { stdout } = await ziping(["check", report, "--format", format]);
      expect(stdout).toContain("巡检");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it("judges by another profile when asked to, and refuses one that is not there", async () => {
    expect((await ziping(["check", clean, "--profile", "hubei"])).code).toBeLessThanOrEqual(1);
    const { code, stderr } = await ziping(["check", clean, "--profile", "atlantis"]);
    expect(code).toBe(2);
    expect(stderr).toContain("hubei");
  });
});
