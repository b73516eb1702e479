// Takes the picture of the review page, docs/review.png: a report among fixtures/ on the server as it is built, in the machine's Chromium. Run after
// a build; no test depends on it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

const root = join(import.meta.dirname, "..");
const report = readFileSync(join(root, "fixtures", "layouts", "yn14-2.pdf"));
const size = "1280,860";

const folder = mkdtempSync(join(tmpdir(), "ziping-picture-"));
const server = spawn(process.execPath, [join(root, "dist", "cli", "main.js"), "serve"], {
  env: { ...process.env, ZIPING_DATA: join(folder, "data"), ZIPING_PORT: "0" },
  stdio: ["ignore", "ignore", "pipe"],
});
try {
  const link = await saidBy(server.stderr, /review the findings at (\S+)\n/);
  const [base, token] = link.split("/#token=");
  const headers = { authorization: `Bearer ${token}` };
  const body = new FormData();
  body.append("file", new Blob([report]), "yn14-2.pdf");
  const { documents } = await (await fetch(`${base}/v1/documents`, { method: "POST", body, headers })).json();
  await (await fetch(`${base}/v1/jobs/${documents[0].job}/events`, { headers })).text();
  const picture = join(folder, "review.png");
  const place = `/report/${createHash("sha256").update(report).digest("hex")}/1`;
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--lang=en-US",
    "--accept-lang=en-US",
    `--user-data-dir=${folder}`,
  ];
  const taken = [`--screenshot=${picture}`, `--window-size=${size}`, "--virtual-time-budget=10000"];
  spawnSync("chromium", [...flags, ...taken, `${link}${place}`], { stdio: "ignore" });
  await sharp(picture)
    .png({ palette: true, effort: 10 })
    .toFile(join(root, "docs", "review.png"));
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** The first group of the first match of what a stream says. */
async function saidBy(stream, pattern) {
  let said = "";
  for await (const text of stream.setEncoding("utf8")) {
    said += text;
    const match = pattern.exec(said);
    if (match) {
      stream.resume();
      return match[1];
    }
  }
  throw new Error(said);
}
