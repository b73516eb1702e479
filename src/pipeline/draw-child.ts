import { readFile } from "node:fs/promises";
import { drawPage } from "../extract/draw-page.js";

/** node draw-child.js FILE PAGE DPI [ROTATION]: the page as PNG on standard output, nothing where there is none. */
const [path, page, dpi, rotation] = process.argv.slice(2);
const png = await drawPage(
  new Uint8Array(await readFile(path!)),
  Number(page),
  Number(dpi),
  rotation === undefined ? undefined : Number(rotation),
);
if (png) process.stdout.write(png);
