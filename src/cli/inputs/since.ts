import { InvalidArgumentError } from "commander";

const DURATION = /^(\d+)\s*(min|h|d|w|mo|y)$/;

/**
 * A moment as the command line says it: a date (midnight here), a date and time, or how long ago: 90min, 12h, 30d, 2w, 6mo, 1y. Throws what
 * commander tells the user.
 */
export function since(value: string, now = new Date()): Date {
  const [, count, unit] = DURATION.exec(value) ?? [];
  const moment = unit === undefined ? dateOf(value) : ago(Number(count), unit, now);
  if (Number.isNaN(moment.getTime()))
    throw new InvalidArgumentError(
      "Give a date (2024-01-31), a date and time (2024-01-31T08:00), or an age: 90min, 12h, 30d, 2w, 6mo, 1y.",
    );
  return moment;
}

function dateOf(value: string): Date {
  // A date alone would be midnight in Greenwich.
  return new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00` : /^\d{4}-\d\d-\d\dT/.test(value) ? value : Number.NaN);
}

const HOUR_MS = 3_600_000;
const UNIT_MS: { readonly [unit: string]: number } = { min: HOUR_MS / 60, h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS };

function ago(count: number, unit: string, now: Date): Date {
  const milliseconds = UNIT_MS[unit];
  if (milliseconds !== undefined) return new Date(now.getTime() - count * milliseconds);
  const moment = new Date(now);
  if (unit === "y") moment.setFullYear(moment.getFullYear() - count);
  else moment.setMonth(moment.getMonth() - count);
  return moment;
}
