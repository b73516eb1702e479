type Node = { readonly [key: string]: unknown } | readonly unknown[];

/** A copy of `root` with what stands at the JSON pointer replaced by what `edit` makes of it; `root` itself where nothing stands there. */
export function edited<Root extends object>(root: Root, pointer: string, edit: (value: unknown) => unknown): Root {
  const keys = pointer.split("/").slice(1);
  const step = (node: unknown, at: number): unknown => {
    if (at === keys.length) return edit(node);
    const key = keys[at]!;
    if (typeof node !== "object" || node === null || !(key in node)) return node;
    if (Array.isArray(node)) return node.map((each, i) => (String(i) === key ? step(each, at + 1) : each));
    return { ...node, [key]: step((node as Node)[key as never], at + 1) };
  };
  return step(root, 0) as Root;
}
