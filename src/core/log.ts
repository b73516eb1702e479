import { pino } from "pino";

/** The logger: JSON lines on stderr, readable text when stderr is a terminal. Standard output belongs to results. */
export function createLogger(level: string): pino.Logger {
  const pretty = process.stderr.isTTY ? { transport: { target: "pino-pretty", options: { destination: 2 } } } : undefined;
  return pretty ? pino({ level, ...pretty }) : pino({ level }, pino.destination(2));
}
