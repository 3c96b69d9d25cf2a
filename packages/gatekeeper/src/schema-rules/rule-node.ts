import type { CelEnvironment } from "../cel/environment.js";
import type { JsonSchema } from "../schema/json-schema.js";
import { type CompiledSchemaRule, compileRules } from "./compile-rules.js";
import { schemaType } from "./schema-type.js";

/** A schema whose rules, or those of its parts, are ready. */
export interface RuleNode {
  readonly schema: JsonSchema;
  readonly rules: readonly CompiledSchemaRule[];
  /** Rules of `allOf`, about the same value. */
  readonly allOf: readonly RuleNode[];
  readonly items: RuleNode | undefined;
  readonly properties: ReadonlyMap<string, RuleNode>;
  readonly additional: RuleNode | undefined;
}

/** Whether a schema has rules outside of its `allOf`; without any, those in there are not looked at either. */
export const hasRules = ({ validations, items, additionalProperties, properties }: JsonSchema): boolean =>
  (validations ?? []).length > 0 ||
  [items?.schema, additionalProperties?.schema, ...(properties?.values() ?? [])].some(
    (part) => part !== undefined && hasRules(part),
  );

/**
 * Gets the rules of a schema ready.
 *
 * @param source - where the rules are: the schema itself, or a part of its `allOf`
 * @returns `undefined` when there are none
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/cel/validation.go, validator
 */
export const compileNode = (
  source: JsonSchema,
  schema: JsonSchema,
  environment: () => CelEnvironment,
): RuleNode | undefined => {
  const below = (part: JsonSchema | undefined, described: JsonSchema | undefined): RuleNode | undefined =>
    part === undefined || described === undefined ? undefined : compileNode(part, described, environment);
  const properties = [...(source.properties ?? [])].flatMap(([name, part]) => {
    const node = below(part, schema.properties?.get(name));
    return node === undefined ? [] : [[name, node] as const];
  });
  const type = (source.validations ?? []).length === 0 ? undefined : schemaType(schema, "selfType0");
  const node: RuleNode = {
    schema,
    rules: type === undefined ? [] : compileRules(source, type, environment()),
    allOf: (source.allOf ?? []).flatMap((part) => compileNode(part, schema, environment) ?? []),
    items: below(source.items?.schema, schema.items?.schema),
    properties: new Map(properties),
    additional: below(source.additionalProperties?.schema, schema.additionalProperties?.schema),
  };
  const parts = [node.items, node.additional].filter((part) => part !== undefined);
  return node.rules.length + node.allOf.length + node.properties.size + parts.length === 0 ? undefined : node;
};
