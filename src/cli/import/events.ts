import { type Fate, fateLine } from "./fate.js";
import { openSink } from "./line-sink.js";
import type { PaceMeter } from "./progress.js";
import type { ImportTally } from "./tally.js";

const PROGRESS_EVERY_MS = 5_000;

/** What a run tells machines, one JSON object a line (docs/import.md). */
export interface ImportEvents {
  start(about: { readonly pipelineVersion: string; readonly to: string; readonly workers: number }): Promise<void>;
  file(fate: Fate): Promise<void>;
  /** A transaction is done: what it brought is there to be queried. */
  load(files: number, reports: number): Promise<void>;
  end(exitCode: number): Promise<void>;
}

/** Without a path the events go nowhere. */
export async function openEvents(path: string | undefined, tally: ImportTally, meter: PaceMeter): Promise<ImportEvents> {
  const sink = path === undefined ? undefined : await openSink(path);
  const tell = async (event: string, data: object) => sink?.write(`${JSON.stringify({ event, at: new Date().toISOString(), ...data })}\n`);
  // A progress that cannot be told is told of by the next event.
  const progress = () => void tell("progress", { ...counts(tally), ...pace(meter) }).catch(() => {});
  const timer = sink && setInterval(progress, PROGRESS_EVERY_MS).unref();
  return {
    start: (about) => tell("start", about),
    file: (fate) => tell("file", fateLine(fate)),
    load: (files, reports) => tell("load", { files, reports }),
    async end(exitCode) {
      clearInterval(timer);
      await tell("end", { exitCode, seconds: (Date.now() - tally.startedAt.getTime()) / 1000, ...counts(tally) });
      await sink?.end();
    },
  };
}

function counts(tally: ImportTally) {
  const outcomes = (["read", "failed", "known", "older", "left-out"] as const).map((outcome) => [outcome, tally.count(outcome)]);
  return {
    files: tally.files,
    outcomes: Object.fromEntries(outcomes),
    faults: Object.fromEntries(tally.faults),
    reports: tally.records,
    findings: { ...tally.findings },
  };
}

function pace(meter: PaceMeter) {
  const { rate, total, secondsLeft } = meter.pace();
  return {
    total: total ?? null,
    rate: Math.round(rate * 10) / 10,
    secondsLeft: secondsLeft === undefined ? null : Math.round(secondsLeft),
  };
}
