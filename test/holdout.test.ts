import { judgeDocuments } from "./judge-documents.js";

/** Documents that are not read right yet, with the reason. One that is read right must leave the list. */
const KNOWN_TO_FAIL: { readonly [file: string]: string } = {
  "h182.txt": "a flattened form whose title names a kind of money, its head's values far from their labels",
};

judgeDocuments("documents written without a look at the code", "holdout", KNOWN_TO_FAIL);
