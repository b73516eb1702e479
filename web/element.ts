/** What an element may hold: nodes and texts. A text becomes a text node, whatever stands in it: documents are anybody's. */
export type Content = Node | string | number | null | undefined | false | readonly Content[];

export interface Attributes {
  readonly [name: string]: string | number | boolean | null | undefined | ((event: Event) => void);
}

/** An element with attributes and content. Functions listen to the event of their name; `true` sets an attribute without a value. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...nodesOf(content));
  return made;
}

function nodesOf(content: Content): (Node | string)[] {
  if (content === null || content === undefined || content === false) return [];
  if (content instanceof Node) return [content];
  if (typeof content === "object") return content.flatMap(nodesOf);
  return [String(content)];
}

/** Characters that turn the direction of reading, and controls but for line breaks and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A document's own words: apart from what stands around them, with what a browser would obey spelled out. */
export function told(text: string): HTMLElement {
  return element(
    "bdi",
    {},
    text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
