import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configurationPage } from "../src/core/configuration-page.js";
import { recordSchema } from "../src/core/record-schema.js";

const page = (name: string) => readFileSync(join(import.meta.dirname, "..", "docs", name), "utf8");

describe("pages made from the code", () => {
  it("has the record's JSON Schema as the code has it (npm run docs)", () => {
    expect(JSON.parse(page("record.schema.json"))).toEqual(recordSchema());
  });

  it("has every setting as the code has it (npm run docs)", () => {
    expect(page("configuration.md")).toBe(configurationPage());
  });
});
