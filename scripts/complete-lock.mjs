// Adds to package-lock.json the optional packages of other platforms that npm leaves out of it when it cannot look them up
// (npm/cli#4828), without which `npm ci` refuses the lock file. Run after every `npm install` that changes the lock file: `npm run lock`.
// --check only says how many are missing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const path = join(import.meta.dirname, "..", "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const { packages } = lock;

/** Whether a package that the one at `from` asks for is locked: beside it, or further up. */
function isLocked(from, name) {
  const folders = from.split(/(?<=^|\/)node_modules\//).map((_, depth, parts) => parts.slice(0, depth + 1).join("node_modules/"));
  return folders.some((folder) => packages[`${folder.replace(/([^/])$/, "$1/")}node_modules/${name}`] !== undefined);
}

/** What a package is for, as its name says: @duckdb/node-bindings-linux-arm64-musl. */
function platformOf(name) {
  const [os] = /android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|wasm32/.exec(name) ?? [];
  const [cpu] = /arm64|x64|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|\barm\b/.exec(name) ?? [];
  const libc = /musl/.test(name) ? "musl" : /gnu/.test(name) ? "glibc" : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && os !== "wasm32" && { os: [os] }) };
}

let added = 0;
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isLocked(from, name)) continue;
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~>=]+/, ""),
      ...platformOf(name),
      ...(dev && { dev }),
      optional: true,
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (!process.argv.includes("--check")) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} optional packages of other platforms were missing`);
