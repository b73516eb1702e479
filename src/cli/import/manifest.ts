import { CSV_START, csvLine } from "../../core/csv.js";
import { type Fate, fateLine } from "./fate.js";
import { openSink } from "./line-sink.js";

/** The list of all inputs and what became of each. */
export interface Manifest {
  add(fate: Fate): Promise<void>;
  end(): Promise<void>;
}

/** A manifest as CSV where the file's name says so, else as NDJSON. */
export async function openManifest(path: string): Promise<Manifest> {
  const sink = await openSink(path);
  if (!/\.csv$/i.test(path)) {
    return { add: (fate) => sink.write(`${JSON.stringify(fateLine(fate))}\n`), end: () => sink.end() };
  }
  let started = false;
  return {
    async add(fate) {
      const { reports, ...line } = fateLine(fate);
      const cells = { ...line, reports: reports.join(" ") };
      if (!started) await sink.write(CSV_START + csvLine(Object.keys(cells)));
      started = true;
      await sink.write(csvLine(Object.values(cells)));
    },
    end: () => sink.end(),
  };
}
