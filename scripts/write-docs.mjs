// Writes the pages of docs/ that are made from the code: the record's JSON Schema, the settings and the
// warehouse's data dictionary. Run after a build (`npm run docs`); a test
// fails when a page is stale.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configurationPage } from "../dist/core/configuration-page.js";
import { recordSchema } from "../dist/core/record-schema.js";
import { dictionaryPage } from "../dist/warehouse/dictionary-page.js";

const write = (name, text) => writeFileSync(join(import.meta.dirname, "..", "docs", name), text);
write("record.schema.json", `${JSON.stringify(recordSchema(), null, 2)}\n`);
write("configuration.md", configurationPage());
write("dictionary.md", await dictionaryPage());
