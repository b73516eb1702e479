import type { Message } from "../../../core/messages/messages.js";

/** The reason where it holds; none where it does not. */
export function reasonIf(holds: boolean, reason: Message): readonly Message[] {
  return holds ? [reason] : [];
}
