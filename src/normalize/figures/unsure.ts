import type { Message } from "../../core/messages/messages.js";
import type { Doubt } from "../../core/record.js";

/** A doubt that has no other reading to offer: as likely wrong as right, and why. */
export function unsure(because: Message): Doubt {
  return { confidence: 0.5, readings: [], because };
}
