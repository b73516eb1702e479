import { createHash } from "node:crypto";

/** What is known of a file once its bytes are read, before anything is understood. */
export interface Fingerprint {
  readonly sha256: string;
  readonly byteLength: number;
}

/** SHA-256 in hex, and the number of bytes. */
export function fingerprintOf(bytes: Uint8Array): Fingerprint {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), byteLength: bytes.length };
}
