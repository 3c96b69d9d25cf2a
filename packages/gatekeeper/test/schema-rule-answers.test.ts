import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { applyDefaults } from "../src/schema/apply-defaults.js";
import { aggregate } from "../src/schema/field-error.js";
import { readSchema } from "../src/schema/read-schema.js";
import { schemaRules } from "../src/schema-rules/kubernetes-schema-rules.js";

/** What Kubernetes 1.36 says of rules in a schema with all kinds of fields, and of values by them; the first line has both. */
const lines = readFileSync(new URL("./schema-rule-answers.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const [{ properties, values }, ...cases] = lines.map((line) => JSON.parse(line));
const rules = schemaRules();

const join = (errors: readonly string[]): string => (errors.length === 0 ? "" : aggregate(errors));

it.each(cases.map((one) => [one.rule.rule, one]))("rule `%s` is taken and applied as Kubernetes does", (_rule, one) => {
  const schema = readSchema({ type: "object", properties, "x-kubernetes-validations": [one.rule] });
  const path = "spec.validation.openAPIV3Schema.properties[spec].properties[parameters]";
  const judge = rules.compile(schema);
  // What is wrong with the path of a field is told with the schema.
  if (!one.error.includes(".fieldPath:")) {
    const error = join(rules.findErrors(schema, path));
    expect(error.replaceAll(`${path}.x-kubernetes-validations[0]`, "RULE")).toBe(one.error);
  }
  expect(values.map((value: never) => join(judge(applyDefaults(schema, value), "")))).toEqual(one.answers);
});
