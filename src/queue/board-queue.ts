import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import type { Queue } from "bullmq";

/** A queue as the admins' board shows it: to be looked at, not changed. */
export type BoardQueue = BullMQAdapter;

export function boardQueue(queue: Queue): BoardQueue {
  return new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false });
}
