import { existsSync } from "node:fs";
import { PIPELINE_VERSION } from "../../pipeline/version.js";
import { DuckDBWarehouse } from "../../warehouse/duckdb-warehouse.js";
import type { ImportFlags } from "../commands/import.js";
import { EXIT } from "../exit-code.js";
import { inputFiles } from "../inputs/input-files.js";
import { print } from "../output/print.js";
import type { Language } from "../output/words.js";
import type { Fate } from "./fate.js";
import { openManifest } from "./manifest.js";
import { type Settled, settleInputs, untouched } from "./settle-inputs.js";
import { ImportTally } from "./tally.js";

const WORDS = {
  en: { due: "to read", failed: "refused", known: "known", older: "older than --since", "left-out": "left out for their names" },
  zh: { due: "待读取", failed: "不予打开", known: "此前已审", older: "早于 --since", "left-out": "因文件名略过" },
} as const;

/** `ziping import --dry-run`: what would be read and what not, with counts and bytes. Neither documents nor warehouse are touched. */
export async function dryRun(args: readonly string[], flags: ImportFlags, language: Language): Promise<number> {
  const warehouse = existsSync(flags.to) ? await DuckDBWarehouse.open(flags.to, { readOnly: true, tablesOnly: true }) : undefined;
  const manifest = flags.manifest === undefined ? undefined : await openManifest(flags.manifest);
  const tally = new ImportTally();
  try {
    const settled = settleInputs(inputFiles(args, flags), {
      judged: async (files) => (await warehouse?.judged(files, PIPELINE_VERSION)) ?? new Map(),
      since: flags.since,
    });
    for await (const one of settled) {
      const fate = fateOf(one);
      tally.add(fate);
      await manifest?.add(fate);
    }
  } finally {
    await manifest?.end();
    await warehouse?.close();
  }
  const words = WORDS[language];
  const rows = (["due", "failed", "known", "older", "left-out"] as const).map((outcome) => {
    const megabytes = ((tally.bytes.get(outcome) ?? 0) / 2 ** 20).toFixed(1);
    return `${String(tally.count(outcome)).padStart(9)}  ${megabytes.padStart(10)} MB  ${words[outcome]}\n`;
  });
  await print(rows.join(""));
  return EXIT.done;
}

function fateOf(one: Settled): Fate {
  if (one.kind === "settled") return one.fate;
  return one.kind === "due" ? untouched(one.file, "due") : { ...untouched(one.file, "failed"), error: one.error };
}
