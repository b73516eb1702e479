const FIGURE = /^[≥≤=<>＝＜＞]?[-+]?\d[\d,]*(?:\.\d+)?[%％]?$/u;

/** Whether a text is a figure and nothing else, with or without a sign of comparison or of percent. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text);
}
