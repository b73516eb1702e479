import { createServer } from "node:http";
import { collectDefaultMetrics, type Registry } from "prom-client";

export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Gives a registry, and what Node tells of the process, out at `/metrics`, in Prometheus' text format: for a process that has no API. */
export async function serveMetrics(
  registry: Registry,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  collectDefaultMetrics({ register: registry });
  const server = createServer(async (request, response) => {
    const isAsked = request.method === "GET" && request.url === "/metrics";
    try {
      const body = isAsked ? await registry.metrics() : "See /metrics.\n";
      response.writeHead(isAsked ? 200 : 404, { "content-type": isAsked ? registry.contentType : "text/plain" }).end(body);
    } catch {
      // What cannot be measured must not end the process that does the work.
      response.writeHead(500, { "content-type": "text/plain" }).end("The metrics cannot be gathered.\n");
    }
  });
  server.requestTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as { port: number };
  return {
    url: `http://${host}:${bound}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
