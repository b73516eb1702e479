/** The size that most of the text has, to half a point; 10 where there is none. */
export function usualSize(texts: readonly { readonly size: number; readonly text: string }[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of texts) {
    const step = Math.round(size * 2) / 2;
    counts.set(step, (counts.get(step) ?? 0) + text.length);
  }
  let best = 10;
  let most = 0;
  for (const [size, count] of counts)
    if (count > most && size > 0) {
      most = count;
      best = size;
    }
  return best;
}
