import type { Block } from "../../../core/extracted.js";
import { isTitle, readTitle } from "../../title/title.js";
import { bareName, bareText, SHORTEST_NAME } from "./bare-name.js";
import { formStart } from "./form-start.js";

/** The blocks of one report of several, and the project that its form names. */
export interface Part {
  readonly blocks: readonly Block[];
  readonly name: string | undefined;
}

/**
 * Parts cut where forms begin, each stretch of prose brought to the form of its project: a report is often prose with its form annexed, so
 * that the next report's prose stands behind this one's form. A stretch runs from its title to the next form or to another's title.
 */
export function returnStretches(parts: readonly Part[], namesItself: (block: Block) => boolean): Block[][] {
  if (parts.length === 1) return [[...parts[0]!.blocks]];
  const kept: Block[][] = parts.map(() => []);
  const brought: Block[][] = parts.map(() => []);
  parts.forEach(({ blocks }, i) => {
    const forms = new Set(blocks.flatMap((block, at) => (namesItself(block) ? [formStart(blocks, at, -1)] : [])));
    let owner = i;
    blocks.forEach((block, at) => {
      if (forms.has(at) || (at > 0 && namesItself(block))) owner = i;
      else if (block.type === "paragraph" && isTitle(block.text)) owner = titled(block.text, blocks.slice(at + 1), parts) ?? owner;
      (owner === i ? kept : brought)[owner]!.push(block);
    });
  });
  return parts.map((_, i) => [...brought[i]!, ...kept[i]!]);
}

/** The part whose project a title names, or, under a title that names none, the only one that the prose below names. */
function titled(title: string, below: readonly Block[], parts: readonly Part[]): number | undefined {
  const told = named(title, parts);
  if (told.length > 0 || readTitle(title).projectName !== null) return told[0];
  const end = below.findIndex((block) => block.type === "table" || isTitle(block.text));
  const prose = below.slice(0, end < 0 ? below.length : end).flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
  const meant = named(prose.join(""), parts);
  return meant.length === 1 ? meant[0] : undefined;
}

/** The parts whose projects a text names, the longest name first, as one project's may hold another's. */
function named(text: string, parts: readonly Part[]): number[] {
  const said = bareText(text);
  return parts
    .map(({ name }, part) => ({ part, own: bareName(name ?? "") }))
    .filter(({ own }) => own.length >= SHORTEST_NAME && said.includes(own))
    .sort((a, b) => b.own.length - a.own.length)
    .map(({ part }) => part);
}
