import { judgeDocuments } from "./judge-documents.js";

/** Documents that are not read right yet, with the reason. One that is read right must leave the list. */
const KNOWN_TO_FAIL: { readonly [file: string]: string } = {
  "h13.pdf": "two tables that the page's geometry joins",
  "h18.txt": "a flattened fund table whose head stands apart from its rows",
  "h44.pdf": "a row cut by the page",
};

judgeDocuments("documents written without a look at the code", "holdout", KNOWN_TO_FAIL);
