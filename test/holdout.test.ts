import { judgeDocuments } from "./judge-documents.js";

/** Documents that are not read right yet, with the reason. One that is read right must leave the list. */
const KNOWN_TO_FAIL: { readonly [file: string]: string } = {};

judgeDocuments("documents written without a look at the code", "holdout", KNOWN_TO_FAIL);
