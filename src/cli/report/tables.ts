import type { Inflation } from "../../warehouse/summary.js";
import { type Html, html } from "./html.js";
import type { ReportWords } from "./words.js";

type Cell = string | number | null;

/** A table with its numbers to the right. */
export function dataTable(heads: readonly string[], rows: readonly (readonly Cell[])[], words: ReportWords): Html {
  const numeric = heads.map(
    (_, index) =>
      rows.length > 0 && rows.every((row) => row[index] === null || typeof row[index] === "number" || /^-?[\d.]+%$/.test(`${row[index]}`)),
  );
  const years = new Set([words.heads.year, words.heads.since]);
  const shown = (cell: Cell, index: number) => (typeof cell === "number" && !years.has(heads[index]!) ? words.count(cell) : cell);
  const head = heads.map((name, index) => html`<th scope="col"${numeric[index] && html` class="number"`}>${name}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>${row.map((cell, index) => html`<td${numeric[index] && html` class="number"`}><bdi>${shown(cell, index)}</bdi></td>`)}</tr>`,
  );
  return html`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

const SHADES = 5;

/** Units down, years across; the more points, the darker. */
export function heatTable({ years, units, more }: Inflation, words: ReportWords): Html {
  if (units.length === 0) return html`<p class="none">${words.none}</p>`;
  const most = Math.max(...units.flatMap(({ byYear }) => Object.values(byYear)));
  const cell = (points: number | undefined) => {
    if (points === undefined) return html`<td class="number"></td>`;
    const shade = Math.max(1, Math.ceil((SHADES * points) / most));
    return html`<td class="number shade-${shade}">${words.count(rounded(points))}</td>`;
  };
  const rows = units.map(
    ({ unit, total, byYear }) =>
      html`<tr><th scope="row"><bdi>${unit ?? words.unnamed}</bdi></th>${years.map((year) => cell(byYear[year]))}<td class="number sum">${words.count(rounded(total))}</td></tr>`,
  );
  return html`<div class="scroll"><table class="heat"><thead><tr><th scope="col">${words.heads.unit}</th>${years.map((year) => html`<th scope="col" class="number">${year}</th>`)}<th scope="col" class="number">${words.heads.sum}</th></tr></thead><tbody>${rows}</tbody></table></div>
${more > 0 && html`<p class="about">${words.moreUnits(more)}</p>`}`;
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
