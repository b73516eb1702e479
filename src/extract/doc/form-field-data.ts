import { ByteView } from "../byte-view.js";
import { type FormField, formField } from "../word/fields.js";

/** The state of a legacy form field, from its data in the data stream ([MS-DOC] 2.9.78); undefined for other kinds and damaged data. */
export function readFormField(data: ByteView, location: number): FormField | undefined {
  try {
    const size = data.u32(location);
    const head = data.u16(location + 4);
    const field = new ByteView(data.slice(location + head, size - head), "form field");
    if (field.u32(0) !== 0xffffffff) return undefined;
    const bits = field.u16(4);
    const kind = bits & 3;
    const result = (bits >> 2) & 0x1f;
    let at = 10;
    const skipText = () => {
      at += 2 + field.u16(at) * 2 + 2;
    };
    skipText();
    const usual = field.u16(at);
    at += 2;
    return formField(kind, result, usual, (index) => {
      // The format, the help and status texts, and two macros.
      for (let i = 0; i < 5; i++) skipText();
      return readEntry(field, at, index);
    });
  } catch {
    return undefined;
  }
}

/** An entry of an extended string table: its head, then each text with its length. */
function readEntry(field: ByteView, start: number, index: number): string {
  const count = field.u16(start + 2);
  let at = start + 6;
  for (let i = 0; i < count; i++) {
    const length = field.u16(at);
    if (i === index) return field.text(at + 2, length);
    at += 2 + length * 2;
  }
  return "";
}
