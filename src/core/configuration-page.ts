import { z } from "zod";
import { SETTINGS, type Setting } from "./config.js";

/** docs/configuration.md: every setting with what it takes and its default. */
export function configurationPage(): string {
  return `# Configuration

Every setting is an environment variable; the options of the command line win over them. Written by \`npm run docs\` from \`src/core/config.ts\`, where
each default stands once.

| variable | takes | default | what it is |
| --- | --- | --- | --- |
${Object.values<Setting>(SETTINGS).map(row).join("\n")}
`;
}

function row({ env, schema, about, defaultText }: Setting): string {
  const { type, enum: choices, default: initial } = z.toJSONSchema(schema, { io: "output" }) as JsonSchema;
  const takes = choices ? choices.map((choice) => `\`${choice}\``).join(", ") : (type ?? "text").replace("string", "text");
  const value = defaultText ?? (initial === undefined ? "none" : initial === "" ? "empty" : `\`${initial}\``);
  return `| \`${env}\` | ${takes} | ${value} | ${about} |`;
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
}
