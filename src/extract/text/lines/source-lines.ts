/** A physical line of a text, its end cut off. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** A form feed stands before it. */
  readonly newPage: boolean;
}

/** The lines of a text, however they end; a form feed ends a line too, without counting as one. A vertical tab is Word's soft break. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  for (const [index, physical] of text
    .replace(/^\ufeff/u, "")
    .split(/\r\n|[\n\r\u0085\u2028\u2029\v]/u)
    .entries()) {
    for (const [piece, part] of physical.split("\f").entries()) lines.push({ number: index + 1, text: part, newPage: piece > 0 });
  }
  return lines;
}

/** Whether a line has nothing but white space, or what shows as none. */
export function isBlankLine({ text }: SourceLine): boolean {
  return !/[^\s\u200b\ufeff]/u.test(text);
}
