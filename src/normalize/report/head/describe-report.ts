import type { Block, Extracted } from "../../../core/extracted.js";
import type { Claims, Report } from "../../../core/record.js";
import { withWesternYears } from "../../numeral.js";
import { toPassages } from "../../prose/passage.js";
import { saysKind } from "../../title/kind.js";
import type { Title } from "../../title/title.js";
import { garbledYear, unclaimedYear } from "../../title/years.js";
import { type Conduct, readConduct } from "./conduct.js";
import { type FoundTitle, TITLE_REACH } from "./find-title.js";
import { type HeadFacts, SELF_EVALUATION, yearAfterName, yearClaim, yearOfName } from "./head-facts.js";
import { nameInConclusion, officeBefore, placeOf, settleName, withoutPlace } from "./project-name.js";
import { inFull, unitBesideTitle, unitThatSigns, withItsPlace } from "./unit-of-report.js";

export interface Described {
  readonly report: Report;
  readonly years: Claims["years"];
}

/** What a report is called, and by whom. */
export interface Named {
  readonly title: FoundTitle | null;
  /** The title, or the names of a text that has none. */
  readonly named: Title | null;
  readonly head: HeadFacts;
}

/** The record's `report`, from the form and cover first, then the title, then the prose. */
export function describeReport(
  blocks: readonly Block[],
  names: Named,
  proseYears: Claims["years"],
  isReport: boolean,
  flow: Extracted["flow"],
): Described {
  const { title, named, head } = names;
  const years = yearsTold(names, proseYears);
  const text = toPassages(
    blocks.filter((block) => block.type === "paragraph"),
    flow,
  )
    .map((passage) => passage.text)
    .join("\n")
    .replace(/[ \t]+/gu, "");
  const kind = kindOf(names, isReport);
  const conduct = readConduct(text);
  const office = officeBefore(named?.projectName ?? "", text);
  const projectName = head.projectName ?? ofPlan(head.plannedName, kind === "department" ? null : nameTold(names, text, conduct, office));
  return {
    report: {
      kind,
      title: title?.text ?? null,
      fiscalYear:
        years[0]?.year ?? (title ? null : named?.year) ?? unclaimedYear(withWesternYears(text), projectName) ?? yearInLetters(blocks),
      projectName,
      department: head.department ?? conduct.department,
      unit: head.unit ?? head.filler ?? unitTold(blocks, names, conduct, office, kind),
      reportDate: head.reportDate,
    },
    years,
  };
}

/** A plan's name for the project that the report is told to be about; what is told, where the plan is another project's. */
function ofPlan(planned: string | null, told: string | null): string | null {
  if (planned === null || told === null) return planned ?? told;
  return planned.includes(told) || told.includes(planned) ? planned : told;
}

/** The years that are named as the one evaluated, the surest first. */
function yearsTold({ title, head }: Named, proseYears: Claims["years"]): Claims["years"] {
  const stated = [...(title?.year ? [yearClaim(title.year, "title", title.evidence)] : []), ...head.years, ...proseYears];
  const told = yearAfterName(head) === undefined ? stated : stated.filter(({ year }) => year !== yearOfName(head));
  // 自评年度 may be the year of writing: it is believed where no other year is named.
  const certain = told.filter(({ place }) => place !== SELF_EVALUATION);
  return certain.length > 0 ? certain : told;
}

function kindOf({ title, head }: Named, isReport: boolean): Report["kind"] {
  const said = title && saysKind(title.text);
  return (said === "department" ? said : null) ?? head.kind ?? said ?? (isReport ? "project" : "unknown");
}

/** The project's name as the title tells it, without the bodies and the place before it; else as sentences do. `text` without white space but line ends. */
function nameTold({ title, named, head }: Named, text: string, conduct: Conduct, office: string | null): string | null {
  const body = text.replaceAll("\n", "").replace(title?.text ?? "", "");
  const bodies = [conduct.unit, conduct.evaluator, office].flatMap((name) => name ?? []);
  const places = [head.department, head.unit ?? head.filler, conduct.department, conduct.unit, conduct.evaluator].flatMap((name) =>
    name ? [placeOf(name)] : [],
  );
  const name = withoutPlace(named?.projectName ?? null, [...bodies, ...places]);
  return settleName(name, body, title?.text) ?? conduct.projectName ?? settleName(nameInConclusion(text), body);
}

/** Whose report it is, where neither form nor cover says so. */
function unitTold(
  blocks: readonly Block[],
  { title, named, head }: Named,
  conduct: Conduct,
  office: string | null,
  kind: Report["kind"],
): string | null {
  const signer = unitThatSigns(blocks);
  return (
    // 某局关于…的报告, of which 某中心 did the evaluation: the work is the latter's.
    (kind === "department" ? null : withItsPlace(conduct.evaluator, [named?.unit ?? null, signer])) ??
    inFull(named?.unit ?? null, signer) ??
    office ??
    unitBesideTitle(blocks, title) ??
    signer ??
    // A whole department's report is the department's own.
    (kind === "department" ? head.department : conduct.unit)
  );
}

/** The year of a line near the title that has letters for digits: told for want of a better one, and claimed by nobody. */
function yearInLetters(blocks: readonly Block[]): number | null {
  const near = blocks.slice(0, TITLE_REACH).flatMap((block) => (block.type === "paragraph" ? [garbledYear(block.text)] : []));
  return near.find((year) => year !== null) ?? null;
}
