// What bench/ocr.mjs measures, run by bench/tasks.mjs in a process of its own.
import { join } from "node:path";
import sharp from "sharp";
import { randomFrom } from "./reports.mjs";

const SCANNED_AT = 200;

/** The tasks, given how bench/tasks.mjs imports (`from`), reads files and counts CPU seconds and memory. */
export function ocrTasks({ from, read, cpu, peakMb }) {
  return {
    /** Draws the first `count` pages of some PDFs as a scanner of `dpi` would give them: a little slanted, noisy, JPEG. */
    async drawScans({ files, count, dpi, folder }) {
      const { drawPage } = await from("extract/draw-page.js");
      const scans = [];
      for (const file of files) {
        for (let page = 1; scans.length < count; page++) {
          const drawn = await drawPage(read(file), page, dpi);
          if (!drawn) break;
          const slant = (scans.length % 5) * 0.4 - 0.8;
          const slanted = sharp(drawn).rotate(slant, { background: "white" }).removeAlpha();
          const { data, info } = await slanted.raw().toBuffer({ resolveWithObject: true });
          const random = randomFrom(scans.length);
          for (let i = 0; i < data.length; i++) data[i] = Math.max(0, Math.min(255, data[i] + (random() - 0.5) * 16));
          const scan = join(folder, `scan-${dpi}-${scans.length}.jpg`);
          await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
            .withMetadata({ density: dpi })
            .jpeg({ quality: 75 })
            .toFile(scan);
          scans.push(scan);
        }
      }
      return scans;
    },
    /** CPU seconds of each stage of reading some scans; the first is read once before, to warm the code and the networks. */
    async readScans({ scans }) {
      const [{ openPage }, { recognisePage }, { loadPpOcr }, { secondOpinion }, { loadTesseract }, { layOut }, { normalize }, { LIMITS }] =
        await Promise.all([
          from("extract/image/open-image.js"),
          from("extract/ocr/recognise-page.js"),
          from("extract/ocr/pp-ocr.js"),
          from("extract/ocr/second-opinion.js"),
          from("extract/ocr/tesseract.js"),
          from("extract/tables/lay-out.js"),
          from("normalize/normalize.js"),
          from("core/limits.js"),
        ]);
      let stages = {};
      const counted = async (stage, work) => {
        const { cpuS, value } = await cpu(work);
        stages[stage] = (stages[stage] ?? 0) + cpuS;
        return value;
      };
      const networks = await loadPpOcr(1);
      const reader = {
        detect: (page) => counted("detection", () => networks.detect(page)),
        read: (lines) => counted("recognition", () => networks.read(lines)),
        upsideDown: (lines) => counted("recognition", () => networks.upsideDown(lines)),
      };
      let engine;
      const opinion = secondOpinion(() => {
        engine ??= loadTesseract();
        return engine;
      });
      const recognise = async (scan) => {
        const { width, height, draw } = await openPage(read(scan), 0, LIMITS);
        const render = (dpi) => counted("render", () => draw(dpi));
        return recognisePage({ number: 1, width, height, rotation: 0, render }, reader, (...asked) =>
          counted("second opinion", () => opinion(...asked)),
        );
      };
      const readOne = async (scan) => {
        const page = await counted("whole", () => recognise(scan));
        const blocks = await counted("layout", () => layOut([page]));
        const pages = [{ number: 1, width: page.width, height: page.height, rotation: 0, textLayer: "ocr" }];
        await counted("normalise and repair", () => normalize({ mediaType: "image/*", pages, blocks, flow: "flowed", warnings: [] }));
      };
      await readOne(scans[0]);
      stages = {};
      for (const scan of scans) await readOne(scan);
      const { whole, ...parts } = stages;
      const named = ["render", "detection", "recognition", "second opinion"].reduce((sum, stage) => sum + (parts[stage] ?? 0), 0);
      await (await engine)?.close();
      return { stages: { ...parts, "straighten, rulings, lines": whole - named }, scans, rssMb: peakMb() };
    },
    /** Memory while pieces of pages of ever other sizes are read. */
    async readMany({ scans, count }) {
      const [{ recognisePage }, { loadPpOcr }] = await Promise.all([from("extract/ocr/recognise-page.js"), from("extract/ocr/pp-ocr.js")]);
      const reader = await loadPpOcr(1);
      const random = randomFrom(7);
      const seen = [];
      for (let number = 1; number <= count; number++) {
        const scan = scans[number % scans.length];
        const { width, height } = await sharp(scan).metadata();
        const size = { width: Math.round(width * (0.3 + 0.7 * random())), height: Math.round(height * (0.05 + 0.07 * random())) };
        const place = { left: Math.floor(random() * (width - size.width)), top: Math.floor(random() * (height - size.height)) };
        const piece = await sharp(scan)
          .extract({ ...place, ...size })
          .png()
          .toBuffer();
        const inPoints = (pixels) => (pixels * 72) / SCANNED_AT;
        const render = (dpi) => drawn(piece, size, dpi / SCANNED_AT);
        await recognisePage({ number, width: inPoints(size.width), height: inPoints(size.height), rotation: 0, render }, reader);
        if (number % Math.ceil(count / 5) === 0) seen.push({ read: number, nowMb: process.memoryUsage.rss() / 2 ** 20, peakMb: peakMb() });
      }
      return seen;
    },
  };
}

async function drawn(piece, size, scale) {
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const { data } = await sharp(piece).resize(width, height, { fit: "fill" }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width, height, data };
}
