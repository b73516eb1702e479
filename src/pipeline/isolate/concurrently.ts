export interface ConcurrentOptions {
  /** Items under way, or finished and not yet taken, at most: what bounds the memory. */
  readonly atOnce: number;
  /** Results in the order of the items; else as they come. */
  readonly inOrder: boolean;
}

/**
 * The results of `work` over the items, several at once. Items are drawn only as results are taken, so that neither a long list nor a slow
 * consumer costs memory. The first rejection ends it.
 */
export async function* concurrently<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  { atOnce, inOrder }: ConcurrentOptions,
): AsyncGenerator<Result> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const underWay = new Map<number, Promise<{ readonly key: number; readonly result: Result }>>();
  let drawn = 0;
  let exhausted = false;
  try {
    for (;;) {
      while (!exhausted && underWay.size < atOnce) {
        const next = await source.next();
        if (next.done) exhausted = true;
        else underWay.set(drawn, begin(drawn++, next.value));
      }
      const oldest = underWay.values().next().value;
      if (oldest === undefined) return;
      const { key, result } = await (inOrder ? oldest : Promise.race(underWay.values()));
      underWay.delete(key);
      yield result;
    }
  } finally {
    await source.return?.();
  }

  function begin(key: number, item: Item) {
    const begun = work(item).then((result) => ({ key, result }));
    // Its turn to be awaited may come later, or never.
    begun.catch(() => {});
    return begun;
  }
}
