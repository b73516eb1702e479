const A4_SHORT = 8.27;
const A4_LONG = 11.69;
/** Sheets that reports are printed on lie between A7 and A2; a resolution that makes another sheet was never measured (72 and 96 are what programs write by default). */
const LEAST_INCHES = 3;
const MOST_INCHES = 24;
const LEAST_DPI = 100;
const MOST_DPI = 1200;

/** Pixels per inch of a scanned page: what the file says where that makes a sheet of paper, else what makes the picture an A4 sheet. */
export function resolutionOf(width: number, height: number, stated: number | undefined): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const plausible =
    stated !== undefined && stated >= LEAST_DPI && stated <= MOST_DPI && short / stated >= LEAST_INCHES && long / stated <= MOST_INCHES;
  return plausible ? stated : Math.max(short / A4_SHORT, long / A4_LONG);
}
