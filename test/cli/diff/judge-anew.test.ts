import { describe, expect, it } from "vitest";
import { FileFinder } from "../../../src/cli/diff/file-finder.js";
import { judgeAnew } from "../../../src/cli/diff/judge-anew.js";
import { type DocumentStore, StoreError } from "../../../src/store/document-store.js";

const sha256 = "a".repeat(64);
const file = { path: `store:${sha256}`, fileName: "路灯.md", byteLength: 1, modifiedAt: new Date(0) };
const rows = { report: [], indicator: [], fund: [], score: [], finding: [] };
const content = { sha256, files: [file], outcome: "read", pipelineVersion: "0.0.1+forged", rows };

function judgedWith(code: StoreError["code"]) {
  const checkout = () => Promise.reject(new StoreError(code, code));
  const pool = { read: () => Promise.reject(new Error("nothing was checked out")) };
  const store = async () => ({ checkout }) as unknown as DocumentStore;
  return judgeAnew(content, { archive: { query: async () => [] }, pool, options: {}, files: new FileFinder(), store, recordsOnly: false });
}

describe("judging an upload anew", () => {
  it("is out of reach when the store has lost it", async () => {
    expect(await judgedWith("missing")).toMatchObject({ why: "gone" });
    expect(await judgedWith("damaged")).toMatchObject({ why: "gone" });
  });

  it("fails when the store does not answer: it does not pass for lost", async () => {
    await expect(judgedWith("unavailable")).rejects.toThrow(StoreError);
  });
});
