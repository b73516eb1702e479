/** The size that most of the text has, to half a point; 10 where there is none. */
export function usualSize(texts: readonly { readonly size: number; readonly text: string }[]): number {
  const counts = new Map<number, number>();
  const add = (size: number, length: number): void => {
    const step = Math.round(size * 2) / 2;
    counts.set(step, (counts.get(step) ?? 0) + length);
  };
  // Most texts are of the size of the one before.
  let before = texts[0]?.size ?? 0;
  let length = 0;
  for (const { size, text } of texts) {
    if (size !== before) {
      add(before, length);
      before = size;
      length = 0;
    }
    length += text.length;
  }
  add(before, length);
  let best = 10;
  let most = 0;
  for (const [size, count] of counts)
    if (count > most && size > 0) {
      most = count;
      best = size;
    }
  return best;
}
