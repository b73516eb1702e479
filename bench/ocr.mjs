// Scans: CPU a page of each stage at 200 and 300 dpi, native Tesseract on the same pictures in the same run, memory over many pages, and how truly spoilt
// scans of the layouts are read: figures, what is silently wrong, the author's errors that are still reported.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runProgram, runTask } from "./child.mjs";

const LAYOUTS = join(import.meta.dirname, "..", "fixtures", "layouts");
const STAGES = ["render", "straighten, rulings, lines", "detection", "recognition", "second opinion", "layout", "normalise and repair"];

export async function benchOcr({ dist, folder, pages, quick }) {
  const files = readdirSync(LAYOUTS).filter((name) => name.endsWith(".pdf"));
  const count = Number(pages);
  const runs = [200, 300].map((dpi) => {
    const scans = runTask("drawScans", { dist, dpi, count, folder, files: files.map((name) => join(LAYOUTS, name)) });
    const ours = runTask("readScans", { dist, scans });
    const native = scans.map((scan) => runProgram("tesseract", [scan, join(folder, "out"), "-l", "chi_sim", "--psm", "6"]));
    const tesseract = native.every((run) => run?.status === 0) ? native.reduce((sum, { cpuS }) => sum + cpuS, 0) / count : undefined;
    return { dpi, ours, tesseract };
  });
  const seconds = (value) => (value === undefined ? "not installed" : `${value.toFixed(2)} s`);
  const rows = STAGES.map((stage) => [stage, ...runs.map(({ ours }) => seconds((ours.stages[stage] ?? 0) / count))]);
  rows.push([
    "**all of ziping**",
    ...runs.map(({ ours }) => seconds(STAGES.reduce((sum, stage) => sum + (ours.stages[stage] ?? 0), 0) / count)),
  ]);
  rows.push(["Tesseract, native, text only, no tables", ...runs.map(({ tesseract }) => seconds(tesseract))]);
  const many = runTask("readMany", { dist, scans: runs[0].ours.scans, count: quick ? 100 : 500 });
  const judged = runTask("judgeScans", { dist, files: files.slice(0, quick ? 4 : files.length).map((name) => join(LAYOUTS, name)) });
  return [
    { title: `Scans: CPU a page, ${count} pages of forms`, head: ["stage", "200 dpi", "300 dpi"], rows },
    {
      title: "Scans: memory of one process over pieces of pages, each of another size, nothing kept",
      head: ["pieces read", "memory now", "peak"],
      rows: many.map(({ read, nowMb, peakMb }) => [read, `${nowMb.toFixed(0)} MB`, `${peakMb.toFixed(0)} MB`]),
    },
    {
      title: `Scans: the figures of ${judged.documents} spoilt layouts (grey and noisy, blurred JPEG, 1-bit, faded in turn) beside the same documents with text`,
      head: [
        "figures",
        "right",
        "wrong, doubted",
        "wrong, silent",
        "not found",
        "author's errors",
        "reported",
        "asked as questions",
        "false accusations",
      ],
      rows: [["figures", "right", "doubted", "silent", "lost", "errors", "reported", "questioned", "false"].map((key) => judged[key])],
    },
  ];
}
