import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../src/validate/catalogue.js";
import { PROFILES } from "../../src/validate/profiles.js";
import { pageName, ruleIndex, rulePage } from "../../src/validate/rule-page.js";

const docs = join(import.meta.dirname, "..", "..", "docs");
const rules = join(docs, "rules");

describe("docs/rules", () => {
  it("has a page for every rule and no other (else: npm run docs:rules)", () => {
    expect(readdirSync(rules).toSorted()).toEqual([...CATALOGUE.map(pageName), "README.md"].toSorted());
  });

  it("has an index that is up to date (else: npm run docs:rules)", () => {
    expect(readFileSync(join(rules, "README.md"), "utf8")).toBe(ruleIndex(CATALOGUE));
  });

  it.each(CATALOGUE.map((rule) => [rule.id, rule] as const))("has an up-to-date page of %s (else: npm run docs:rules)", (_, rule) => {
    expect(readFileSync(join(rules, pageName(rule)), "utf8")).toBe(rulePage(rule));
  });
});

describe("docs/profiles.md", () => {
  it("names every profile with its title", () => {
    const text = readFileSync(join(docs, "profiles.md"), "utf8");
    for (const { id, title } of PROFILES) expect(text).toContain(`| \`${id}\` | ${title.zh} |`);
  });
});
