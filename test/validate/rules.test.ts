import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../src/validate/catalogue.js";
import { judge } from "../../src/validate/judged.js";
import { profileFor } from "../../src/validate/profiles.js";
import { validate } from "../../src/validate/validate.js";
import contract from "./contract-rules.json" with { type: "json" };

const folder = join(import.meta.dirname, "..", "..", "src", "validate", "rules");

describe("the catalogue", () => {
  it("has the ids and severities of the contract, in its order", () => {
    expect(CATALOGUE.map(({ id, severity }) => ({ id, severity }))).toEqual(contract);
  });

  it("lists every rule file, named after its rule", () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ""));
    expect(files.toSorted()).toEqual(CATALOGUE.map(({ id }) => id.replace("/", "-")).toSorted());
  });
});

describe.each(CATALOGUE.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  it("has an example that raises it, one that does not, and one at the edge of rounding", () => {
    const raises = rule.examples.filter(({ finds }) => finds.length > 0);
    const passes = rule.examples.filter(({ kind, finds }) => kind === "passes" && finds.length === 0);
    expect(raises.some(({ kind }) => kind === "raises")).toBe(true);
    expect(passes.length).toBeGreaterThan(0);
    expect(rule.examples.some(({ kind }) => kind === "edge")).toBe(true);
  });

  it("says what it checks, why, and who asks for it, in both languages", () => {
    for (const text of [rule.title.zh, rule.title.en, rule.why.zh, rule.why.en, rule.source]) expect(text.trim()).not.toBe("");
  });

  it.each(rule.examples.map((example) => [example.title, example] as const))("%s", (_title, example) => {
    const findings = rule.check(judge(example.draft, profileFor(example.draft)));
    expect(findings).toHaveLength(example.finds.length);
    for (const [index, expected] of example.finds.entries()) expect(findings[index]).toMatchObject({ cause: "report", ...expected });
    for (const finding of findings) {
      expect(finding).toMatchObject({ rule: rule.id, severity: rule.severity });
      expect(finding.message.zh).not.toBe("");
      expect(finding.message.en).not.toBe("");
      expect(pointedAt(example.draft, finding.path), finding.path).not.toBe(undefined);
    }
  });

  it.each(rule.examples.map((example) => [example.title, example] as const))("raises no other rule than it says: %s", (_title, example) => {
    const raised = new Set(validate(example.draft).map((finding) => finding.rule));
    const said = new Set([...(example.finds.length > 0 ? [rule.id] : []), ...(example.also ?? [])]);
    expect([...raised].toSorted()).toEqual([...said].toSorted());
  });
});

/** What a JSON pointer points at. */
function pointedAt(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, key) => (value as { [key: string]: unknown } | undefined)?.[key], document);
}
