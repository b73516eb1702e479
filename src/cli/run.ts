import { CommanderError } from "commander";
import { unknownSettings } from "../core/config.js";
import { EXIT } from "./exit-code.js";
import { printable } from "./output/printable.js";
import { createProgram } from "./program.js";
import { UsageError } from "./usage-error.js";

/** Errors that are told in one line: their message says what to do. Known by name, so that nothing is loaded only to be compared with. */
const TOLD: { readonly [name: string]: number } = {
  ConfigError: EXIT.usage,
  WarehouseError: EXIT.failed,
  StoreError: EXIT.failed,
  OutputError: EXIT.failed,
  ReaderStartError: EXIT.failed,
};

/** Runs a command line and returns its exit code. Throws what is a defect of ziping itself. */
export async function run(argv: readonly string[]): Promise<number> {
  for (const name of unknownSettings())
    process.stderr.write(`ziping: ${printable(name)} is no setting, and is ignored. See docs/configuration.md.\n`);
  try {
    await createProgram().parseAsync(argv);
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (!(error instanceof Error)) throw error;
    const code = error instanceof UsageError ? EXIT.usage : TOLD[error.name];
    if (code === undefined) throw error;
    process.stderr.write(`ziping: ${printable(error.message)}\n`);
    return code;
  }
}
