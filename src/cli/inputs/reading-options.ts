import { type Command, InvalidArgumentError, Option } from "commander";
import { type Config, loadConfig } from "../../core/config.js";
import type { PoolOptions } from "../../pipeline/isolate/reader-pool.js";
import type { ReadOptions } from "../../pipeline/read-document.js";
import { UsageError } from "../usage-error.js";

/** The options of every command that reads documents, as commander gives them. */
export interface ReadingFlags {
  readonly all?: boolean;
  readonly null?: boolean;
  readonly workers?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly ocr?: Config["ocr"];
  readonly profile?: string;
}

export interface Reading {
  readonly pool: PoolOptions;
  readonly options: ReadOptions;
}

/** Adds the options that every command that reads documents has. */
export function withReadingOptions(command: Command): Command {
  return command
    .option("--all", "in folders and zips, read files of any name; else those that end like a document")
    .option("-0, --null", "the list on standard input (-) has NUL between its paths, as find -print0 writes it")
    .option("--workers <n>", "processes that read side by side (ZIPING_WORKERS)", count)
    .option("--timeout <seconds>", "time limit for one document (ZIPING_TIMEOUT_MS)", positive)
    .option("--profile <id>", "scoring rules to judge by; else the report's place and year choose")
    .addOption(new Option("--ocr <reader>", "reader of pages without text (ZIPING_OCR)").choices(["ppocr", "tesseract", "off"]));
}

/** What the flags and the environment come to; a flag wins. */
export async function readingOf(flags: ReadingFlags): Promise<Reading> {
  const config = loadConfig();
  if (flags.profile !== undefined) await assertProfile(flags.profile);
  const workers = flags.workers ?? config.workers;
  return {
    pool: {
      workers,
      timeoutMs: flags.timeout === undefined ? config.timeoutMs : flags.timeout * 1000,
      memoryMb: config.memoryMb,
    },
    options: { ocr: flags.ocr ?? config.ocr, workers, profile: flags.profile },
  };
}

async function assertProfile(id: string): Promise<void> {
  const { PROFILES } = await import("../../validate/profiles.js");
  if (!PROFILES.some((profile) => profile.id === id))
    throw new UsageError(`No profile is called ${id}. Choose one of: ${PROFILES.map((profile) => profile.id).join(", ")}.`);
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError("Give a number above 0.");
  return number;
}

/** The value of an option that counts. Throws what commander tells the user. */
export function count(value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isSafeInteger(number))) throw new InvalidArgumentError("Give a whole number above 0.");
  return number;
}
