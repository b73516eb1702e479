// The three stages against the rows of one report, format by format, in a process each. A PDF's table of 10,000 rows goes over 900 pages.
import { runTask } from "./child.mjs";
import { slope } from "./slope.mjs";

export async function benchGrowth({ dist, quick }) {
  const sizes = quick ? [10, 100] : [10, 100, 1000, 10_000];
  const rows = ["pdf", "docx", "xlsx", "html", "md", "txt"].flatMap((format) => {
    const runs = runTask("growth", { dist, format, sizes });
    return runs.map(({ size, extract, normalize, validate, rows, rssMb }, i) => {
      const all = (run) => run.extract + run.normalize + run.validate;
      const ms = (seconds) => `${(1000 * seconds).toFixed(0)} ms`;
      const grown = i === 0 ? "" : slope([runs[i - 1].size, all(runs[i - 1])], [size, all(runs[i])]);
      return [format, size, ms(extract), ms(normalize), ms(validate), grown, `${rssMb.toFixed(0)} MB`, rows];
    });
  });
  return [
    {
      title: "CPU against the indicators of one report (the exponent is that of the growth since the row above: 1 is in proportion)",
      head: ["format", "indicators", "extract", "normalize", "validate", "exponent", "peak memory", "rows found"],
      rows,
    },
  ];
}
