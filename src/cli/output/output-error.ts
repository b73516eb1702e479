import { UsageError } from "../usage-error.js";

/** What is asked for cannot be written to its end: the disk is full, say. Told in one line. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** What a path that was named ill is answered with; any other refusal comes while it is written. */
const MISNAMED = /^(ENOENT|ENOTDIR|EISDIR|EEXIST|EACCES|EPERM|EROFS|ENAMETOOLONG|ELOOP)$/;

/**
 * Does what writes to `path`. What the system refuses is told with a remedy: a UsageError where another path is wanted, else (the disk is
 * full) an OutputError.
 */
export async function writing<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code, name, message } = error as NodeJS.ErrnoException;
    const [reason = ""] = message.split("\n");
    if (name === "Error" && MISNAMED.test(code ?? ""))
      throw new UsageError(`${path} cannot be written: ${reason}. Name one in a folder that exists and that you may write to.`);
    // DuckDB writes Parquet itself; its errors have no code.
    if (name !== "Error" || !(/^E[A-Z]+$/.test(code ?? "") || reason.startsWith("IO Error"))) throw error;
    throw new OutputError(
      `${path} cannot be written: ${reason}. Make room, or name another, and run the command again: what stands there is not whole.`,
      { cause: error },
    );
  }
}
