/**
 * Control characters, which a terminal may obey, and those that turn the direction of text around. A tab is only wide; a line break
 * would break the layout.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text of a document as it may be shown on a terminal: what a terminal would obey is spelled out instead. Of JSON, where such characters
 * stand in strings alone, it makes JSON of the same data.
 */
export function printable(text: string): string {
  return text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
