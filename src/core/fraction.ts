const HUNDRED = 100;
/** A share is told within this ratio of the percentage beside it, up or down. */
const ALIKE = 2;

/**
 * Whether a figure without a sign beside a percentage is a share of one: 0.95 beside 93 (%) is 95 %, 1 is 100 %. Not where a small percentage may have lost
 * its sign (0.5 beside 5), nor beside a range.
 */
export function isFractionBeside(value: string, percentage: string): boolean {
  const [plain, beside] = [Number(value), Number(percentage)];
  const share = plain * HUNDRED;
  return plain > 0 && plain <= 1 && share <= beside * ALIKE && share >= beside / ALIKE;
}

/** Whether such a figure is nearer to the percentage as a share than as it stands, though not near enough to be sure (0.3 beside 80). */
export function mayBeFractionBeside(value: string, percentage: string): boolean {
  const [plain, beside] = [Number(value), Number(percentage)];
  return plain > 0 && plain <= 1 && plain * Math.sqrt(HUNDRED) < beside && !isFractionBeside(value, percentage);
}
