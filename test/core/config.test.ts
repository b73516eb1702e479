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

  it.each([
    ["ZIPING_WORKERS", "two", "give a whole number of 1 or more"],
    ["ZIPING_WORKERS", "0", "give a whole number of 1 or more"],
    ["ZIPING_GRACE_MS", "2.5", "give a whole number of 0 or more"],
    ["ZIPING_PORT", "70000", "give a whole number from 0 to 65535"],
    ["ZIPING_REDIS_URL", "http://127.0.0.1:6379", "give an address such as redis://:PASSWORD@HOST:6379"],
    ["ZIPING_REDIS_URL", "127.0.0.1:6379", "give an address such as redis://:PASSWORD@HOST:6379"],
    ["ZIPING_POSTGRES_URL", "archive", "give an address such as postgres://USER:PASSWORD@HOST:5432/DATABASE"],
    ["ZIPING_OTEL_ENDPOINT", "collector:4318", "give an address such as http://HOST:4318"],
  ])("says of %s=%s what to give", (name, value, remedy) => {
    expect(() => loadConfig({ [name]: value })).toThrow(`${name}=${value}: ${remedy}. See docs/configuration.md.`);
  });

  it("takes the addresses that the clients take", () => {
    const environment = {
      ZIPING_REDIS_URL: "rediss://user:p@host:6380/2",
      ZIPING_POSTGRES_URL: "/var/run/postgresql ziping",
      ZIPING_BUCKET_ENDPOINT: "http://minio:9000",
    };
    expect(loadConfig(environment)).toMatchObject({
      redisUrl: environment.ZIPING_REDIS_URL,
      postgresUrl: environment.ZIPING_POSTGRES_URL,
      bucketEndpoint: environment.ZIPING_BUCKET_ENDPOINT,
    });
  });

  it("tells nobody the password of an address that is wrong", () => {
    const told = (address: string) => {
      expect(() => loadConfig({ ZIPING_POSTGRES_URL: address })).toThrow(/^ZIPING_POSTGRES_URL=/);
      expect(() => loadConfig({ ZIPING_POSTGRES_URL: address })).not.toThrow(/secret/);
    };
    for (const password of ["secret", "secret@secret", "a/secret", "a:secret"])
      for (const start of ["postgre://clerk:", "postgre//clerk:", "clerk:"]) told(`${start}${password}@db/ziping`);
    expect(() => loadConfig({ ZIPING_POSTGRES_URL: "postgre://clerk:secret@db/ziping" })).toThrow("postgre://…@db/ziping");
  });

  it("has a name of its own for each setting", () => {
    const names = Object.values(SETTINGS).map((setting) => setting.env);
    expect(new Set(names).size).toBe(names.length);
  });
});
