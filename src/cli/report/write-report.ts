import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { loadConfig } from "../../core/config.js";
import { summarize } from "../../warehouse/summarize.js";
import { EXIT } from "../exit-code.js";
import { openArchive } from "../open-archive.js";
import { writing } from "../output/output-error.js";
import { print } from "../output/print.js";
import { printable } from "../output/printable.js";
import type { Language } from "../output/words.js";
import { reportPage } from "./page.js";

/** `ziping report`: writes the page and prints its path. Returns the exit code. */
export async function writeReport(target: string, output: string, lang?: Language): Promise<number> {
  const language = lang ?? loadConfig().lang;
  const archive = await openArchive(target, { readOnly: true });
  try {
    const page = reportPage(await summarize(archive), { language, archive: nameOf(target), made: new Date() });
    await writing(output, () => writeFile(output, page));
  } finally {
    await archive.close();
  }
  await print(`${printable(output)}\n`);
  return EXIT.done;
}

/** The file's name, or the database's: never a password. */
function nameOf(target: string): string {
  if (!URL.canParse(target)) return basename(target);
  const { hostname, pathname } = new URL(target);
  return `${hostname}${pathname}`;
}
