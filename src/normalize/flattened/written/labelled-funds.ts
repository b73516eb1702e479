import type { Block, Line, Paragraph } from "../../../core/extracted.js";
import { isFundAmount } from "../../../core/record.js";
import { fundLabel, fundSource } from "../../lexicon/labels/fund-source.js";
import { type FundRole, fundRole } from "../../lexicon/labels/head-words.js";
import { readHead } from "../../lexicon/writing/fold.js";
import { type Entry, writtenTable } from "./written-table.js";

interface Field {
  readonly head: string;
  readonly role: FundRole;
  readonly value: string;
}

interface FundLine {
  readonly label: string;
  readonly fields: readonly Field[];
  readonly line: Line;
  /** How many paragraphs tell it. */
  readonly paragraphs: number;
}

/** 全年预算数3200，: an amount's name with its figure, which says no unit, and what parts it from the next. */
const FIELD =
  /([^\d，,；;、。：:\s]{2,16})\s*[：:为]?\s*(-?\d[\d,]*(?:\.\d+)?(?:\s*[%％]|分)?|[—–－-]{1,2}|\/)(?:\s*[，,；;、。]\s*|\s+|$)/gu;
/** How a line of nothing but fields ends: few lines do, and only those are searched. */
const ENDS_IN_VALUE = /[\d%％分—–－/-]\s*[，,；;、。]?\s*$/u;
/** What a line of amounts without a label of its own is about. */
const WHOLE = "年度资金总额";
/** 资金情况（万元）：, 单位：万元: the line that tells the unit. */
const TELLS_UNIT = /(?:[(（]|单位\s*[:：]?\s*)(?:人民币)?(?:亿元|万元|元)\s*[)）]?\s*[：:]?$/u;
const LONGEST_HEADING = 30;
/** Lines between the unit's line and the first amounts. */
const REACH = 2;
const LEAST_AMOUNTS = 2;
/** 元） and 455.21 全年执行数（万元） 441.78 below 全年预算数（万: a narrow column breaks a label inside its unit, or before it. */
const GOES_ON = /^(?:[(（]?\s*[亿万]?\s*元?\s*[)）]|-?\d)/u;
const MOST_LINES = 4;
/** No grid was told, but each figure has its name beside it. */
const CONFIDENCE = 0.9;

/**
 * Lines that tell a row of money each, every figure behind its name and none with a unit (年度资金总额：年初预算数3200，全年预算数3200，执行率100%，得分10), below a
 * line that tells it, or with the unit in the names (全年预算数（万元） 3200 全年执行数（万元） 3100): as a table.
 */
export function withLabelledFunds(blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.map((_, at) => fundLine(blocks, at));
  const tellUnits = unitsInNames(lines);
  const kept: Block[] = [];
  let isFound = false;
  for (let at = 0; at < blocks.length; ) {
    const unit = lines[at] && unitLine(blocks, at);
    const rows = unit || tellUnits[at] ? linesFrom(lines, at) : [];
    isFound ||= rows.length > 0;
    kept.push(rows.length > 0 ? tableOf(rows, unit) : blocks[at]!);
    at += Math.max(1, paragraphsOf(rows));
  }
  return isFound ? kept : blocks;
}

/** The rows that follow each other from a line on. */
function linesFrom(lines: readonly (FundLine | undefined)[], from: number): FundLine[] {
  const rows: FundLine[] = [];
  let at = from;
  for (let row = lines[at]; row; row = lines[at]) {
    rows.push(row);
    at += row.paragraphs;
  }
  return rows;
}

/** Of each line, whether it and the rows that follow it have the unit of all their amounts in the names. */
function unitsInNames(lines: readonly (FundLine | undefined)[]): readonly boolean[] {
  const told = lines.map(() => false);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line || !tellsUnits(line)) continue;
    const next = at + line.paragraphs;
    told[at] = lines[next] === undefined || told[next]!;
  }
  return told;
}

function paragraphsOf(rows: readonly FundLine[]): number {
  return rows.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
}

/** Whether the name of each amount has its unit. */
function tellsUnits({ fields }: FundLine): boolean {
  return fields.every(({ head, role }) => !isFundAmount(role) || readHead(head).unit !== undefined);
}

/** The row that begins with a line: on it, or with its first name broken over those below. */
function fundLine(blocks: readonly Block[], at: number): FundLine | undefined {
  let text = "";
  for (let to = at; to < at + MOST_LINES; to++) {
    const block = blocks[to];
    if (block?.type !== "paragraph" || block.lines.length !== 1 || (to > at && !GOES_ON.test(block.text))) return undefined;
    text += /^\d/u.test(block.text) ? ` ${block.text}` : block.text;
    const told = ENDS_IN_VALUE.test(block.text) ? fieldsOfLine(text) : undefined;
    if (told) return { ...told, line: block.lines[0]!, paragraphs: to + 1 - at };
  }
  return undefined;
}

function fieldsOfLine(text: string): Pick<FundLine, "label" | "fields"> | undefined {
  const found = [...text.matchAll(FIELD)];
  const first = found.findIndex(([, head]) => fundRole(head!)?.exact);
  const own = found.slice(Math.max(first, 0));
  const fields = own.flatMap(([, head, value]): Field[] => {
    const role = fundRole(head!);
    return role?.exact ? [{ head: head!, role: role.role, value: value! }] : [];
  });
  const label = first < 0 ? undefined : text.slice(0, own[0]!.index).replace(/[\s：:]+$/u, "");
  const isWhole = first >= 0 && own.map(([field]) => field).join("") === text.slice(own[0]!.index);
  const isDistinct = fields.length === own.length && new Set(fields.map(({ role }) => role)).size === fields.length;
  if (label === undefined || !isWhole || !isDistinct || (label !== "" && fundSource(label) === undefined)) return undefined;
  return fields.filter(({ role }) => isFundAmount(role)).length < LEAST_AMOUNTS ? undefined : { label: fundLabel(label) || WHOLE, fields };
}

function unitLine(blocks: readonly Block[], at: number): Paragraph | undefined {
  const above = blocks.slice(Math.max(0, at - REACH), at).filter((block): block is Paragraph => block.type === "paragraph");
  return above.findLast(({ text }) => text.length <= LONGEST_HEADING && TELLS_UNIT.test(text));
}

function tableOf(rows: readonly FundLine[], unit: Paragraph | undefined) {
  const roles = [...new Set(rows.flatMap(({ fields }) => fields.map(({ role }) => role)))];
  const fieldsOf = ({ fields, line }: FundLine, textOf: (field: Field) => string) =>
    roles.map((role): Entry | undefined => {
      const field = fields.find((each) => each.role === role);
      return field && { text: textOf(field), line };
    });
  const heads = roles.map((_, c) => rows.flatMap((row) => fieldsOf(row, ({ head }) => head)[c] ?? [])[0]);
  const corner: Entry | undefined = unit && { text: unit.text.replace(/[：:]$/u, ""), line: unit.lines[0]! };
  return writtenTable(
    [[corner, ...heads], ...rows.map((row) => [{ text: row.label, line: row.line }, ...fieldsOf(row, ({ value }) => value)])],
    CONFIDENCE,
  );
}
