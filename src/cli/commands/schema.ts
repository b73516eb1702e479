import { Command } from "commander";

export function schemaCommand(): Command {
  return new Command("schema")
    .description("Print the JSON Schema of a record (docs/record.schema.json).")
    .addHelpText(
      "after",
      `
Examples:
  ziping schema > record.schema.json
  ziping schema | jq '.properties | keys'`,
    )
    .action(async () => {
      const { recordSchema } = await import("../../core/record-schema.js");
      const { print } = await import("../output/print.js");
      await print(`${JSON.stringify(recordSchema(), null, 2)}\n`);
    });
}
