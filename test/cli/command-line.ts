import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
export const FIXTURES = join(ROOT, "fixtures", "reports");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of this machine must not reach the tests. */
const ENVIRONMENT = { PATH: process.env.PATH, LANG: "C.UTF-8" };

/** Starts the compiled command line, as a user does; `input` comes on standard input. */
export function start(args: readonly string[], environment: { readonly [name: string]: string } = {}, input?: string): ChildProcess {
  const main = join(inject("dist"), "cli", "main.js");
  const child = spawn(process.execPath, [main, ...args], {
    cwd: ROOT,
    env: { ...ENVIRONMENT, ...environment },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  // A command that has seen enough closes its end.
  child.stdin?.on("error", () => {}).end(input);
  return child;
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout!.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr!.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  return new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr })));
}

export function ziping(args: readonly string[], environment?: { readonly [name: string]: string }): Promise<Ended> {
  return ended(start(args, environment));
}

/** A folder that is gone with the compiled code. */
export function scratch(): string {
  return mkdtempSync(join(inject("dist"), "scratch-"));
}

/** Writes a text into a new folder and returns its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(scratch(), name);
  writeFileSync(path, content);
  return path;
}

/** A report of one table. `score` is that of the first of two indicators; the total is stated as 100. */
export function reportText(name: string, score = "50"): string {
  return `# 2024年度${name}项目绩效自评报告

项目名称：${name}

实施单位：栖梧市${name}中心

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| --- | --- | --- | --- | --- | --- | --- |
| 产出指标 | 数量指标 | 完成${name}次数 | ≥50次 | 50次 | 50 | ${score} |
| 效益指标 | 社会效益指标 | 受益人数 | ≥300人 | 300人 | 50 | 50 |
| 总分 | | | | | 100 | 100 |
`;
}
