import type { ImportTally } from "./tally.js";

const EVERY_MS = { terminal: 100, plain: 10_000 };
const BAR = 20;
/** The rate is that of the last so many seconds, so that the time left follows what is being read now. */
const WINDOW_S = 30;

/** How far an import has come. */
export interface Pace {
  /** Documents opened, a second. */
  readonly rate: number;
  /** All inputs, once they are counted. */
  readonly total: number | undefined;
  readonly secondsLeft: number | undefined;
}

/** Measures the pace of an import: `total` is set once the inputs are counted, and stays undefined where they cannot be. */
export class PaceMeter {
  total: number | undefined;
  readonly #tally: ImportTally;
  readonly #samples: { readonly at: number; readonly opened: number; readonly files: number }[];

  constructor(tally: ImportTally, now = performance.now()) {
    this.#tally = tally;
    this.#samples = [{ at: now, opened: 0, files: 0 }];
  }

  /** The pace now, over the last half minute of calls. */
  pace(now = performance.now()): Pace {
    const { opened, files } = this.#tally;
    this.#samples.push({ at: now, opened, files });
    while (now - this.#samples[0]!.at > WINDOW_S * 1000 && this.#samples.length > 2) this.#samples.shift();
    const first = this.#samples[0]!;
    const seconds = (now - first.at) / 1000;
    const rate = seconds > 0 ? (opened - first.opened) / seconds : 0;
    // What is known already goes by much faster than what is read; both count for the time left.
    const passing = seconds > 0 ? (files - first.files) / seconds : 0;
    const secondsLeft = this.total !== undefined && passing > 0 ? Math.max(0, this.total - files) / passing : undefined;
    return { rate, total: this.total, secondsLeft };
  }
}

/**
 * Shows how an import goes on: a bar on a terminal, a line every ten seconds elsewhere. To standard error, which is not for results.
 */
export function showProgress(tally: ImportTally, meter: PaceMeter, stream: NodeJS.WriteStream): { stop(): void } {
  const timer = setInterval(show, stream.isTTY ? EVERY_MS.terminal : EVERY_MS.plain);
  timer.unref();
  return { stop };

  function show(): void {
    const line = progressLine(tally, meter.pace());
    stream.write(stream.isTTY ? `\r\u001b[2K${line.slice(0, stream.columns - 1)}` : `${line}\n`);
  }

  function stop(): void {
    clearInterval(timer);
    if (stream.isTTY) stream.write("\r\u001b[2K");
  }
}

/** One line: bar, files, rate, time left, and the counts by outcome. */
export function progressLine(tally: ImportTally, { rate, total, secondsLeft }: Pace): string {
  const done = total ? Math.min(1, tally.files / total) : undefined;
  const bar = done === undefined ? "" : `${"█".repeat(Math.floor(done * BAR)).padEnd(BAR, "░")} ${Math.floor(done * 100)}%  `;
  const others = (["known", "older", "left-out"] as const).flatMap((outcome) => {
    const count = tally.count(outcome);
    return count > 0 ? [`${count} ${outcome}`] : [];
  });
  return [
    `${bar}${tally.files}${total === undefined ? "" : `/${total}`} files`,
    `${rate.toFixed(1)}/s`,
    ...(secondsLeft === undefined ? [] : [`${duration(secondsLeft)} left`]),
    `${tally.count("read")} read`,
    ...(tally.count("failed") > 0 ? [`${tally.count("failed")} failed`] : []),
    ...others,
    `${tally.findings.error} errors, ${tally.findings.warning} warnings`,
  ].join("  ");
}

/** `1h02m`, `2m05s`, `9s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return `${hours}h${String(minutes).padStart(2, "0")}m`;
  return minutes > 0 ? `${minutes}m${String(rest).padStart(2, "0")}s` : `${rest}s`;
}
