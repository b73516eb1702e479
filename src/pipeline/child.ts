import { serveDocuments } from "./isolate/serve-documents.js";
import { readDocument } from "./read-document.js";

serveDocuments(readDocument);
