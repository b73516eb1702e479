/** How a run of text looks, as far as it changes what is read. */
export interface Look {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly link: boolean;
  readonly skipped: boolean;
  /** Raises or lowers digits, so that 10<sup>4</sup> and a note's mark never join the figure before them. */
  readonly script?: (text: string) => string;
}

export const PLAIN: Look = { hidden: false, struck: false, link: false, skipped: false };

const HIDING = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu;
const STRIKING = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*line-through/iu;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";

/** Word's comments and the marks that point to them. */
const COMMENT_CLASS = /(?:^|\s)(?:MsoCommentReference|msocom(?:anchor|txt|off))(?:\s|$)/u;
const COMMENT_STYLE = /mso-element\s*:\s*comment/iu;
/** A link to a foot- or endnote that Word wrote: its mark must not join the figure before it. */
const NOTE_MARK = /^#_(?:ftn|edn)\d/u;

/** The look inside an element. */
export function inlineLook(name: string, attributes: { readonly [name: string]: string }, outside: Look): Look {
  const style = attributes.style ?? "";
  const comment = COMMENT_CLASS.test(attributes.class ?? "") || COMMENT_STYLE.test(style);
  const hidden = attributes.hidden !== undefined || HIDING.test(style);
  const struck = name === "s" || name === "strike" || name === "del" || STRIKING.test(style);
  const script = name === "sup" ? shift(RAISED) : name === "sub" ? shift(LOWERED) : outside.script;
  return {
    hidden: outside.hidden || hidden,
    struck: outside.struck || struck,
    link: outside.link || name === "a",
    skipped: outside.skipped || comment || (name === "a" && NOTE_MARK.test(attributes.href ?? "")),
    ...(script ? { script } : {}),
  };
}

function shift(digits: string): (text: string) => string {
  return (text) => (/^\s*\d+\s*$/u.test(text) ? text.replace(/\d/gu, (digit) => digits[Number(digit)]!) : text);
}
