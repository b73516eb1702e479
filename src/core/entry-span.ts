/** Where an entry's bytes lie in a zip, so that another process can read it without looking for it. */
export interface EntrySpan {
  /** Bytes from the zip's begin to the entry's local header. */
  readonly offset: number;
  readonly packedLength: number;
  readonly byteLength: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
}
