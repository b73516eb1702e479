#!/usr/bin/env node
import { EXIT } from "./exit-code.js";
import { run } from "./run.js";

// Who reads our output may have seen enough (`ziping extract … | head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  // It may be full: what was written so far looks whole, and is not.
  process.stderr.write(`ziping: standard output cannot be written: ${error.message}. Make room, and run the command again.\n`);
  process.exit(EXIT.failed);
});

process.exitCode = await run(process.argv);
