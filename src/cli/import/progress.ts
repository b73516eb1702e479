import type { ImportTally } from "./tally.js";

const EVERY_MS = { terminal: 100, plain: 10_000 };
const BAR = 20;
/** The rate is that of the last so many seconds, so that the time left follows what is being read now. */
const WINDOW_S = 30;

export interface Progress {
  /** The number of files, once they are counted. */
  total?: number;
  stop(): void;
}

/**
 * Shows how an import goes on: a bar on a terminal, a line every ten seconds elsewhere. To standard error, which is not for results.
 */
export function showProgress(tally: ImportTally, stream: NodeJS.WriteStream): Progress {
  const progress: Progress = { stop };
  const samples: { readonly at: number; readonly files: number }[] = [];
  const timer = setInterval(show, stream.isTTY ? EVERY_MS.terminal : EVERY_MS.plain);
  timer.unref();
  return progress;

  function show(): void {
    const now = performance.now();
    samples.push({ at: now, files: tally.files - tally.judgedBefore });
    while (now - samples[0]!.at > WINDOW_S * 1000 && samples.length > 2) samples.shift();
    const line = progressLine(tally, progress.total, rateOf(samples));
    stream.write(stream.isTTY ? `\r\u001b[2K${line.slice(0, stream.columns - 1)}` : `${line}\n`);
  }

  function stop(): void {
    clearInterval(timer);
    if (stream.isTTY) stream.write("\r\u001b[2K");
  }
}

function rateOf(samples: readonly { readonly at: number; readonly files: number }[]): number {
  const [first, last] = [samples[0]!, samples.at(-1)!];
  return last.at > first.at ? (1000 * (last.files - first.files)) / (last.at - first.at) : 0;
}

/** One line: bar, files, rate, time left, and what was found. `rate` in documents a second. */
export function progressLine(tally: ImportTally, total: number | undefined, rate: number): string {
  const done = total ? Math.min(1, tally.files / total) : undefined;
  const left = total !== undefined && rate > 0 ? (total - tally.files) / rate : undefined;
  const bar = done === undefined ? "" : `${"█".repeat(Math.floor(done * BAR)).padEnd(BAR, "░")} ${Math.floor(done * 100)}%  `;
  return [
    `${bar}${tally.files}${total === undefined ? "" : `/${total}`} files`,
    `${rate.toFixed(1)}/s`,
    ...(left === undefined ? [] : [`${duration(left)} left`]),
    `${tally.findings.error} errors, ${tally.findings.warning} warnings`,
    ...(tally.unread > 0 ? [`${tally.unread} not read`] : []),
  ].join("  ");
}

/** `1h02m`, `2m05s`, `9s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return `${hours}h${String(minutes).padStart(2, "0")}m`;
  return minutes > 0 ? `${minutes}m${String(rest).padStart(2, "0")}s` : `${rest}s`;
}
