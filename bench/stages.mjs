// The three stages, format by format; one document from the start of the program; DOCX beside another reader of it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram, runTask } from "./child.mjs";
import { makeReport } from "./reports.mjs";
import { WRITERS } from "./writers.mjs";

export async function benchStages({ dist, folder, peers, quick }) {
  const count = quick ? 30 : 200;
  const rows = Object.keys(WRITERS).map((format) => {
    const { extract, normalize, validate, pages, exact, rssMb } = runTask("stages", { dist, format, count });
    const rate = (cpuS) => (count / cpuS).toFixed(0);
    const perPage = pages === 0 ? "" : (pages / extract).toFixed(0);
    const all = rate(extract + normalize + validate);
    return [format, rate(extract), perPage, rate(normalize), rate(validate), all, `${rssMb.toFixed(0)} MB`, `${exact}/${count}`];
  });
  const { ours, mammoth } = runTask("docx", { dist, peers, count });
  const each = (cpuS) => `${((1000 * cpuS) / count).toFixed(1)} ms`;
  return [
    {
      title: `Documents a CPU second, stage by stage (${count} generated forms of 5–20 indicators each)`,
      head: ["format", "extract", "pages", "normalize", "validate", "all three", "peak memory", "all rows found"],
      rows,
    },
    {
      title: "DOCX beside another reader of the same files",
      head: ["reader", "CPU a document", "beside ours"],
      rows: [
        ["ziping: extraction", each(ours), "1"],
        ...(mammoth ? [["mammoth `convertToHtml`", each(mammoth), (mammoth / ours).toFixed(1)]] : []),
      ],
    },
    {
      title: "One small document by `ziping check`, both processes from start to end",
      head: ["", "CPU", "largest process"],
      rows: [
        ["nothing (`--version`)", ["--version"]],
        ...["txt", "docx", "xlsx", "pdf"].map((format) => [format, ["check", small(folder, format)]]),
      ].map(([name, args]) => [name, ...start(join(dist, "cli", "main.js"), args, quick ? 2 : 7)]),
    },
  ];
}

function small(folder, format) {
  const file = join(folder, `small.${format}`);
  writeFileSync(file, WRITERS[format](makeReport(3, 10)));
  return file;
}

/** The median of some runs. */
function start(main, args, times) {
  const runs = Array.from({ length: times }, () => runProgram(process.execPath, [main, ...args])).filter((run) => run !== undefined);
  const { cpuS, rssMb } = runs.sort((a, b) => a.cpuS - b.cpuS)[runs.length >> 1] ?? { cpuS: Number.NaN, rssMb: Number.NaN };
  return [`${cpuS.toFixed(2)} s`, `${rssMb.toFixed(0)} MB`];
}
