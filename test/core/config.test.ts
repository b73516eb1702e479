import { describe, expect, it } from "vitest";
import { loadConfig, SETTINGS } from "../../src/core/config.js";

describe("the configuration", () => {
  it("takes what the environment sets, and the defaults for the rest", () => {
    const config = loadConfig({ ZIPING_WORKERS: "3", ZIPING_TIMEOUT_MS: "", ZIPING_LANG: "zh" });
    expect(config).toMatchObject({ workers: 3, timeoutMs: 120_000, lang: "zh" });
  });

  it.each([
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "en"],
    [{ LANG: "C", ZIPING_LANG: "zh" }, "zh"],
    [{}, "en"],
  ])("speaks the language of %j: %s", (environment, language) => {
    expect(loadConfig(environment).lang).toBe(language);
  });

  it("names the variable that is wrong", () => {
    expect(() => loadConfig({ ZIPING_MEMORY_MB: "much" })).toThrow(/^ZIPING_MEMORY_MB=much: .*docs\/configuration\.md/);
  });

  it("has a name of its own for each setting", () => {
    const names = Object.values(SETTINGS).map((setting) => setting.env);
    expect(new Set(names).size).toBe(names.length);
  });
});
