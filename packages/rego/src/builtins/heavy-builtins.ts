import { awsBuiltins } from "./aws.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { cryptoBuiltins } from "./crypto.js";
import { jsonSchemaBuiltins } from "./json-schema.js";
import { jwtBuiltins } from "./jwt.js";
import { privateKeyBuiltins } from "./private-keys.js";
import { regoModuleBuiltins } from "./rego-module.js";
import { renderTemplateBuiltins } from "./render-template.js";
import { yamlBuiltins } from "./yaml.js";

/** The families with large implementations. */
export const heavyFamilies: readonly (readonly BuiltinDefinition[])[] = [
  awsBuiltins,
  cryptoBuiltins,
  jsonSchemaBuiltins,
  jwtBuiltins,
  privateKeyBuiltins,
  regoModuleBuiltins,
  renderTemplateBuiltins,
  yamlBuiltins,
];
