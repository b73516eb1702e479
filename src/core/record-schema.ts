import { z } from "zod";
import { SCHEMA } from "./record.js";
import { Record } from "./record-shapes.js";

/** The record as JSON Schema (draft 2020-12), as published in docs/record.schema.json. Open: later versions may add fields. */
export function recordSchema(): object {
  return { $id: `urn:${SCHEMA}`, title: "The record of one self-evaluation report", ...z.toJSONSchema(Record, { io: "input" }) };
}
