import { availableParallelism } from "node:os";
import { z } from "zod";

/**
 * Every setting: its schema, its default and its environment name, written once. Nothing else reads `process.env`.
 * docs/configuration.md is generated from this.
 */
export const SETTINGS = {
  logLevel: {
    env: "ZIPING_LOG_LEVEL",
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
    about: "Least level that is logged.",
  },
  workers: {
    env: "ZIPING_WORKERS",
    schema: z.coerce.number().int().positive().default(availableParallelism()),
    about: "Child processes that read documents side by side.",
  },
  timeoutMs: {
    env: "ZIPING_TIMEOUT_MS",
    schema: z.coerce.number().int().positive().default(120_000),
    about: "Wall-clock limit for one document, milliseconds.",
  },
  memoryMb: {
    env: "ZIPING_MEMORY_MB",
    schema: z.coerce.number().int().positive().default(900),
    about: "Resident memory limit of one child process, MiB.",
  },
  ocr: {
    env: "ZIPING_OCR",
    schema: z.enum(["ppocr", "tesseract", "off"]).default("ppocr"),
    about: "The reader for pages without a text layer.",
  },
} as const;

type SettingName = keyof typeof SETTINGS;
export type Config = { readonly [name in SettingName]: z.infer<(typeof SETTINGS)[name]["schema"]> };

/** The configuration of an environment. Throws a ConfigError that names the variable at fault. */
export function loadConfig(environment: { readonly [name: string]: string | undefined } = process.env): Config {
  const entries = Object.entries(SETTINGS).map(([name, { env, schema }]) => {
    const raw = environment[env];
    const parsed = schema.safeParse(raw === "" ? undefined : raw);
    if (!parsed.success) throw new ConfigError(`${env}=${raw}: ${parsed.error.issues[0]?.message}. See docs/configuration.md.`);
    return [name, parsed.data];
  });
  return Object.fromEntries(entries) as Config;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
