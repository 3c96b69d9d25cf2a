import type { Json } from "@ostiary/core";
import { compileSchema, schemaErrors } from "../src/schema/compile-schema.js";
import type { NumberForm } from "../src/schema/keyword-family.js";
import { re2Patterns } from "../src/schema/re2-patterns.js";
import { readSchema } from "../src/schema/read-schema.js";
import { validateValue } from "../src/schema/validate-value.js";

export const patterns = re2Patterns();

/** Without what runs rules. */
export const means = { patterns, rules: undefined };

/** What a schema has against the value of its only field `v`. */
export const errorsOf = (schema: Json, value: Json, numbers: NumberForm = "doubles"): readonly string[] => {
  const whole = readSchema({ type: "object", properties: { v: schema } });
  return validateValue(whole, { v: value }, { patterns, numbers }).errors.map(({ place, body }) => `${place}: ${body}`);
};

/** What a cluster has against a schema at the path `s`. */
export const faultsOf = (schema: Json): readonly string[] =>
  schemaErrors(readSchema(schema), { root: "root", path: "s" }, means);

export const compile = (schema: Json) => compileSchema(readSchema(schema), means);
