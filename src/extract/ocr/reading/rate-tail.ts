/** Behind the decimals of a rate: a reader makes noughts of the percent sign's circles, and neither changes what the rate is. */
const TAIL = /(?<=\d\.\d*)[0%％]+$/u;

/** A rate with decimals without the noughts and percent signs behind them (92.18 of 92.18%, 92.180% and 92.18%0); another figure as it is. */
export function withoutRateTail(text: string): string {
  return text.replace(TAIL, "");
}
