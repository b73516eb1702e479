/** What was asked for cannot be written to its end: the disk is full, say. Told in one line. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}
