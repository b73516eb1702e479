/** What programs that handle tables write where a column has no name, or a cell no value. */
const PLACEHOLDER = /^(?:Unnamed: \d+(?:_level_\d+)?|NaN|nan|NaT|None|<NA>)$/u;

/** Whether a cell's text only says that nothing stands there. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}
