/** What the text of a group is for. */
export type Destination =
  | "body"
  | "skip"
  | "fonts"
  | "styles"
  | "field"
  | "instruction"
  | "result"
  | "form"
  | "formEntry"
  | "label"
  | "note"
  | "textBox"
  | "nestedRow"
  | "picture"
  | "objectClass";

/** Properties that a group inherits and forgets at its end. */
export interface Scope {
  destination: Destination;
  font: number;
  hidden: boolean;
  struck: boolean;
  deleted: boolean;
  /** How many bytes follow a Unicode character for readers that know none. */
  replacement: number;
  /** How many tables the paragraph stands in. */
  depth: number;
  style: number | undefined;
  outline: number | undefined;
}

export const FIRST_SCOPE: Scope = {
  destination: "body",
  font: 0,
  hidden: false,
  struck: false,
  deleted: false,
  replacement: 1,
  depth: 0,
  style: undefined,
  outline: undefined,
};

const NAMES: { readonly [destination in Destination]?: string } = {
  skip: `colortbl info objdata header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable revtbl rsidtbl generator
    xmlnstbl themedata colorschememapping datastore latentstyles shprslt nonshppict nonesttables pn bkmkstart bkmkend annotation atnid atnauthor
    atndate atnref atrfstart atrfend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template filetbl sp mmathPr`,
  fonts: "fonttbl",
  styles: "stylesheet",
  field: "field",
  instruction: "fldinst",
  result: "fldrslt",
  form: "formfield",
  formEntry: "ffl",
  label: "listtext pntext",
  note: "footnote",
  textBox: "shptxt",
  nestedRow: "nesttableprops",
  picture: "pict",
  objectClass: "objclass",
};

/** The control words that begin a destination. */
export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map(
  Object.entries(NAMES).flatMap(([destination, names]) =>
    names.split(/\s+/).map((name): [string, Destination] => [name, destination as Destination]),
  ),
);

/** Destinations that hold others, and whose own text is their surroundings'. */
export const TRANSPARENT: ReadonlySet<string> = new Set(["shp", "shpinst", "shpgrp", "shppict", "object", "result"]);

/** Words that are a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["line", "\n"],
  ["page", "\f"],
  ["column", "\f"],
  ["emdash", "—"],
  ["endash", "–"],
  ["bullet", "•"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["emspace", " "],
  ["enspace", " "],
  ["qmspace", " "],
]);

/** Sets what a control word says of how characters and paragraphs look; false for words that say nothing of it. */
export function setLook(scope: Scope, name: string, value: number, defaultFont: number): boolean {
  switch (name) {
    case "pard":
      Object.assign(scope, { depth: 0, style: undefined, outline: undefined });
      return true;
    case "plain":
      Object.assign(scope, { hidden: false, struck: false, deleted: false, font: defaultFont });
      return true;
    case "v":
      scope.hidden = value !== 0;
      return true;
    case "strike":
    case "striked":
      scope.struck = value !== 0;
      return true;
    case "deleted":
      scope.deleted = value !== 0;
      return true;
    case "uc":
      scope.replacement = Math.max(0, value);
      return true;
    case "s":
      scope.style = value;
      return true;
    default:
      return false;
  }
}
