import { trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { BullMQOtel } from "bullmq-otel";

export interface Telemetry {
  /** Carries the trace of an upload through Redis to the worker that reads it. */
  readonly queue: BullMQOtel;
  /** Sends what is not sent yet. */
  close(): Promise<void>;
}

/** Traces to an OTLP/HTTP endpoint (`http://collector:4318`). An endpoint that is away costs spans, never documents. */
export function startTelemetry(endpoint: string, serviceName: string, version: string): Telemetry {
  const exporter = new OTLPTraceExporter({ url: new URL("/v1/traces", endpoint).href, timeoutMillis: 3_000 });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": serviceName, "service.version": version }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return {
    queue: new BullMQOtel({ tracerName: "ziping", version }),
    async close() {
      await provider.shutdown().catch(() => {});
      trace.disable();
    },
  };
}
