import { StoreError } from "../store/document-store.js";
import { Rejected } from "./job-queue.js";

/** What the store lacks or has damaged will not come back by asking again. */
export function refuse(error: unknown): never {
  if (error instanceof StoreError && error.code !== "unavailable") {
    throw new Rejected({ code: `store-${error.code}`, message: error.message, remedy: "Upload the file again." });
  }
  throw error;
}
