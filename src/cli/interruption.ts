import { EXIT } from "./exit-code.js";

/**
 * A signal that is aborted by the first Ctrl-C or SIGTERM, so that work can be brought to a good end; the second ends the process at once.
 * `release` gives the signals back to Node.
 */
export function interruption(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write("\nziping: stopping; what was read is being saved (Ctrl-C again to stop at once)\n");
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return {
    signal: controller.signal,
    release() {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
    },
  };
}
