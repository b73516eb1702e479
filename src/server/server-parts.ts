import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { PagePicture } from "../core/page-picture.js";
import type { BoardQueue } from "../queue/board-queue.js";
import type { JobQueue } from "../queue/job-queue.js";
import type { DocumentStore } from "../store/document-store.js";
import type { Exportable, Queryable } from "../warehouse/archive.js";
import type { UploadLimits } from "./receive-upload.js";
import type { StoredToken } from "./tokens.js";

/** What the server is made of; the command line puts it together. */
export interface ServerParts {
  readonly store: DocumentStore;
  readonly queue: JobQueue;
  readonly database: Queryable & Exportable;
  /** What else is measured in this process: the judging, where documents are read here. */
  readonly metrics?: Registry;
  /** The queue for the admins' board; a queue in this process has none. */
  readonly board?: BoardQueue;
  /** A page as a picture, turned by `rotation` degrees in all where told; null where the document has no such page. Runs outside this process: a document is hostile. */
  readonly renderPage: (path: string, page: number, dpi: number, rotation?: number) => Promise<PagePicture | null>;
  /** Read anew for each request, so that a revoked token is gone at once. */
  readonly tokens: () => readonly StoredToken[];
  readonly limits: UploadLimits;
  readonly requestsPerMinute: number;
  /** Browser origins that may call; none when empty. */
  readonly corsOrigins: readonly string[];
  /** Where the review page's files lie, as the build made them; without it there is no page. */
  readonly pageFolder?: string;
  readonly logger: Logger;
  readonly version: string;
}
