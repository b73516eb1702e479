import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { fromQuotedPrintable } from "../text/quoted-printable.js";

/** A leaf of a MIME message. */
export interface MimePart {
  /** Lower case, without parameters: `text/html`. */
  readonly type: string;
  readonly charset?: string;
  /** The message ends within it. */
  readonly isCut: boolean;
  /** Its transfer encoding undone. */
  content(): Uint8Array;
}

interface Header {
  readonly type: string;
  readonly parameters: { readonly [name: string]: string };
  readonly encoding: string;
  /** Where the body begins. */
  readonly body: number;
}

/**
 * The leaves of a MIME message (RFC 2045, 2046), in order. The bytes are taken as Latin-1, so that each character is one byte. Nothing is decoded before
 * it is asked for. Faults: `too-large` (parts, nesting).
 */
export function mimeParts(bytes: Uint8Array, limits: Limits): MimePart[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const parts: MimePart[] = [];
  collect({ text, isCut: false }, 0, limits, parts);
  return parts;
}

/** A part as it stands in the message. */
interface RawPart {
  readonly text: string;
  /** No boundary stands behind it. */
  readonly isCut: boolean;
}

function collect({ text, isCut }: RawPart, depth: number, limits: Limits, parts: MimePart[]): void {
  if (depth > limits.nesting || parts.length > limits.entries)
    throw new Fault("too-large", "The message has too many parts (limits nesting, entries).");
  const header = readHeader(text);
  const body = text.slice(header.body);
  const boundary = header.parameters.boundary;
  if (header.type.startsWith("multipart/") && boundary) {
    for (const part of splitAt(body, boundary)) collect(part, depth + 1, limits, parts);
    return;
  }
  const charset = header.parameters.charset;
  parts.push({ type: header.type, ...(charset ? { charset } : {}), isCut, content: () => decodeBody(body, header.encoding) });
}

function readHeader(text: string): Header {
  const end = /\r?\n\r?\n/u.exec(text);
  const raw = end ? text.slice(0, end.index) : text;
  const fields = new Map<string, string>();
  for (const line of raw.replace(/\r?\n[ \t]+/gu, " ").split(/\r?\n/u)) {
    const colon = line.indexOf(":");
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const value = fields.get("content-type") ?? "text/plain";
  const parameters: { [name: string]: string } = Object.create(null);
  for (const [, name, quoted, bare] of value.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s;]+))/gu))
    parameters[name!.toLowerCase()] = quoted ?? bare ?? "";
  return {
    type: value.split(";")[0]!.trim().toLowerCase(),
    parameters,
    encoding: (fields.get("content-transfer-encoding") ?? "").toLowerCase(),
    body: end ? end.index + end[0].length : text.length,
  };
}

/** The parts between the boundary's lines. */
function splitAt(body: string, boundary: string): RawPart[] {
  const parts: RawPart[] = [];
  const mark = `--${boundary}`;
  let from = -1;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== "\n") continue;
    if (from >= 0) parts.push({ text: body.slice(from, at), isCut: false });
    const line = body.indexOf("\n", at);
    if (body.startsWith("--", at + mark.length) || line === -1) return parts;
    from = line + 1;
  }
  if (from >= 0) parts.push({ text: body.slice(from), isCut: true });
  return parts;
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  return fromQuotedPrintable(body);
}
