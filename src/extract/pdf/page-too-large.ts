import { Fault } from "../../core/fault.js";
import type { Message } from "../../core/messages/messages.js";

/** A page that takes more than one may; `how`, a sentence about "it". No setting lets more of it in. */
export function pageTooLarge(how: Message): Fault {
  return new Fault("too-large", how, { remedy: "Open the file in a PDF viewer, print it as pictures to a new PDF, and read that." });
}
