/** How far into a page its encoding may be declared; the standard says 1024 bytes, Word writes more before it. */
const SEARCHED = 4096;
const DECLARED = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,40})/iu;
const PROLOG = /^[^<]{0,3}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})["']/iu;

/** The encoding that a page or an XML text names at its head. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, SEARCHED));
  return PROLOG.exec(head)?.[1] ?? DECLARED.exec(head)?.[1];
}
