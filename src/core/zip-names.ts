/** What an entry of a zip is called: in UTF-8 whether it says so or not, else in the code page that programs on Chinese Windows write. */
export function nameOfEntry(raw: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder("gb18030").decode(raw);
  }
}
