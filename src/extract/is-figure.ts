const FIGURE = /^[≥≤=<>＝＜＞]?[-+]?\d[\d,]*(?:\.\d+)?[%％]?$/u;

/** Whether a text is a figure and nothing else, with or without a sign of comparison or of percent. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text);
}

const NO_FIGURE = /^[-—–/]+$/u;

/** Whether it stands for a figure that is not told. */
export function isNoFigure(text: string): boolean {
  return NO_FIGURE.test(text);
}
