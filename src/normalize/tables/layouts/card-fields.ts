import type { Cell } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { type IndicatorRole, indicatorRole, NAMING_ROLES, TELLING_ROLES } from "../../lexicon/labels/head-words.js";
import { isLevel1, isLevel2, splitLevels } from "../../lexicon/labels/level.js";
import { type Grid, isBlank } from "../grid.js";
import { holdsTwo, SLASH, twoHeads } from "./part-columns.js";

/** A label of a card, and the cell behind it. */
export interface Field {
  readonly role: IndicatorRole;
  /** Its text is a head's of that role. */
  readonly label: Cell;
  readonly value: Cell;
}

/** The head of both levels in one cell: 产出指标—数量指标. */
export const LEVELS_HEAD = "指标类别";
/** The head of the names that stand under none. */
export const NAME_HEAD = "三级指标";

/**
 * The fields of a row that holds nothing else but a number or a caption beside the card; undefined for any other row. `isWithin`: the row goes on with a
 * card, whose number, levels or first labels are known.
 */
export function fieldsIn(grid: Grid, row: number, isWithin: boolean): readonly Field[] | undefined {
  const cells = grid.own(row);
  const taken = new Set<IndicatorRole>();
  const labels = cells.flatMap((label, at) => {
    // Labels and values take turns in a card: only in a label's place a head is known by less than its words.
    const isPlaced = isWithin && cells.length % 2 === 0 && at % 2 === 0;
    const field = fieldOf(label, cells[at + 1], isPlaced, taken);
    if (field === undefined) return [];
    taken.add(field.role);
    return [{ ...field, at }];
  });
  const first = labels[0];
  if (!first) return undefined;
  const before = cells.slice(0, first.at).filter((cell) => !isBlank(cell));
  if (before.length > 1 || before.some(({ rowSpan }) => rowSpan === 1)) return undefined;
  const fields: Field[] = [];
  for (const [i, { role, label, at }] of labels.entries()) {
    const behind = cells.slice(at + 1, labels[i + 1]?.at);
    const told = behind.filter((cell) => !isBlank(cell));
    const value = told[0] ?? behind[0];
    // A head beside a head is a table's, and so are two values behind one.
    if (
      !value ||
      told.length > 1 ||
      (value.rowSpan > 1 && indicatorRole(cellText(value))?.exact) ||
      fields.some((field) => field.role === role)
    )
      return undefined;
    fields.push(...parted({ role, label, value }));
  }
  return fields;
}

/** 占分／得分 | 10／9.8: a field of each. */
function parted(field: Field): readonly Field[] {
  const heads = holdsTwo(field.value) ? twoHeads(cellText(field.label)) : undefined;
  if (!heads) return [field];
  const values = field.value.text.split(SLASH);
  return heads.map((text, i) => ({
    role: indicatorRole(text)!.role,
    label: { ...field.label, text },
    value: { ...field.value, text: values[i]!.trim() },
  }));
}

/** The fields of a row of labels alone, whose values are the row below. */
export function fieldsBelow(grid: Grid, row: number): readonly Field[] | undefined {
  const labels = grid.spoken(row);
  const fields = labels.flatMap((label): Field[] => {
    const role = labelRole(label);
    const value = grid.at(row + 1, label.column);
    return role && value?.column === label.column && value.row === row + 1 && labelRole(value) === undefined
      ? [{ role, label, value }]
      : [];
  });
  const isAll = fields.length >= 2 && fields.length === labels.length && new Set(fields.map(({ role }) => role)).size === fields.length;
  return isAll && grid.spoken(row + 1).every((cell) => fields.some(({ value }) => value === cell)) ? fields : undefined;
}

/** A head that tells itself what stands behind it: a level of that rank, or a name. */
const TOLD = /[一二三四1-4]\s*级|名称$|内容$/u;
/** 绩效指标, 评价指标: a head that may be of names or of their levels. */
const OF_ANY = /指标$/u;
/** 产出指标, 满意度: what a level is called, and no indicator that is named like one (设备采购成本节约率). */
const LEVEL_WORD = /指标$|^.{2,4}$/u;
const LEVEL_HEADS = { level1: "一级指标", level2: "二级指标" } as const;

/**
 * A label with its role, which a head that tells no level has from the cell behind it: 目标维度 | 产出指标 is a level, 绩效指标 | 保洁河段 the name. `taken`:
 * the roles of the row's labels before. Undefined for what is no label.
 */
function fieldOf(
  label: Cell,
  value: Cell | undefined,
  isPlaced: boolean,
  taken: ReadonlySet<IndicatorRole>,
): { role: IndicatorRole; label: Cell } | undefined {
  const role = labelRole(label, isPlaced);
  const told = value === undefined ? "" : cellText(value);
  const isFree = role === undefined ? isPlaced && mayBeLabel(label) : NAMING_ROLES.has(role) && !TOLD.test(cellText(label));
  if (!isFree || told === "") return role && { role, label };
  if (splitLevels(told)) return { role: "levels", label: { ...label, text: LEVELS_HEAD } };
  const isLevelWord = OF_ANY.test(cellText(label)) ? told.endsWith("指标") : LEVEL_WORD.test(told);
  const level = isLevelWord ? levelOf(told, taken) : undefined;
  if (level) return { role: level, label: { ...label, text: LEVEL_HEADS[level] } };
  const isName = OF_ANY.test(cellText(label)) && indicatorRole(told) === undefined;
  if (isName) return { role: "level3", label: { ...label, text: NAME_HEAD } };
  return role && { role, label };
}

/** 成本指标 may be either level: the first where none stands before it. */
function levelOf(text: string, taken: ReadonlySet<IndicatorRole>): "level1" | "level2" | undefined {
  if (isLevel1(text) && !taken.has("level1")) return "level1";
  return isLevel2(text) ? "level2" : undefined;
}

/** The role of a cell that is a label by its words, or by its place and a part of them. */
export function labelRole(cell: Cell, isPlaced = false): IndicatorRole | undefined {
  const found = indicatorRole(cellText(cell));
  if (!found || !(mayBeLabel(cell) || (found.exact && TELLING_ROLES.has(found.role) && cell.rowSpan === 1))) return undefined;
  return found.exact || isPlaced ? found.role : undefined;
}

/** A level's own name (时效指标) is like a head's (绩效指标), and a value. */
function mayBeLabel(cell: Cell): boolean {
  const text = cellText(cell);
  return text !== "" && cell.rowSpan === 1 && !isLevel1(text) && !isLevel2(text);
}
