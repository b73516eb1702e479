#!/usr/bin/env node
import { run } from "./run.js";

// Who reads our output may have seen enough (`ziping extract … | head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

process.exitCode = await run(process.argv);
