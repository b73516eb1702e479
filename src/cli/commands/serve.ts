import { Command } from "commander";

export function serveCommand(): Command {
  return new Command("serve")
    .description("Serve the review page and the API: uploads, jobs, records, findings, exports.")
    .addHelpText(
      "after",
      `
The review page is the address itself, in a browser; a link with the token of this run is printed.

Without services it reads documents itself and keeps everything in ZIPING_DATA. With ZIPING_REDIS_URL documents go to workers
(ziping worker), with ZIPING_POSTGRES_URL into PostgreSQL (ziping migrate), with ZIPING_BUCKET uploads into a bucket.

Examples:
  ziping serve
  curl -H "Authorization: Bearer $TOKEN" -F file=@report.pdf http://127.0.0.1:8787/v1/documents
  curl -H "Authorization: Bearer $TOKEN" "http://127.0.0.1:8787/v1/findings?severity=error"`,
    )
    .action(async () => {
      const { serve } = await import("../service/serve.js");
      process.exitCode = await serve();
    });
}
