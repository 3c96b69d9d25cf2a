// Writes the JSON Schemas of the configuration and of suites of tests, for editors; a test tells when that was forgotten.
import { mkdirSync, writeFileSync } from "node:fs";
import { configurationJsonSchema } from "../src/check/configuration-schema.ts";
import { suiteJsonSchema } from "../src/suite/suite-schema.ts";

const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
const schemas = { "ostiary.schema.json": configurationJsonSchema(), "suite.schema.json": suiteJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(name, folder), `${JSON.stringify(schema, undefined, 2)}\n`);
}
