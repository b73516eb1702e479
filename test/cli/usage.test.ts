import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { recordSchema } from "../../src/core/record-schema.js";
import { CATALOGUE } from "../../src/validate/catalogue.js";
import { FIXTURES, ziping } from "./command-line.js";

describe("the command line", () => {
  it.each([
    [["check", FIXTURES, "--fromat", "csv"], /Did you mean --format\?/],
    [["chekc", FIXTURES], /Did you mean check\?/],
    [["check"], /missing required argument 'paths'/],
    [["token", "create"], /missing required argument 'name'\n\(add --help/],
    [["check", "absent.pdf"], /absent\.pdf is not there/],
    [["check", FIXTURES, "--format", "xml"], /Allowed choices are text, ndjson, json, csv/],
    [["check", FIXTURES, "--workers", "none"], /Give a whole number above 0/],
    [["check", FIXTURES, "--workers", "1.5"], /Give a whole number above 0/],
    [["check", FIXTURES, "--timeout", "0"], /Give a number above 0/],
    [["import", FIXTURES], /required option '--to <file>' not specified/],
    [["export", "absent.duckdb", "--to", "x"], /absent\.duckdb is not there\. Make it with/],
    [["rules", "grade/wrong"], /Perhaps: grade\/mismatch, grade\/invalid/],
  ])("answers wrong usage with a hint and exit code 2: %j", async (args, hint) => {
    const { code, stdout, stderr } = await ziping(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(hint);
  });

  it("names the environment variable that is wrong", async () => {
    const { code, stderr } = await ziping(["check", FIXTURES], { ZIPING_WORKERS: "many" });
    expect(code).toBe(2);
    expect(stderr).toContain("ZIPING_WORKERS=many");
  });

  it("names the environment variable that is no setting, and goes on", async () => {
    const { code, stderr } = await ziping(["rules"], { ZIPING_WORKRES: "2", ZIPING_LANG: "en" });
    expect(code).toBe(0);
    expect(stderr).toBe("ziping: ZIPING_WORKRES is no setting, and is ignored. See docs/configuration.md.\n");
  });

  it.each(["check", "extract", "import", "report", "diff", "export", "rules", "schema"])(
    "shows examples in the help of %s",
    async (command) => {
      const { code, stdout } = await ziping([command, "--help"]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Examples:\n {2}ziping /);
    },
  );

  it("says what to raise where a reader has too little memory to start", async () => {
    const { code, stderr } = await ziping(["check", FIXTURES], { ZIPING_MEMORY_MB: "10", ZIPING_WORKERS: "1" });
    expect([code, stderr]).toEqual([4, expect.stringMatching(/^ziping: The reader process did not start: .*Raise ZIPING_MEMORY_MB\.\n$/)]);
  });

  it.runIf(existsSync("/dev/full")).each(["check", "extract"])("%s ends with 4 where its output finds no room", (command) => {
    const [main, full] = [join(inject("dist"), "cli", "main.js"), openSync("/dev/full", "w")];
    const file = join(FIXTURES, "library-books-2024.docx");
    const { status, stderr } = spawnSync(process.execPath, [main, command, file], { stdio: ["ignore", full, "pipe"], encoding: "utf8" });
    expect([status, stderr]).toEqual([4, expect.stringMatching(/^ziping: standard output cannot be written: ENOSPC.*Make room.*\n$/)]);
    closeSync(full);
  });

  it("lists every rule, and tells one of them with its reason, its source and its examples", async () => {
    const { stdout } = await ziping(["rules"]);
    for (const rule of CATALOGUE) expect(stdout).toContain(rule.id);
    const one = (await ziping(["rules", "funds/overspent", "--lang", "zh"])).stdout;
    const rule = CATALOGUE.find(({ id }) => id === "funds/overspent")!;
    for (const text of [rule.title.zh, rule.why.zh, rule.source, rule.examples[0]!.title]) expect(one).toContain(text);
    const data = JSON.parse((await ziping(["rules", "--format", "json"])).stdout);
    expect(data).toHaveLength(CATALOGUE.length);
  });

  it("prints the JSON Schema of a record", async () => {
    expect(JSON.parse((await ziping(["schema"])).stdout)).toEqual(recordSchema());
  });
});
