import { SaxesParser } from "saxes";
import { Fault } from "../core/fault.js";
import type { Limits } from "../core/limits.js";

/** An element or attribute name: the prefix that the reader gave to its namespace, as in `w:tbl`; just `tbl` in no or an unknown namespace. */
export type XmlName = string;
export type XmlAttributes = { readonly [name: XmlName]: string };

/** What a walk reports; namespace declarations are left out of the attributes. Text comes in pieces, split wherever the parser likes. */
export interface XmlVisitor {
  open?(name: XmlName, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: XmlName): void;
}

/** The canonical prefix for each namespace a reader knows; several namespaces may share one (strict and transitional OOXML). */
export type Namespaces = { readonly [uri: string]: string };

const CHUNK = 1 << 16;
/** The namespace of namespace declarations, which no visitor needs. */
const XMLNS = "http://www.w3.org/2000/xmlns/";

/**
 * Walks XML without entities: a DOCTYPE is a `Fault("corrupt")`, so nothing expands and nothing is fetched. Nesting beyond
 * `limits.nesting` is `too-large`; XML that is not well-formed or ends early is `corrupt`. Characters that XML forbids and prefixes without a
 * namespace are let pass: some generators write them, and they change no text.
 */
export function walkXml(bytes: Uint8Array, namespaces: Namespaces, limits: Limits, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const nameOf = nameTable(namespaces);
  let depth = 0;
  parser.on("error", (error) => {
    if (!FORGIVEN.test(error.message)) throw new Fault("corrupt", `The XML inside is broken: ${error.message}`);
  });
  parser.on("doctype", () => {
    throw new Fault("corrupt", "The XML inside has a DOCTYPE, which office documents never have.");
  });
  parser.on("opentag", (tag) => {
    depth++;
    if (depth > limits.nesting) throw new Fault("too-large", `XML nested deeper than ${limits.nesting} (limit nesting).`);
    if (!visitor.open) return;
    const attributes: Record<XmlName, string> = {};
    for (const key in tag.attributes) {
      const { uri, local, value } = tag.attributes[key]!;
      if (uri !== XMLNS) attributes[nameOf(uri, local)] = value;
    }
    visitor.open(nameOf(tag.uri, tag.local), attributes);
  });
  parser.on("closetag", (tag) => {
    depth--;
    visitor.close?.(nameOf(tag.uri, tag.local));
  });
  const text = visitor.text?.bind(visitor);
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  for (const piece of decodeXml(bytes)) parser.write(piece);
  parser.close();
}

const FORGIVEN = /disallowed character|unbound namespace prefix|duplicate attribute/;

/** Names are made once each: a document repeats a few dozen of them millions of times. */
function nameTable(namespaces: Namespaces): (uri: string, local: string) => XmlName {
  const tables = new Map<string, Map<string, XmlName>>();
  return (uri, local) => {
    const table = tables.get(uri) ?? new Map<string, XmlName>();
    if (table.size === 0) tables.set(uri, table);
    const known = table.get(local);
    if (known !== undefined) return known;
    const prefix = Object.hasOwn(namespaces, uri) ? namespaces[uri] : "";
    const name = prefix ? `${prefix}:${local}` : local;
    table.set(local, name);
    return name;
  };
}

/** The text in pieces, so that the whole is never held twice. Encoding by byte order mark, by the declaration's own shape, else as declared. */
function* decodeXml(bytes: Uint8Array): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder>;
  const encoding = encodingOf(bytes);
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw new Fault("corrupt", `The XML inside declares the encoding "${encoding}", which is not known.`, { cause });
  }
  try {
    for (let at = 0; at < bytes.byteLength; at += CHUNK) yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    yield decoder.decode();
  } catch (cause) {
    if (cause instanceof TypeError) throw new Fault("corrupt", `The XML inside is not valid ${encoding}.`, { cause });
    throw cause;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  if (a === 0xef && b === 0xbb) return "utf-8";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,150}?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1] ?? "utf-8";
}
