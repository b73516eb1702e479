import { availableParallelism } from "node:os";
import { z } from "zod";

type Environment = { readonly [name: string]: string | undefined };

const HTTP = /^https?:\/\/./;

/** A whole number; what is none is told what would be one. */
function count(min = 1, max = Number.MAX_SAFE_INTEGER) {
  const error = `give a whole number ${max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** An address that begins like one of its kind; a socket's path, too, where its client takes one. */
function address(pattern: RegExp, example: string) {
  return z.string().regex(pattern, { error: `give an address such as ${example}` });
}

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
  lang: {
    env: "ZIPING_LANG",
    schema: z.enum(["zh", "en"]).default("en"),
    /** The locale of the terminal, where it is Chinese. */
    otherwise: ({ LC_ALL, LC_MESSAGES, LANG }: Environment) => (/^zh/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "zh" : undefined),
    defaultText: "the locale's (LC_ALL, LC_MESSAGES, LANG), else `en`",
    about: "Language of the command line's reports.",
  },
  workers: {
    env: "ZIPING_WORKERS",
    schema: count().default(availableParallelism()),
    defaultText: "the machine's processors",
    about: "Child processes that read documents side by side.",
  },
  timeoutMs: {
    env: "ZIPING_TIMEOUT_MS",
    schema: count().default(120_000),
    about: "Limit for one document, milliseconds of the clock; on Linux, time in which other programs had the processors does not count.",
  },
  memoryMb: {
    env: "ZIPING_MEMORY_MB",
    schema: count().default(900),
    about: "Resident memory limit of one child process, MiB.",
  },
  ocr: {
    env: "ZIPING_OCR",
    schema: z.enum(["ppocr", "tesseract", "off"]).default("ppocr"),
    about: "The reader for pages without a text layer.",
  },
  pagesPerJob: {
    env: "ZIPING_PAGES_PER_JOB",
    schema: count().default(4),
    about: "Pages without text that one job of a queue on Redis recognises; a scan with more of them is shared out among the workers.",
  },
  warehouseMemoryMb: {
    env: "ZIPING_WAREHOUSE_MEMORY_MB",
    schema: count().default(1024),
    about: "Memory that the DuckDB warehouse may take before it writes to disk, MiB.",
  },
  host: { env: "ZIPING_HOST", schema: z.string().default("127.0.0.1"), about: "Address that `ziping serve` listens on." },
  port: {
    env: "ZIPING_PORT",
    schema: count(0, 65_535).default(8787),
    about: "Port that `ziping serve` listens on.",
  },
  metricsPort: {
    env: "ZIPING_METRICS_PORT",
    schema: count(0, 65_535).optional(),
    about: "Port at which `ziping worker` gives out its metrics, on ZIPING_HOST; without it none. `ziping serve` has them at /metrics.",
  },
  dataFolder: { env: "ZIPING_DATA", schema: z.string().default(".ziping"), about: "Folder of the embedded store and warehouse." },
  redisUrl: {
    env: "ZIPING_REDIS_URL",
    schema: address(/^(rediss?:\/\/.|\/)/, "redis://:PASSWORD@HOST:6379").optional(),
    about: "Redis of the queue; without it `ziping serve` runs embedded, in one process.",
  },
  redisPrefix: { env: "ZIPING_REDIS_PREFIX", schema: z.string().default("ziping"), about: "Prefix of the queue's keys in Redis." },
  postgresUrl: {
    env: "ZIPING_POSTGRES_URL",
    schema: address(/^(postgres(ql)?:\/\/|socket:|\/)/, "postgres://USER:PASSWORD@HOST:5432/DATABASE").optional(),
    about: "PostgreSQL warehouse; without it a DuckDB file in the data folder.",
  },
  bucket: {
    env: "ZIPING_BUCKET",
    schema: z.string().optional(),
    about: "S3-compatible bucket for uploads; without it a folder in the data folder.",
  },
  bucketPrefix: { env: "ZIPING_BUCKET_PREFIX", schema: z.string().default(""), about: "Key prefix inside the bucket." },
  bucketEndpoint: {
    env: "ZIPING_BUCKET_ENDPOINT",
    schema: address(HTTP, "https://HOST:9000").optional(),
    about: "URL of the S3-compatible service.",
  },
  bucketRegion: { env: "ZIPING_BUCKET_REGION", schema: z.string().default("us-east-1"), about: "Region of the bucket." },
  tokensFile: {
    env: "ZIPING_TOKENS_FILE",
    schema: z.string().optional(),
    about: "File of API tokens (`ziping token`); without it `ziping serve` makes one for its own run.",
  },
  attempts: {
    env: "ZIPING_ATTEMPTS",
    schema: count().default(12),
    about: "How often a fault that may pass (a lost connection) is tried.",
  },
  graceMs: {
    env: "ZIPING_GRACE_MS",
    schema: count(0).default(25_000),
    about: "How long a shutdown waits for documents and requests under way, milliseconds.",
  },
  maxUploadMb: {
    env: "ZIPING_MAX_UPLOAD_MB",
    schema: count().default(200),
    about: "Largest file that may be uploaded, MiB.",
  },
  maxFilesPerRequest: {
    env: "ZIPING_MAX_FILES",
    schema: count().default(100),
    about: "Most files in one upload.",
  },
  requestsPerMinute: {
    env: "ZIPING_REQUESTS_PER_MINUTE",
    schema: count().default(600),
    about: "Most requests of one client in a minute.",
  },
  corsOrigins: {
    env: "ZIPING_CORS_ORIGINS",
    schema: z.string().default(""),
    about: "Origins that a browser may call from, separated by commas; none by default.",
  },
  otelEndpoint: {
    env: "ZIPING_OTEL_ENDPOINT",
    schema: address(HTTP, "http://HOST:4318").optional(),
    about: "OTLP/HTTP endpoint for traces; without it none are made.",
  },
} as const;

export interface Setting {
  readonly env: string;
  readonly schema: z.ZodType;
  readonly about: string;
  /** The default in words, where it depends on the machine. */
  readonly defaultText?: string;
  /** What holds where the variable is not set, before the default. */
  readonly otherwise?: (environment: Environment) => string | undefined;
}

type SettingName = keyof typeof SETTINGS;
export type Config = { readonly [name in SettingName]: z.infer<(typeof SETTINGS)[name]["schema"]> };

/** The configuration of an environment. Throws a ConfigError that names the variable at fault. */
export function loadConfig(environment: Environment = process.env): Config {
  const entries = Object.entries<Setting>(SETTINGS).map(([name, { env, schema, otherwise }]) => {
    const raw = environment[env] || otherwise?.(environment);
    const parsed = schema.safeParse(raw);
    if (!parsed.success) throw new ConfigError(`${env}=${unsigned(raw)}: ${parsed.error.issues[0]?.message}. See docs/configuration.md.`);
    return [name, parsed.data];
  });
  return Object.fromEntries(entries) as Config;
}

/** Variables that are named like settings and are none: mistyped, or of another version. */
export function unknownSettings(): readonly string[] {
  const known = new Set<string>(Object.values(SETTINGS).map(({ env }) => env));
  return Object.keys(process.env).filter((name) => name.startsWith("ZIPING_") && !known.has(name));
}

/** A value without the user and password of an address, however they are written. */
function unsigned(raw = ""): string {
  return raw.replace(/^(.*?\/\/)?.*@/u, "$1…@");
}

class ConfigError extends Error {
  override readonly name = "ConfigError";
}
