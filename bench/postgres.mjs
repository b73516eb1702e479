// A PostgreSQL of the bench's own, in a folder of its own, with the settings that it comes with.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initialised, postgresProgram } from "./postgres-program.mjs";

/** Its url and how to end it; undefined where PostgreSQL is not installed. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), "ziping-bench-postgres-"));
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  try {
    execFileSync(...postgresProgram("initdb", initialised(data)), { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const port = await freePort();
  const options = ["-D", data, "-l", join(folder, "log"), "-w", "-o", `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`];
  execFileSync(...postgresProgram("pg_ctl", [...options, "start"]), { stdio: "ignore" });
  return {
    url: `postgres://ziping@127.0.0.1:${port}/postgres`,
    stop() {
      execFileSync(...postgresProgram("pg_ctl", ["-D", data, "-m", "fast", "-w", "stop"]), { stdio: "ignore" });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
