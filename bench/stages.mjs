// The three stages, format by format, and their growth with the rows of a report. CPU seconds, one process.
import { runTask } from "./child.mjs";
import { WRITERS } from "./writers.mjs";

export async function benchStages({ dist, quick }) {
  const count = quick ? 30 : 150;
  const rows = Object.keys(WRITERS).map((format) => {
    const { extract, normalize, validate, exact } = runTask("stages", { dist, format, count });
    const rate = (cpuS) => (count / cpuS).toFixed(0);
    return [format, rate(extract), rate(normalize), rate(validate), rate(extract + normalize + validate), `${exact}/${count}`];
  });
  const growth = (quick ? [10, 100] : [10, 100, 1000, 10_000]).map((indicators) => {
    const runs = Math.max(1, Math.round(100 / indicators));
    const { extract, normalize, validate, exact, rssMb } = runTask("stages", { dist, format: "md", count: runs, indicators });
    const each = (cpuS) => `${((1000 * cpuS) / runs).toFixed(0)} ms`;
    return [indicators, each(extract), each(normalize), each(validate), `${rssMb.toFixed(0)} MB`, `${exact}/${runs}`];
  });
  return [
    {
      title: `Documents a CPU second, stage by stage (${count} generated forms of 5–20 indicators each)`,
      head: ["format", "extract", "normalize", "validate", "all three", "all rows found"],
      rows,
    },
    {
      title: "Growth with the rows of one report (Markdown)",
      head: ["indicators", "extract", "normalize", "validate", "peak memory", "all rows found"],
      rows: growth,
    },
  ];
}
