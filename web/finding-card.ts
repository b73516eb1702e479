import { element, told } from "./element.js";
import { findingText, type RuleTitles } from "./finding-text.js";
import type { Notes, NumberedFinding } from "./notes.js";
import type { SourceViewer } from "./source-viewer.js";
import type { Words } from "./words.js";

/** What the parts of a report's view share. */
export interface ReportContext {
  readonly words: Words;
  readonly titles: RuleTitles;
  readonly notes: Notes;
  readonly viewer: SourceViewer;
}

/** Cells of which a finding is told at first; a sum has as many as it adds. */
const SHOWN = 6;

/** A finding beside what it concerns, with the places of its figures; each is shown in the source. */
export function findingCard(finding: NumberedFinding, { words, titles, viewer }: ReportContext): HTMLElement {
  const { number, severity, cause, evidence } = finding;
  const places = evidence.map((one, index) => {
    const quote = one.quote === undefined ? "" : ` “${one.quote}”`;
    const show = () => viewer.show(evidence, index);
    return element("li", {}, element("button", { type: "button", class: "link", click: show }, told(`${words.place(one)}${quote}`)));
  });
  const rest = places.slice(SHOWN);
  return element(
    "article",
    {
      class: `finding ${severity}${cause === "extraction" ? " doubtful" : ""}`,
      id: cardId(number),
      tabindex: -1,
      "aria-label": `${words.severity[severity]}: ${finding.subject}`,
    },
    findingText(finding, titles, words),
    places.length > 0 && element("ul", { class: "places", "aria-label": words.show }, places.slice(0, SHOWN)),
    rest.length > 0 && element("details", {}, element("summary", {}, `+ ${rest.length}`), element("ul", { class: "places" }, rest)),
  );
}

export function cardId(number: number): string {
  return `finding-${number}`;
}
