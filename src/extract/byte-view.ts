import { Fault } from "../core/fault.js";
import type { Message } from "../core/messages/messages.js";

/** Little-endian numbers of a byte array; reading beyond its end is `Fault("corrupt")`, with the name of what was read. */
export class ByteView {
  readonly #view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    private readonly what: Message,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.byteLength;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#check(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#check(at, 2), true);
  }

  i16(at: number): number {
    return this.#view.getInt16(this.#check(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#check(at, 4), true);
  }

  i32(at: number): number {
    return this.#view.getInt32(this.#check(at, 4), true);
  }

  slice(at: number, length: number): Uint8Array {
    this.#check(at, length);
    return this.bytes.subarray(at, at + length);
  }

  /** UTF-16 characters. */
  text(at: number, characters: number): string {
    const bytes = this.slice(at, characters * 2);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf16le");
  }

  #check(at: number, length: number): number {
    if (at >= 0 && length >= 0 && at + length <= this.bytes.byteLength) return at;
    throw new Fault("corrupt", `The ${this.what} ends before its content does.`);
  }
}
