import { z } from "zod";
import { Record, SCHEMA } from "./record.js";

/** The record as JSON Schema (draft 2020-12), as published in docs/record.schema.json. */
export function recordSchema(): object {
  return { $id: SCHEMA, title: "The record of one self-evaluation report", ...z.toJSONSchema(Record) };
}
