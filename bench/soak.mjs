// One process that reads thousands of small documents of one format, as a reader of an import does, and one that reads all formats in turn: what it
// keeps of them.
import { runTask } from "./child.mjs";
import { WRITERS } from "./writers.mjs";

const MARKS = [0.1, 0.25, 0.5, 1];

/** `soak`: documents of all formats together; each format alone is read a third as often. */
export async function benchSoak({ dist, quick, soak }) {
  const most = quick ? 300 : Number(soak);
  const runs = [
    ...Object.keys(WRITERS).map((format) => ({ name: format, formats: [format], most: Math.round(most / 3) })),
    { name: "all in turn", formats: Object.keys(WRITERS), most },
  ];
  const rows = runs.map(({ name, formats, most }) => {
    const { samples, cpuS, peakMb } = runTask("soak", { dist, formats, marks: MARKS.map((share) => Math.round(share * most)) }, [
      "--expose-gc",
    ]);
    const over = (memory) => samples.map((sample) => sample[memory].toFixed(0)).join(" / ");
    return [name, most, over("heldMb"), over("rssMb"), peakMb.toFixed(0), (most / cpuS).toFixed(0)];
  });
  return [
    {
      title: `Memory of one process over many small documents: after ${MARKS.map((share) => `${share * 100} %`).join(" / ")} of them`,
      head: ["format", "documents", "held after a collection, MB", "resident, MB", "peak, MB", "documents a CPU second"],
      rows,
    },
  ];
}
