// Writes schema/ostiary.schema.json, the JSON Schema of the configuration, for editors; a test tells when that was forgotten.
import { mkdirSync, writeFileSync } from "node:fs";
import { configurationJsonSchema } from "../src/check/configuration-schema.ts";

const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("ostiary.schema.json", folder), `${JSON.stringify(configurationJsonSchema(), undefined, 2)}\n`);
