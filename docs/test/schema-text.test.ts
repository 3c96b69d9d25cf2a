import { always, type PolicyField } from "@ostiary/rules/deckhouse";
import { expect, it } from "vitest";
import { _default, array, boolean, int, enum as oneOf, optional, strictObject, string } from "zod/mini";
import { schemaText } from "../scripts/schema-text.js";

const written = (schema: PolicyField["schema"]["1.76"]): string | undefined =>
  schemaText({ name: "field", schema: always(schema) }, "1.76");

it.each([
  [string(), "string"],
  [int(), "integer"],
  [_default(boolean(), true), "boolean = true"],
  [array(oneOf(["a", "b"])), '["a" | "b"]'],
  [strictObject({ min: int(), max: optional(int()) }), "{ min: integer, max?: integer }"],
  [strictObject({ readOnly: _default(boolean(), false) }), "{ readOnly?: boolean = false }"],
  [array(strictObject({ names: optional(array(string())) })), "[{ names?: [string] }]"],
  [undefined, undefined],
])("case %#", (schema, text) => {
  expect(written(schema)).toBe(text);
});
