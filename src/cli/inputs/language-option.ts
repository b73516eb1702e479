import { Option } from "commander";
import type { Language } from "../output/words.js";

const LANGUAGES: readonly Language[] = ["zh", "en"];

/** `--lang`, for the language of `what` a command writes. */
export function languageOption(what: string): Option {
  return new Option("--lang <language>", `language of ${what} (ZIPING_LANG)`).choices(LANGUAGES);
}
