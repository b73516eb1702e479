/** The command line asks for something that cannot be done; the message says what to write instead. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
