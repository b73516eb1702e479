/** Longer texts are sentences, and hardly come twice. */
const LONGEST = 72;
const MOST = 4_000;

/**
 * The same function of a text, which looks each short one up once, as long as there are not too many: cells repeat one another, and each is asked
 * what it is by every reader of tables in turn. Answers are shared, so nobody may change them.
 */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    let found = known.get(text);
    if (!found) {
      if (known.size >= MOST) known.clear();
      found = { result: read(text) };
      known.set(text, found);
    }
    return found.result;
  };
}
