// How truly scans are read, run by bench/tasks.mjs in a process of its own: the record of a scan beside that of the same document with its text.
import sharp from "sharp";
import { randomFrom } from "./reports.mjs";

const DPI = 200;
/** Ways in which pages are spoilt, in turn. */
const SPOILT = [
  { name: "grey, slanted, noise", slant: 0.8, noise: 12 },
  { name: "blurred JPEG at 150 dpi", shrink: 0.75, blur: 0.5, slant: -1.2, quality: 60 },
  { name: "1-bit", noise: 20, slant: 0.4, threshold: 165 },
  { name: "faded", slant: -0.6, noise: 8, pale: 0.5 },
];
const ROW = ["weight", "score", "completionRate", "targetValue", "actualValue"];
const FUNDS = ["initialBudget", "adjustedBudget", "received", "executed", "executionRate", "weight", "score"];

/** Counts of figures and findings over documents, each once with each kind of spoiling that falls to it. */
export function scanTruthTasks({ from, read }) {
  return {
    async judgeScans({ files }) {
      const { readDocument } = await from("pipeline/read-document.js");
      const { drawPage } = await from("extract/draw-page.js");
      const sums = { documents: 0, figures: 0, right: 0, doubted: 0, silent: 0, lost: 0, errors: 0, reported: 0, questioned: 0, false: 0 };
      for (const [index, file] of files.entries()) {
        const [native] = await readDocument(read(file), "native.pdf", { ocr: "off" });
        const pages = [];
        for (let page = 1; page <= native.source.pageCount; page++) {
          pages.push(await spoilt(await drawPage(read(file), page, DPI), SPOILT[index % SPOILT.length], randomFrom(index * 100 + page)));
        }
        const scan = await (pages.length === 1 ? sharp(pages[0]) : sharp(pages, { join: { animated: true } }))
          .withMetadata({ density: DPI })
          .tiff({ compression: "deflate" })
          .toBuffer();
        const [scanned] = await readDocument(new Uint8Array(scan), "scan.tif", { ocr: "ppocr", workers: 1 });
        sums.documents++;
        countFigures(native, scanned, sums);
        countFindings(native, scanned, sums);
      }
      return sums;
    },
  };
}

async function spoilt(png, { slant = 0, noise = 0, blur, shrink, pale, threshold, quality }, random) {
  const { width, height } = await sharp(png).metadata();
  let page = sharp(
    await sharp(png)
      .flatten({ background: "white" })
      .grayscale()
      .rotate(slant, { background: "white" })
      .resize(width, height, { fit: "cover" })
      .png()
      .toBuffer(),
  );
  if (shrink) {
    const small = await page
      .resize(Math.round(width * shrink))
      .blur(blur)
      .jpeg({ quality })
      .toBuffer();
    page = sharp(small).resize(width, height, { fit: "fill" });
  }
  const { data, info } = await page.grayscale().raw().toBuffer({ resolveWithObject: true });
  for (let i = 0; i < data.length; i += info.channels) {
    const value = (pale ? 255 - (255 - data[i]) * pale : data[i]) + (random() - 0.5) * 2 * noise;
    data.fill(threshold ? (value < threshold ? 0 : 255) : Math.max(0, Math.min(255, value)), i, i + info.channels);
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png()
    .toBuffer();
}

/** A figure that differs is doubted where it, or its row, says so; silent where it says nothing; lost where there is none in its place. */
function countFigures(native, scanned, sums) {
  const pairs = [
    ...paired(native.indicators, scanned.indicators, ({ level3 }) => level3).map((pair) => [...pair, ROW]),
    ...paired(native.funds, scanned.funds, ({ name }) => name).map((pair) => [...pair, FUNDS]),
    ...paired(native.statedScores, scanned.statedScores, ({ scope, name }) => `${scope} ${name}`).map((pair) => [
      ...pair,
      ["score", "fullMarks"],
    ]),
  ];
  for (const [known, found, keys] of pairs) {
    for (const key of keys) {
      const [a, b] = [known[key], found?.[key]];
      if (!a) continue;
      sums.figures++;
      if (b && Number(a.value) === Number(b.value) && (a.operator ?? "=") === (b.operator ?? "=")) sums.right++;
      else if (b?.doubt || found?.doubt) sums.doubted++;
      else sums[b ? "silent" : "lost"]++;
    }
  }
}

/** Those of the same place where both have as many, else those of the most like name. */
function paired(known, found, name) {
  if (known.length === found.length) return known.map((each, i) => [each, found[i]]);
  const left = [...found];
  return known.map((each) => {
    const best = left.map((other) => [likeness(name(each), name(other)), other]).sort((a, b) => b[0] - a[0])[0];
    if (!best || best[0] < 0.6) return [each, undefined];
    left.splice(left.indexOf(best[1]), 1);
    return [each, best[1]];
  });
}

function likeness(a, b) {
  const [x, y] = [Array.from(a ?? ""), new Set(b ?? "")];
  return x.length === 0 ? 0 : x.filter((character) => y.has(character)).length / Math.max(x.length, y.size);
}

/** The author's errors are those that the text shows. */
function countFindings(native, scanned, sums) {
  const errorsOf = (record, extraction) =>
    record.findings.filter(({ severity, cause }) => severity === "error" && (cause === "extraction") === extraction);
  const same = (a) => (b) => a.rule === b.rule && (a.subject === b.subject || likeness(a.subject, b.subject) >= 0.6);
  const known = errorsOf(native, false);
  const stated = errorsOf(scanned, false);
  const asked = scanned.findings.filter(({ cause }) => cause === "extraction");
  sums.errors += known.length;
  sums.reported += known.filter((each) => stated.some(same(each))).length;
  sums.questioned += known.filter((each) => !stated.some(same(each)) && asked.some(same(each))).length;
  sums.false += stated.filter((each) => !known.some(same(each))).length;
}
