// Judged documents for a warehouse, from a seed: 200 generated reports that the pipeline itself has read, told again for other units and years.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { makeReport } from "./reports.mjs";
import { WRITERS } from "./writers.mjs";

const READ = 200;
const UNITS = 2000;
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
const GRADES = [
  [90, "优", "excellent"],
  [80, "良", "good"],
  [60, "中", "fair"],
  [0, "差", "poor"],
];

/** A function that makes the document of a number: every number another content, unit and year by turns, one in ten with a
 * target tripled, one in twenty with little money spent and full marks. */
export async function makeDocuments(dist) {
  const { readDocument } = await import(join(dist, "pipeline", "read-document.js"));
  const { judgedReports } = await import(join(dist, "warehouse", "rows", "judged-reports.js"));
  const read = [];
  for (let seed = 0; seed < READ; seed++)
    read.push((await readDocument(WRITERS.md(makeReport(seed, 5 + (seed % 16))), `${seed}.md`, { ocr: "off" }))[0]);
  return (number) => {
    const { file, sha256, record } = recordOf(number, read[number % READ]);
    return { file, sha256, outcome: judgedReports([record]) };
  };
}

function recordOf(number, { source, report, funds, indicators, statedScores, ...rest }) {
  const fileName = `${number}.md`;
  const sha256 = createHash("sha256").update(`${number}`).digest("hex");
  const turn = Math.floor(number / READ);
  const total = Number(statedScores.findLast(({ scope }) => scope === "total")?.score?.value ?? 0);
  const [, raw, band] = GRADES.find(([bound]) => total >= bound);
  const record = {
    ...rest,
    source: { ...source, fileName, sha256 },
    report: { ...report, unit: `${report.unit}第${(turn * 7 + number) % UNITS}所`, fiscalYear: YEARS[turn % YEARS.length] },
    funds: number % 20 === 7 ? [{ ...funds[0], executionRate: { raw: "62%", value: "62" } }, ...funds.slice(1)] : funds,
    indicators: indicators.map((indicator, index) => {
      if (number % 20 === 7) return { ...indicator, score: indicator.weight };
      return number % 10 === 3 && index === 0 ? tripled(indicator) : indicator;
    }),
    statedScores,
    grade: { raw, band, evidence: [] },
  };
  const file = {
    path: `/archive/${Math.floor(number / 1000)}/${fileName}`,
    fileName,
    byteLength: source.byteLength,
    modifiedAt: new Date(0),
  };
  return { file, sha256, record };
}

function tripled(indicator) {
  const value = String(3 * Number(indicator.targetValue.value));
  return { ...indicator, actual: value, actualValue: { ...indicator.targetValue, operator: "=", value } };
}
