import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, inject, it } from "vitest";
import { type Ended, ended, reportText, scratch, start, ziping } from "./command-line.js";

interface Line {
  readonly path: string;
  readonly fileName: string;
  readonly outcome: string;
  readonly fault: string | null;
  readonly remedy: string | null;
  readonly sha256: string | null;
  readonly seconds: number | null;
  readonly reports: readonly string[];
}

const lines = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** An import's manifest, by the name that a file has there. */
async function manifestOf(args: readonly string[], list?: string): Promise<{ ended: Ended; told: { [fileName: string]: Line } }> {
  const folder = scratch();
  const manifest = join(folder, "manifest.ndjson");
  const child = start(["import", ...args, "--to", join(folder, "a.duckdb"), "--manifest", manifest, "--workers", "1"], {}, list);
  const end = await ended(child);
  const told: Line[] = lines(readFileSync(manifest, "utf8"));
  return { ended: end, told: Object.fromEntries(told.map((line) => [line.fileName, line])) };
}

/** Each file's name, outcome and fault, in order of the names. */
function outcomesOf(told: { [fileName: string]: Line }): (string | null)[][] {
  return Object.values(told)
    .map(({ fileName, outcome, fault }) => [fileName, outcome, fault])
    .sort();
}

/** A folder of three reports, one of them deeper, and what is no report. */
function archive(): string {
  const folder = scratch();
  mkdirSync(join(folder, "2024", "交通"), { recursive: true });
  for (const name of ["甲.md", "2024/乙.md", "2024/交通/丙.txt"]) writeFileSync(join(folder, name), reportText(name.slice(-4, -3)));
  writeFileSync(join(folder, "notes.xyz"), "no report");
  writeFileSync(join(folder, "old.rar"), "Rar!");
  return folder;
}

/** A zip with 报 for QX in its names, in GBK as Chinese Windows writes them: without saying so. */
function gbkZip(entries: { [name: string]: Uint8Array }): Uint8Array {
  const zip = zipSync(entries);
  for (const [at, byte] of zip.entries()) if (byte === 0x51 && zip[at + 1] === 0x58) zip.set([0xb1, 0xa8], at);
  return zip;
}

describe("the inputs of an import", () => {
  it("are globs in quotes, as far as their folders go", async () => {
    const folder = archive();
    const { told } = await manifestOf([`${folder}/**/*.md`]);
    expect(Object.keys(told).sort()).toEqual(["2024/乙.md", "甲.md"]);
    const flat = await manifestOf([`${folder}/*.{md,txt}`]);
    expect(Object.keys(flat.told)).toEqual(["甲.md"]);
    const nothing = await ziping(["import", `${folder}/*.pdf`, "--to", join(folder, "a.duckdb")]);
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining("No file matches")]);
  });

  it("are a list on standard input, by lines or by NUL, and a listed file that is not there is told as unread", async () => {
    const folder = archive();
    const paths = [join(folder, "甲.md"), join(folder, "2024"), join(folder, "gone.md")];
    const byLines = await manifestOf(["-"], `${paths.join("\r\n")}\n`);
    const byNul = await manifestOf(["-", "--null"], paths.join("\0"));
    for (const { ended: end, told } of [byLines, byNul]) {
      expect(end.code).toBe(3);
      expect(outcomesOf(told)).toEqual([
        ["gone.md", "failed", "corrupt"],
        ["乙.md", "read", null],
        ["交通/丙.txt", "read", null],
        ["甲.md", "read", null],
      ]);
    }
    const noList = await ended(start(["import", "-", "--to", join(folder, "a.duckdb")], {}, "x".repeat(200_000)));
    expect([noList.code, noList.stderr]).toEqual([2, expect.stringContaining("no list of paths")]);
  });

  it("are the documents of a zip, with names in GBK, told as ZIP!PATH; what is packed within is not opened", async () => {
    const folder = scratch();
    const inner = zipSync({ "a.md": strToU8(reportText("深")) });
    const zip = gbkZip({
      "2024/QX.md": strToU8(reportText("甲")),
      "inner.zip": inner,
      "notes.xyz": strToU8("no report"),
      "__MACOSX/2024/._x.md": strToU8("litter"),
      "../../evil.md": [strToU8(reportText("乙")), { level: 0 }] as never,
    });
    writeFileSync(join(folder, "parcel.zip"), zip);
    const { ended: end, told } = await manifestOf([folder]);
    expect(end.code).toBe(3);
    expect(outcomesOf(told)).toEqual([
      ["parcel.zip!../../evil.md", "read", null],
      ["parcel.zip!2024/报.md", "read", null],
      ["parcel.zip!inner.zip", "failed", "unsupported-type"],
      ["parcel.zip!notes.xyz", "left-out", null],
    ]);
    expect(told["parcel.zip!2024/报.md"]!.path).toBe(`${join(folder, "parcel.zip")}!2024/报.md`);
    const checked = await ziping(["check", join(folder, "parcel.zip")]);
    expect(checked.stdout).toContain("2024年度甲项目绩效自评报告");
  });

  it("are refused where a zip is a bomb, has a password, or is damaged; its other files are read", async () => {
    const folder = scratch();
    const good = strToU8(reportText("甲"));
    const bomb = zipSync({ "bomb.md": new Uint8Array(30 * 2 ** 20), "good.md": good }, { level: 9 });
    const many = zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.md`, new Uint8Array(18 * 2 ** 20)])), { level: 9 });
    const locked = zipSync({ "locked.md": good, "good.md": good });
    const directory = Buffer.from(locked).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    locked[directory + 8]! |= 1;
    const damaged = zipSync({ "damaged.md": [good, { level: 0 }], "good.md": good });
    damaged[60]! ^= 0xff;
    for (const [name, bytes] of Object.entries({ bomb, many, locked, damaged })) writeFileSync(join(folder, `${name}.zip`), bytes);
    writeFileSync(join(folder, "cut.zip"), bomb.slice(0, 200));
    const { told } = await manifestOf([folder]);
    expect(outcomesOf(told)).toEqual([
      ["bomb.zip!bomb.md", "failed", "too-large"],
      ["bomb.zip!good.md", "read", null],
      ["cut.zip", "failed", "corrupt"],
      ["damaged.zip!damaged.md", "failed", "corrupt"],
      ["damaged.zip!good.md", "read", null],
      ["locked.zip!good.md", "read", null],
      ["locked.zip!locked.md", "failed", "encrypted"],
      ["many.zip", "failed", "too-large"],
    ]);
    expect(Object.values(told).every(({ outcome, remedy }) => (outcome === "failed") === (remedy !== null))).toBe(true);
  });

  it("are only the files changed since, when asked for", async () => {
    const folder = archive();
    utimesSync(join(folder, "甲.md"), new Date(2020, 0, 1), new Date(2020, 0, 1));
    const { ended: end, told } = await manifestOf([folder, "--since", "2021-01-01"]);
    expect(told["甲.md"]!.outcome).toBe("older");
    expect(end.stdout).toMatch(/^Read 2 files .*1 are older than --since/);
  });
});

describe("what an import tells", () => {
  it("lists each input once, with hash, seconds, reports and the way out", async () => {
    const folder = archive();
    writeFileSync(join(folder, "empty.pdf"), "");
    const { ended: end, told } = await manifestOf([folder]);
    expect(end.code).toBe(3);
    expect(Object.keys(told).sort()).toEqual(["2024/乙.md", "2024/交通/丙.txt", "empty.pdf", "notes.xyz", "old.rar", "甲.md"]);
    expect(told["甲.md"]).toMatchObject({
      outcome: "read",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      seconds: expect.any(Number),
      reports: [expect.stringMatching(/^[0-9a-f]{32}-1$/)],
    });
    expect(told["empty.pdf"]).toMatchObject({ outcome: "failed", fault: "empty", remedy: expect.stringContaining("Fetch it again") });
    expect(told["old.rar"]).toMatchObject({ outcome: "left-out", remedy: expect.stringContaining("Unpack") });
  });

  it("writes the manifest as CSV where the name says so, and tells of known files what was known", async () => {
    const folder = archive();
    const [to, manifest] = [join(scratch(), "a.duckdb"), join(scratch(), "m.csv")];
    await ziping(["import", folder, "--to", to]);
    await ziping(["import", folder, "--to", to, "--manifest", manifest]);
    const [head, ...rows] = readFileSync(manifest, "utf8").trimEnd().split("\r\n");
    expect(head).toMatch(/^\ufeffpath,fileName,outcome,fault,message,remedy,sha256,/);
    expect(rows).toHaveLength(5);
    expect(rows.filter((row) => /,known,,,,[0-9a-f]{64},.*[0-9a-f]{32}-1$/.test(row))).toHaveLength(3);
  });

  it("says in a dry run what would be read and what not, and touches nothing", async () => {
    const folder = archive();
    const to = join(folder, "a.duckdb");
    const before = await ziping(["import", folder, "--to", to, "--dry-run"]);
    expect(before.code).toBe(0);
    expect(before.stdout).toMatch(/^ +3 +0\.0 MB {2}to read\n/);
    expect(() => readFileSync(to)).toThrow();
    await ziping(["import", join(folder, "2024"), "--to", to]);
    const bytes = readFileSync(to);
    const after = await ziping(["import", folder, "--to", to, "--dry-run"]);
    expect(after.stdout).toMatch(/ +1 .* to read\n.* 2 .* known\n.* 3 .* left out/s);
    expect(readFileSync(to).equals(bytes)).toBe(true);
  });

  it("tells machines each step on standard output, and nothing else there", async () => {
    const folder = archive();
    const { code, stdout } = await ziping(["import", folder, "--to", join(scratch(), "a.duckdb"), "--events", "-"]);
    expect(code).toBe(0);
    const events = lines(stdout);
    const count = (name: string) => events.filter(({ event }) => event === name).length;
    expect([events[0].event, count("file"), events.at(-1).event]).toEqual(["start", 5, "end"]);
    expect(count("load")).toBeGreaterThan(0);
    expect(events.at(-1)).toMatchObject({ exitCode: 0, files: 5, reports: 3, outcomes: { read: 3, "left-out": 2 } });
  });

  it("is no success when the reader of its events goes", async () => {
    const child = start(["import", archive(), "--to", join(scratch(), "a.duckdb"), "--events", "-"]);
    const end = ended(child);
    child.stdout!.once("data", () => child.stdout!.destroy());
    expect((await end).code).toBe(4);
  });

  it.runIf(existsSync("/dev/full"))("says in one line that manifest or events cannot be written", async () => {
    const folder = archive();
    for (const flag of ["--manifest", "--events"]) {
      const { code, stderr } = await ziping(["import", folder, "--to", join(scratch(), "a.duckdb"), flag, "/dev/full"]);
      expect([flag, code]).toEqual([flag, 4]);
      expect(stderr).toMatch(/^ziping: \/dev\/full cannot be written: ENOSPC.*Make room.*$/m);
      expect(stderr).not.toMatch(/^ {4}at /m);
    }
  });

  it.runIf(existsSync("/bin/sh"))("says in one line that there is no room for the warehouse, and goes on when there is", async () => {
    const [to, folder] = [join(scratch(), "a.duckdb"), archive()];
    const command = [process.execPath, join(inject("dist"), "cli", "main.js"), "import", folder, "--to", to];
    // In the units of the shell: an empty warehouse has no room in it.
    const full = spawnSync("/bin/sh", ["-c", 'ulimit -f 200; exec "$@"', "sh", ...command], { encoding: "utf8" });
    expect([full.status, full.stderr]).toEqual([4, expect.stringMatching(/a\.duckdb cannot be written: .*File too large.*Make room.*\n$/)]);
    expect((await ziping(command.slice(2))).code).toBe(0);
  });

  it.runIf(process.platform === "linux")("says of a path in GBK why it cannot be opened, and reads the others", async () => {
    const folder = archive();
    const named = (bytes: number[]) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes), Buffer.from(".md")]);
    writeFileSync(named([0xc6, 0xc0, 0xbc, 0xdb]), reportText("养护"));
    const { code, stdout } = await ziping(["check", folder, "--lang", "zh"]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/路径不是 UTF-8 编码（可能是 GBK）[\s\S]*处理办法: 请改名后重试.*convmv -f GBK -t UTF-8/);
  });

  it("ends with 3 as long as a document gives no record, also when that was known before", async () => {
    const folder = archive();
    writeFileSync(join(folder, "empty.pdf"), "");
    const command = ["import", folder, "--to", join(scratch(), "a.duckdb")];
    expect((await ziping(command)).code).toBe(3);
    const again = await ziping(command);
    expect([again.code, again.stdout]).toEqual([3, expect.stringMatching(/^Read 0 files.*Not read: 1\./s)]);
  });

  it("refuses what it cannot begin, before it reads", async () => {
    const folder = archive();
    const to = join(folder, "a.duckdb");
    for (const wrong of [["--since", "yesterday"], ["--manifest", join(folder, "absent", "m.csv")], ["-"]]) {
      const { code } = await ziping(["import", folder, "-", "--to", to, ...wrong]);
      expect([wrong, code]).toEqual([wrong, 2]);
    }
  });
});
