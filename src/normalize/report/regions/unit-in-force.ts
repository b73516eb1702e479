import type { Block, Table } from "../../../core/extracted.js";
import type { MoneyUnit } from "../../../core/record.js";
import { unspaced } from "../../../core/text.js";

const UNIT_LINE = /单位\s*[:：为]?\s*(?:人民币)?\s*(亿元|万元|元)(?!\/)/u;

/** The unit that a text announces for what follows (单位：万元); undefined when it announces none. */
function announcedUnit(text: string): MoneyUnit | undefined {
  const folded = unspaced(text);
  if (folded.length > 80) return undefined;
  return UNIT_LINE.exec(folded)?.[1] as MoneyUnit | undefined;
}

/** A form's own labels above its funds spend no unit. */
function holdsAmounts({ cells }: Table): boolean {
  return cells.some(({ text }) => /\d,\d{3}|\d\.\d/u.test(text));
}

/** The unit in force in a table: its own line, its caption's, the last that is told above it and below any table of amounts, the one in which sentences tell its amounts, else 万元. */
export function unitInForce(table: Table, blocks: readonly Block[], at: number): MoneyUnit {
  for (const cell of table.cells) {
    const unit = announcedUnit(cell.text);
    if (unit) return unit;
  }
  const caption = table.caption && announcedUnit(table.caption);
  if (caption) return caption;
  return told(blocks).above[at] ?? unitInSentences(table, blocks) ?? "万元";
}

const AMOUNT = /^\d[\d,]*(?:\.\d+)?$/u;
const AMOUNT_IN_UNIT = /(?<![\d,.])(\d[\d,]*(?:\.\d+)?)(亿元|万元|元)(?!\/)/gu;
/** Fewer digits may be another amount's, too. */
const LEAST_DIGITS = 4;

/** The unit in which sentences tell a table's amounts, to the digit; undefined where they tell none, or several. */
function unitInSentences(table: Table, blocks: readonly Block[]): MoneyUnit | undefined {
  const own = new Set(
    table.cells
      .map(({ text }) => unspaced(text))
      .flatMap((text) => (AMOUNT.test(text) && text.replace(/\D/gu, "").length >= LEAST_DIGITS ? [withoutCommas(text)] : [])),
  );
  const { amounts } = told(blocks);
  const units = new Set([...own].flatMap((amount) => [...(amounts.get(amount) ?? [])]));
  return units.size === 1 ? [...units][0] : undefined;
}

function withoutCommas(amount: string): string {
  return amount.replaceAll(",", "");
}

/** What a document's lines tell of units: for each block the one told above it and below any table of amounts, and for each amount of sentences those it is told in. */
interface ToldUnits {
  readonly above: readonly (MoneyUnit | undefined)[];
  readonly amounts: ReadonlyMap<string, ReadonlySet<MoneyUnit>>;
}

const known = new WeakMap<readonly Block[], ToldUnits>();

/** Each document is looked through once, however many tables ask. */
function told(blocks: readonly Block[]): ToldUnits {
  const units = known.get(blocks) ?? unitsOf(blocks);
  known.set(blocks, units);
  return units;
}

function unitsOf(blocks: readonly Block[]): ToldUnits {
  const above: (MoneyUnit | undefined)[] = [];
  const amounts = new Map<string, Set<MoneyUnit>>();
  let unit: MoneyUnit | undefined;
  for (const block of blocks) {
    above.push(unit);
    if (block.type === "table") {
      if (holdsAmounts(block)) unit = undefined;
      continue;
    }
    unit = announcedUnit(block.text) ?? unit;
    for (const [, amount, of] of unspaced(block.text).matchAll(AMOUNT_IN_UNIT)) {
      const key = withoutCommas(amount!);
      amounts.set(key, (amounts.get(key) ?? new Set()).add(of as MoneyUnit));
    }
  }
  return { above, amounts };
}
