import { defineConfig } from "vitest/config";

/** Tests of these folders need nothing but the source; the others run what `npm run build` makes, in processes of its own. */
const PURE = ["core", "extract", "normalize", "validate"].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "stages", include: [...PURE, "test/*.test.ts"] } },
      { extends: true, test: { name: "processes", include: ["test/*/**/*.test.ts"], exclude: PURE, globalSetup: "test/build.ts" } },
    ],
  },
});
