import { joinLines } from "../../../core/text.js";
import { REMARK_LABEL } from "../../lexicon/flattened-words.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { type ColumnKind, isBanner, kindOfHead, withNames } from "../column.js";
import { type Band, settledBands } from "./column-bands.js";
import { withEarlierYears } from "./earlier-columns.js";
import { FIGURE } from "./find-anchors.js";
import { type LaidHead, laidRole, titlesOf } from "./find-laid-head.js";
import { groupLabel } from "./group-label.js";
import { isLaidOut, type LaidLine, type Token } from "./laid-lines.js";
import { continued, type Section, sectionOf } from "./laid-section.js";
import { placeTokens, tellsRow } from "./place-tokens.js";
import { totalLabel } from "./total-label.js";

/** A line of a table's body with its words by column. */
export interface BodyLine {
  readonly line: LaidLine;
  /** Height, counted over page breaks. */
  readonly y: number;
  readonly cells: readonly (string | undefined)[];
  /** For each column, whether its words stand within it, where no other's do. */
  readonly placed: readonly boolean[];
  /** The label of a total that stands on it, or of the group of the rows below. */
  readonly total: string | undefined;
  readonly isGroup: boolean;
  /** The first of its page; heads and running lines may stand above it there. */
  readonly newPage: boolean;
  /** How far its words stand off their columns, on average. */
  readonly cost: number;
}

/** A laid-out table with its lines, before its rows are told apart. */
export interface LaidRegion {
  readonly about: LaidHead["about"];
  readonly titles: readonly string[];
  readonly kinds: readonly ColumnKind[];
  /** Columns left of all heads. */
  readonly labels: number;
  readonly head: LaidLine;
  readonly body: readonly BodyLine[];
  /** Its first line among those given. */
  readonly from: number;
  /** It goes on over a page's end, and where is not clear. */
  readonly cut: boolean;
}

/** Lines by which a page's end parts what stands above and below it: mostly a row ends there. */
const AT_PAGE_END = 2;

/** The table that a head begins; undefined where it has no line below. */
export function laidRegion(lines: readonly LaidLine[], head: LaidHead): LaidRegion | undefined {
  const first = sectionOf(lines, head, head.to);
  if (first.to === head.to) return undefined;
  const own = titlesOf(lines.slice(head.from, head.to), first.bands);
  const titles = head.about === "funds" ? own : withEarlierYears(own, first.bands, lines.slice(Math.max(0, head.from - 1), head.to));
  const labels = first.bands.length - head.bands.length;
  const kindOf = (title: string, c: number): ColumnKind => {
    if (c >= labels) return kindOfHead(title, laidRole(title, head.about), head.about);
    return head.about === "funds" && c === labels - 1 ? "label" : "text";
  };
  const columns = titles.map((title, c) => ({ title, kind: kindOf(title, c), role: laidRole(title, head.about) ?? "" }));
  const kinds = withNames(columns.map((column) => (isBanner(column, columns) ? { ...column, kind: "text" as const } : column))).map(
    ({ kind }) => kind,
  );
  const { body: below, bands } = bodyLines(lines, head.to, first, kinds, 0);
  const all = head.about === "funds" ? withCorners(titles, below, labels - 1) : below;
  const beside = head.about === "funds" ? blockLabel(all, kinds) : undefined;
  if (beside) titles[labels - 1] = beside.text;
  const body = closeTitles(titles, all.slice(beside?.lines ?? 0));
  let to = first.to;
  let { cut } = first;
  while (lines[to]?.newPage && !endsInTotal(body) && !cut) {
    const next = continued(lines, to, head, { kinds, titles, bands });
    if (next) {
      const { body: overleaf } = bodyLines(lines, next.from, next, kinds, (body.at(-1)?.y ?? 0) + AT_PAGE_END);
      body.push(...overleaf.map((line, i) => ({ ...line, newPage: i === 0 })));
      to = next.to;
      cut ||= next.cut;
    } else cut = isLaidOut(lines[to]!.tokens);
    if (!next) break;
  }
  return { about: head.about, titles, kinds, labels, head: lines[head.from]!, body, from: head.from, cut };
}

function endsInTotal(body: readonly BodyLine[]): boolean {
  const last = body.at(-1);
  return last?.total !== undefined && !last.isGroup;
}

/** The lines with what stands beside the heads in the labels below, which are one cell with it: 预算执行情况 above （20分）. Those columns lose their titles. */
function withCorners(titles: string[], body: readonly BodyLine[], columns: number): readonly BodyLine[] {
  const corners = titles.map((title, c) => (c < columns && title !== "" ? title : undefined));
  corners.forEach((corner, c) => {
    if (corner !== undefined) titles[c] = "";
  });
  return body.map((line, i) => {
    if (i > 0) return line;
    return { ...line, cells: line.cells.map((text, c) => (corners[c] === undefined ? text : joinLines([corners[c], text ?? ""]))) };
  });
}

/** 项目资金 / （万元） above the first row: what stands beside all of them, the lines it takes among its own. */
function blockLabel(body: readonly BodyLine[], kinds: readonly ColumnKind[]): { text: string; lines: number } | undefined {
  const label = kinds.indexOf("label");
  const alone = ({ cells }: BodyLine) => cells.every((text, c) => (c === label) === (text !== undefined));
  const lines = body.findIndex((line) => !alone(line));
  const text = joinLines(body.slice(0, Math.max(0, lines)).map(({ cells }) => cells[label]!));
  return metaField(text) === "other" ? { text, lines } : undefined;
}

/** The lines without what belongs to titles whose bracket is still open: 执行 and 率） below 得分（20分*. Those titles are closed with it. */
function closeTitles(titles: string[], body: readonly BodyLine[]): BodyLine[] {
  const rest = [...body];
  titles.forEach((title, c) => {
    if (!isOpen(title)) return;
    let closed = title;
    let lines = 0;
    while (lines < Math.min(MOST_BELOW_TITLE, rest.length) && isOpen(closed)) closed += rest[lines++]!.cells[c] ?? "";
    if (isOpen(closed)) return;
    titles[c] = closed;
    for (let i = 0; i < lines; i++)
      rest[i] = { ...rest[i]!, cells: rest[i]!.cells.map((text, column) => (column === c ? undefined : text)) };
  });
  return rest.filter(({ cells, total }) => total !== undefined || cells.some((text) => text !== undefined));
}

const MOST_BELOW_TITLE = 4;

function isOpen(title: string): boolean {
  return (title.match(/[（(]/gu)?.length ?? 0) > (title.match(/[）)]/gu)?.length ?? 0);
}

function bodyLines(
  lines: readonly LaidLine[],
  from: number,
  { bands, to }: Section,
  kinds: readonly ColumnKind[],
  y: number,
): { readonly body: BodyLine[]; readonly bands: readonly Band[] } {
  const own = lines.slice(from, to).filter((line) => !isRemark(line));
  const rowOf = new Map(lines.slice(from, to).map((line, i) => [line, from + i]));
  const told = withOverflow(own).map(({ line, tokens, parted }) => {
    const group = groupLabel(lines, rowOf.get(line)!);
    if (group !== undefined) return { line, total: group, isGroup: true, parted, tokens: [] };
    const total = totalLabel(line);
    return { line, total: total?.text, isGroup: false, parted, tokens: tokens.filter((token) => !total?.tokens.includes(token)) };
  });
  const words: Token[][] = bands.map(() => []);
  const inRows = bands.map(() => 0);
  const rows = told.filter(({ total, tokens }) => total === undefined && tellsRow(tokens, kinds));
  for (const line of told) {
    const { places } = placeTokens(line.tokens, bands, kinds, line);
    for (const [t, c] of places.entries()) words[c]!.push(line.tokens[t]!);
    if (rows.includes(line)) for (const c of new Set(places)) inRows[c]!++;
  }
  const settled = settledBands(bands, words);
  const full = inRows.flatMap((count, c) => (count > rows.length * FULL ? [c] : []));
  const body = told.map(({ line, total, isGroup, tokens, parted }): BodyLine => {
    const cells: (string | undefined)[] = bands.map(() => undefined);
    const { places, cost } = placeTokens(tokens, settled, total === undefined ? kinds : ofTotal(kinds), { parted, full });
    const placed = bands.map(() => true);
    places.forEach((c, t) => {
      cells[c] = cells[c] === undefined ? tokens[t]!.text : `${cells[c]} ${tokens[t]!.text}`;
      placed[c] &&= isWithin(tokens[t]!, settled, c);
    });
    return {
      line,
      y: y + line.row - lines[from]!.row,
      cells,
      placed,
      total,
      isGroup,
      newPage: line.newPage,
      cost: cost / Math.max(1, tokens.length),
    };
  });
  return { body, bands: settled };
}

/** Share of the rows that have something in a column which all have. */
const FULL = 0.6;

/** The columns in the row of a total, whose figures are marks and amounts, wherever a merged cell has them. */
function ofTotal(kinds: readonly ColumnKind[]): ColumnKind[] {
  return kinds.map((kind) => (kind === "points" || kind === "amount" || kind === "rate" ? kind : "label"));
}

/** Whether a word stands within a column, and reaches into no other. */
function isWithin({ from, to }: Token, bands: readonly Band[], column: number): boolean {
  const band = bands[column]!;
  const isElsewhere = bands.some((other) => other !== band && from < other.to && to > other.from);
  return from >= band.from && to <= band.to && !isElsewhere;
}

interface Words {
  readonly line: LaidLine;
  readonly tokens: readonly Token[];
  /** The word from which on there was no room on the line. */
  readonly parted?: number;
}

/** Words for which a line has no room stand on the next, where they would begin: both lines are one. */
function withOverflow(lines: readonly LaidLine[]): Words[] {
  const found: Words[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1];
    const last = line.tokens.at(-1)!;
    const start = next?.tokens[0];
    // One figure alone below a total's is the rest of that: 99.8 and 8.
    const isRest = next?.tokens.length === 1 && totalLabel(line) !== undefined;
    const isOverflow =
      next &&
      start &&
      !isRest &&
      next.row === line.row + 1 &&
      start.from > last.from &&
      start.from < last.to + 2 &&
      FIGURE.test(last.text) &&
      FIGURE.test(start.text);
    if (isOverflow) {
      found.push({ line, tokens: [...line.tokens, ...next.tokens], parted: line.tokens.length });
      at++;
    } else found.push({ line, tokens: line.tokens });
  }
  return found;
}

/** 其他需要说明的事项 / 无: a row of the form, not of the table in it. */
function isRemark({ tokens }: LaidLine): boolean {
  return tokens.length <= 2 && REMARK_LABEL.test(tokens[0]!.text);
}
