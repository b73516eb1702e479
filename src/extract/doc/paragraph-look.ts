import type { StoredParagraph } from "./paragraphs.js";
import type { Sprm } from "./sprm.js";
import type { StyleSheet } from "./style-sheet.js";

/** What a paragraph's properties say that matters for its place. */
export interface ParagraphLook {
  /** How many tables it stands in. */
  readonly depth: number;
  readonly endsCell: boolean;
  readonly endsRow: boolean;
  /** 1–9 */
  readonly heading: number | undefined;
  /** An entry of a table of contents. */
  readonly isContents: boolean;
  /** The list use, from 1. */
  readonly list: number | undefined;
  /** The list level; undefined where the style links it. */
  readonly level: number | undefined;
}

const CODES = {
  inTable: 0x2416,
  endsRow: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRow: 0x244c,
  outline: 0x2640,
  list: 0x460b,
  level: 0x260a,
} as const;
const CELL_MARK = "\u0007";
const TITLE = 62;
/** Beyond it Word itself shows no more tables in tables. */
const MOST_DEPTH = 64;
/** Higher numbers of list uses mean that numbering is taken away. */
const MOST_LIST = 0x7fe;

export function paragraphLook({ sprms, mark, style: index }: StoredParagraph, styles: StyleSheet): ParagraphLook {
  const style = styles(index);
  const byte = (code: number) => last(sprms, code)?.getUint8(0) ?? 0;
  const styled = (code: number) => last(sprms, code) ?? last(style?.paragraph ?? [], code);
  const stated = last(sprms, CODES.depth)?.getInt32(0, true) ?? 0;
  const depth = Math.min(MOST_DEPTH, stated > 0 ? stated : byte(CODES.inTable) !== 0 ? 1 : 0);
  const builtIn = style?.builtIn ?? 0;
  const outline = styled(CODES.outline)?.getUint8(0) ?? (builtIn >= 1 && builtIn <= 9 ? builtIn - 1 : builtIn === TITLE ? 0 : 9);
  const list = styled(CODES.list)?.getUint16(0, true);
  const isDirect = last(sprms, CODES.list) !== undefined || last(sprms, CODES.level) !== undefined;
  const endsRow = depth > 0 && (depth === 1 ? byte(CODES.endsRow) !== 0 : byte(CODES.innerRow) !== 0);
  return {
    depth,
    endsRow,
    endsCell: depth > 0 && !endsRow && (depth === 1 ? mark === CELL_MARK : byte(CODES.innerCell) !== 0),
    heading: outline < 9 ? outline + 1 : undefined,
    isContents: builtIn >= 19 && builtIn <= 27,
    list: list !== undefined && list >= 1 && list <= MOST_LIST ? list : undefined,
    level: isDirect || last(style?.paragraph ?? [], CODES.level) ? (styled(CODES.level)?.getUint8(0) ?? 0) : undefined,
  };
}

function last(sprms: readonly Sprm[], code: number): DataView | undefined {
  return sprms.findLast((sprm) => sprm.code === code)?.operand;
}
