import { UsageError } from "../usage-error.js";

/** No system has paths as long as this. */
const LONGEST = 2 ** 16;

/**
 * The paths of a list, as `find`, `git ls-files` or a database print it: one a line, or each ended by NUL. Read as they are asked for. Throws
 * a UsageError for what is no list of paths.
 */
export async function* listedPaths(list: AsyncIterable<string>, separator: "\n" | "\0"): AsyncGenerator<string> {
  let rest = "";
  for await (const part of list) {
    const paths = (rest + part).split(separator);
    rest = paths.pop()!;
    if (rest.length > LONGEST)
      throw new UsageError("Standard input is no list of paths. Give one path a line, or NUL between them with --null.");
    for (const path of paths) yield* clean(path, separator);
  }
  yield* clean(rest, separator);
}

function* clean(path: string, separator: string): Generator<string> {
  const bare = separator === "\n" && path.endsWith("\r") ? path.slice(0, -1) : path;
  if (bare !== "") yield bare;
}
