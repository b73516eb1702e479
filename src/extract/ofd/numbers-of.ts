/** The numbers of a list as OFD writes boxes and matrices, blanks between; what is no number ends it. */
export function numbersOf(list: string | undefined): number[] {
  const numbers: number[] = [];
  for (const word of (list ?? "").trim().split(/[\s,]+/)) {
    const value = Number.parseFloat(word);
    if (!Number.isFinite(value)) break;
    numbers.push(value);
  }
  return numbers;
}
