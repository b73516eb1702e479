interface Message {
  readonly action?: string;
  readonly data?: unknown;
  /** A piece of a streamed answer. */
  readonly chunk?: { readonly [name: string]: unknown };
}

type Listener = (event: { data: unknown }) => void;

/**
 * The two halves of pdf.js (parser and API) in one thread, joined by reference. pdf.js would clone each operator list and each font
 * between them, which costs as much as parsing them. Both halves listen on the one port, as they do on pdf.js's own loopback.
 */
export class InProcessPort {
  readonly #listeners = new Set<Listener>();
  /** Fonts and pictures that the parser handed over to be kept for further pages. */
  kept = 0;
  #turn: Promise<void> = Promise.resolve();

  postMessage(message: Message): void {
    if (message.action === "commonobj") this.kept++;
    const data = detach(message);
    this.#turn = this.#turn.then(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  addEventListener(_type: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}

/** What the parser goes on writing to after it was sent, and what the API must not act on. */
function detach(message: Message): Message {
  if (message.chunk) return { ...message, chunk: copyArrays(message.chunk) };
  if (message.action === "commonobj") withholdFont(message.data);
  return message;
}

function copyArrays(chunk: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  return Object.fromEntries(Object.entries(chunk).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]));
}

/** The third field of pdf.js's packed font record: "draw it from outlines, do not install it", two bits, 2 for true. */
const DISABLE_FONT_FACE = { byte: 0, clear: 0b1100_1111, set: 0b0010_0000 };

/** Keeps the API from installing the font in a browser's document, which is not there. */
function withholdFont(data: unknown): void {
  const [, kind, font] = data as [string, string, { data?: unknown } | undefined];
  if (kind !== "Font" || !(font?.data instanceof ArrayBuffer)) return;
  const bytes = new Uint8Array(font.data);
  bytes[DISABLE_FONT_FACE.byte] = (bytes[DISABLE_FONT_FACE.byte]! & DISABLE_FONT_FACE.clear) | DISABLE_FONT_FACE.set;
}
