import { existsSync, readFileSync } from "node:fs";

interface Build {
  readonly version: string;
  /** Digest of the code and data of the stages, written by scripts/build.mjs; absent when run from source. */
  readonly stages?: string;
}

const build = readBuild();

/** The package's version, as `ziping --version` prints it. */
export const PACKAGE_VERSION = build.version;

/**
 * What decides a record beside the file's bytes: `0.1.0+1a2b3c4d5e6f`. The part after the + changes with any change to the stages, so
 * that a document read by older code is known to be due for a new reading. Content hash and this are the key of idempotency.
 */
export const PIPELINE_VERSION = `${build.version}+${build.stages ?? "source"}`;

function readBuild(): Build {
  const stamped = new URL("../version.json", import.meta.url);
  const declared = new URL("../../package.json", import.meta.url);
  return JSON.parse(readFileSync(existsSync(stamped) ? stamped : declared, "utf8")) as Build;
}
