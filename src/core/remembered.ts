/** A function that finds the same for the same key, and looks for it once only. */
export function remembered<Asked, Found>(find: (asked: Asked) => Found, keyOf: (asked: Asked) => string): (asked: Asked) => Found {
  const known = new Map<string, Found>();
  return (asked) => {
    const key = keyOf(asked);
    if (!known.has(key)) known.set(key, find(asked));
    return known.get(key)!;
  };
}
