// Draws what `ziping check` prints on a terminal as docs/findings.svg, the picture of the README. Run after a build (`npm run docs`).
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { displayWidth } from "../dist/core/display-width.js";

const COLUMNS = 100;
const [CELL, LINE, MARGIN, BAR] = [8.4, 20, 16, 34];
const COLOURS = { 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 36: "#79c0ff" };
const args = ["check", "fixtures/reports/library-books-2024.docx"];

const root = join(import.meta.dirname, "..");
const main = join(root, "dist", "cli", "main.js");
const { stdout } = spawnSync(process.execPath, [main, ...args, "--lang", "en", "--color", "always", "--width", `${COLUMNS}`], {
  cwd: root,
  encoding: "utf8",
});
const lines = [`\u001b[2m$\u001b[22m ziping ${args.join(" ")}`, ...stdout.trimEnd().split("\n")];

/** The runs of one line: text with its style, and the column where it starts. */
function runsOf(line) {
  const runs = [];
  let [colour, bold, dim, column] = ["#c9d1d9", false, false, 0];
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
    if (code === undefined) {
      if (part !== "") runs.push({ text: part, column, colour, bold, dim });
      column += displayWidth(part);
    } else if (code === "1") bold = true;
    else if (code === "2") dim = true;
    else if (code === "22") [bold, dim] = [false, false];
    else colour = COLOURS[code] ?? "#c9d1d9";
  }
  return runs;
}

const text = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** ASCII is set in runs of a given length, other characters one by one, so that every font falls into the columns of a terminal. */
function draw({ text: value, column, colour, bold, dim }, y) {
  let at = column;
  return value
    .match(/[\u0020-\u007e]+|./gu)
    .map((piece) => {
      const [x, width] = [MARGIN + at * CELL, displayWidth(piece) * CELL];
      at += displayWidth(piece);
      if (piece.trim() === "") return "";
      const style = `fill="${colour}"${bold ? ' font-weight="bold"' : ""}${dim ? ' opacity="0.6"' : ""}`;
      return `<text x="${x.toFixed(1)}" y="${y}" textLength="${width.toFixed(1)}" lengthAdjust="spacingAndGlyphs" ${style} xml:space="preserve">${text(piece)}</text>`;
    })
    .join("");
}

const width = Math.ceil(2 * MARGIN + COLUMNS * CELL);
const height = BAR + lines.length * LINE + MARGIN;
const buttons = ["#ff5f56", "#ffbd2e", "#27c93f"].map((fill, index) => `<circle cx="${20 + index * 20}" cy="18" r="6" fill="${fill}"/>`);
const rows = lines.map((line, index) =>
  runsOf(line)
    .map((run) => draw(run, BAR + (index + 1) * LINE - 5))
    .join(""),
);
writeFileSync(
  join(root, "docs", "findings.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The findings that ziping prints for a report with contradictions">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${buttons.join("")}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace" font-size="14">
${rows.filter(Boolean).join("\n")}
</g>
</svg>
`,
);
