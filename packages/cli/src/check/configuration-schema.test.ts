import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configurationJsonSchema, configurationSchema } from "./configuration-schema.js";

test("the published JSON Schema is that of the configuration: otherwise run `pnpm --filter ostiary generate`", () => {
  const published = readFileSync(new URL("../../schema/ostiary.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(published)).toEqual(configurationJsonSchema());
});

test("every field is described for editors", () => {
  for (const [name, field] of Object.entries(configurationSchema.shape)) {
    expect(field.description, name).toBeTruthy();
  }
});
