import { readFile } from "node:fs/promises";
import { drawPage } from "../extract/draw-page.js";

/** node draw-child.js FILE PAGE DPI [ROTATION]: the page as PNG or SVG on standard output, nothing where there is none. */
const [path, page, dpi, rotation] = process.argv.slice(2);
const drawn = await drawPage(
  new Uint8Array(await readFile(path!)),
  Number(page),
  Number(dpi),
  rotation === undefined ? undefined : Number(rotation),
);
if (drawn) process.stdout.write(drawn);
