// The programs that the tests run for real, each in a folder and on a port of its own; nothing is started for the machine.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const SERVICES = [
  { name: "Redis", programs: ["redis-server"], aptPackage: "redis-server", elsewhere: "brew install redis" },
  {
    name: "PostgreSQL",
    programs: ["initdb"],
    aptPackage: "postgresql",
    elsewhere: "brew install postgresql@17 (and put its bin on the PATH)",
  },
  {
    name: "Chromium",
    programs: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    aptPackage: "chromium",
    elsewhere: "brew install chromium",
  },
];

/** Installs what is missing where apt is there and may be used; elsewhere says what to install. */
export function provideServices() {
  const missing = SERVICES.filter(({ programs }) => !programs.some(isThere));
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && isThere("apt-get")) {
    const packages = missing.map(({ aptPackage }) => aptPackage);
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => spawnSync("apt-get", args, { stdio: "inherit", env: environment }).status === 0;
    if (apt("update", "-q") && apt("install", "-qy", "--no-install-recommends", ...packages)) return;
  }
  for (const { name, programs, aptPackage, elsewhere } of missing) {
    console.error(
      `${name} is needed by the tests and ${programs[0]} is not there. Install it: sudo apt-get install ${aptPackage}, or ${elsewhere}.`,
    );
  }
}

/** Debian keeps PostgreSQL's programs off the PATH. */
function isThere(program) {
  const debian = "/usr/lib/postgresql";
  const folders = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  return [...(process.env.PATH ?? "").split(delimiter), ...folders].some((folder) => existsSync(join(folder, program)));
}
