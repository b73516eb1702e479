import type { Warning } from "../../core/record.js";

/** The kind of text that its writers struck out. */
export const STRUCK = "struck";

/** What a document holds and is not read: `kind` is "picture", "chunk" (a part of another format), {@link STRUCK} or the program of an embedded object. */
export function unreadWarning(kind: string, count: number): Warning {
  if (kind === "picture")
    return { code: "picture-unread", message: `${count} large picture(s) in the document are not read; a scan in them is lost.` };
  if (kind === STRUCK) return { code: "struck-text-dropped", message: "Struck-out text was left out." };
  if (kind === "chunk") return { code: "embedded-unread", message: `${count} embedded part(s) of another format are not read.` };
  return { code: "embedded-unread", message: `${count} embedded object(s) of ${kind} are not read.` };
}
