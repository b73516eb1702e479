// How a program of PostgreSQL is run on this machine, for benchmarks and tests.
import { existsSync, readdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";

/** The command and its arguments: the newest version that Debian's packages brought, else what the PATH has. It refuses to run as root. */
export function postgresProgram(program, args) {
  const newest = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(a) - Number(b))
        .at(-1)
    : undefined;
  const path = newest ? join(DEBIAN, newest, "bin", program) : program;
  return userInfo().uid === 0 ? ["runuser", ["-u", "postgres", "--", path, ...args]] : [path, args];
}

/** Arguments of `initdb` for a database of one's own, whose user is `ziping`. */
export function initialised(data) {
  return ["-D", data, "-U", "ziping", "-A", "trust", "-E", "UTF8", "--locale=C"];
}
