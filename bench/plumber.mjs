// pdfplumber, what a user would otherwise take a PDF's tables with.
import { runProgram } from "./child.mjs";

/** Fails where no cell says anything: without its CMaps (Debian's pdfminer-data) pdfminer passes Chinese text over, and is fast. */
const PLUMBER = `import sys,pdfplumber
cells = 0
for _ in range(int(sys.argv[1])):
  for f in sys.argv[2:]:
    with pdfplumber.open(f) as d:
      for p in d.pages:
        cells += sum(bool(cell) for table in p.extract_tables() for row in table for cell in row)
        p.flush_cache()
sys.exit(cells == 0)`;

/** Its `extract_tables` of every page of the files, so many times in one process; undefined where it is not installed. */
export function plumber(python, files, times = 1) {
  const run = runProgram(python, ["-c", PLUMBER, `${times}`, ...files]);
  return run?.status === 0 ? run : undefined;
}
