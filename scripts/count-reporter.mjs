import { writeFileSync } from "node:fs";

/** A vitest reporter that leaves the counts of a run in `.ziping/test-counts.json`, for scripts/verify.mjs. */
export default class CountReporter {
  onTestRunEnd(testModules) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of testModules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) counts[test.result().state === "pending" ? "failed" : test.result().state]++;
      // A file that does not even load fails no test by name.
      if (module.state() === "failed" && tests.every((test) => test.result().state !== "failed")) counts.failed++;
    }
    writeFileSync(".ziping/test-counts.json", JSON.stringify(counts));
  }
}
