import { ask, type JobStatus } from "./api.js";

const AGAIN_AFTER_MS = 1_000;

/** A job's states as they come, until it is done or dead. A stream that ends before (the server was started anew) is opened again. */
export async function* followJob(job: string): AsyncGenerator<JobStatus> {
  for (;;) {
    const { body } = await ask(`/v1/jobs/${job}/events`);
    for await (const status of statusesOf(body!)) {
      yield status;
      if (status.state === "done" || status.state === "dead") return;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}

/** What an event stream tells. Its events are one line of data each. */
async function* statusesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<JobStatus> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) return;
    text += value;
    const lines = text.split("\n");
    text = lines.pop()!;
    for (const line of lines) if (line.startsWith("data: ")) yield JSON.parse(line.slice(6)) as JobStatus;
  }
}
