// One process that reads thousands of small documents of all formats, as a reader of an import does: what it keeps of them.
import { runTask } from "./child.mjs";

export async function benchSoak({ dist, quick }) {
  const marks = quick ? [100, 200, 400] : [500, 1000, 2000, 4000, 7000, 10_000];
  const { samples, cpuS, peakMb } = runTask("soak", { dist, marks });
  return [
    {
      title: `Resident memory of one process over ${marks.at(-1)} small documents of all formats (${(marks.at(-1) / cpuS).toFixed(0)} documents a CPU second, peak ${peakMb.toFixed(0)} MB)`,
      head: ["documents read", "resident memory"],
      rows: samples.map(({ count, rssMb }) => [count, `${rssMb.toFixed(0)} MB`]),
    },
  ];
}
