import type { WordFile } from "./word-file.js";

/** The names of the document's fonts, by the index that characters refer to ([MS-DOC] 2.9.78). */
export function readFontNames(file: WordFile): string[] {
  const table = file.table("fonts");
  const names: string[] = [];
  if (table.length < 4) return names;
  let at = 4;
  for (let left = table.u16(0); left > 0 && at < table.length; left--) {
    const size = Math.min(table.u8(at) + 1, table.length - at);
    const name = size > 42 ? table.text(at + 40, Math.floor((size - 40) / 2)) : "";
    names.push(name.split("\0")[0]!);
    at += size;
  }
  return names;
}
