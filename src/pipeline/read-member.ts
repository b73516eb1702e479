import { type FileHandle, open } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";
import { Fault } from "../core/fault.js";
import type { Limits } from "../core/limits.js";
import type { ZipMember } from "./outcome.js";

const LOCAL_HEADER = { signature: 0x04034b50, length: 30, nameLength: 26, extraLength: 28 };

/**
 * The bytes of a file in a zip, inflated to what it declares and never further. Faults: `too-large`, `corrupt` (a damaged zip, a wrong checksum, a
 * packing that is not read).
 */
export async function readMember(member: ZipMember, limits: Limits): Promise<Uint8Array> {
  const { byteLength, packedLength } = member;
  if (Math.max(byteLength, packedLength) > limits.bytes)
    throw new Fault("too-large", `The file has ${byteLength} bytes; the limit is ${limits.bytes} (bytes).`);
  const handle = await open(member.zip).catch((error: Error) => {
    throw damaged(`it cannot be opened: ${error.message}`);
  });
  try {
    return unpacked(await packedBytes(handle, member), member);
  } finally {
    await handle.close();
  }
}

async function packedBytes(handle: FileHandle, { offset, packedLength }: ZipMember): Promise<Uint8Array> {
  const header = await exactly(handle, offset, LOCAL_HEADER.length);
  if (header.readUInt32LE(0) !== LOCAL_HEADER.signature) throw damaged("no file begins where its directory says");
  const named = header.readUInt16LE(LOCAL_HEADER.nameLength) + header.readUInt16LE(LOCAL_HEADER.extraLength);
  return exactly(handle, offset + LOCAL_HEADER.length + named, packedLength);
}

async function exactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  // A buffer of its own, not a slice of the pool: readers keep views of it.
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw damaged("it is cut off");
  return buffer;
}

function unpacked(packed: Uint8Array, { method, byteLength, crc32: expected }: ZipMember): Uint8Array {
  const content = method === 0 ? packed : method === 8 ? inflated(packed, byteLength) : undefined;
  if (!content) throw damaged(`the file is packed with method ${method}, which is not read`);
  if (content.byteLength !== byteLength || crc32(content) !== expected) throw damaged("the file's checksum is wrong");
  return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
}

function inflated(packed: Uint8Array, byteLength: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, byteLength) });
  } catch (error) {
    throw damaged((error as Error).message);
  }
}

function damaged(how: string): Fault {
  return new Fault("corrupt", `The file cannot be taken out of its zip: ${how}.`, {
    remedy: "Unpack the zip, or fetch it again, and try again.",
  });
}
