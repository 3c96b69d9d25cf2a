import { awsBuiltins } from "./aws/aws.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { cryptoBuiltins } from "./crypto/crypto.js";
import { privateKeyBuiltins } from "./crypto/private-keys.js";
import { x509Builtins } from "./crypto/x509.js";
import { globsMatchBuiltins } from "./glob/globs-match.js";
import { graphqlBuiltins } from "./graphql/graphql.js";
import { jsonPatchBuiltins } from "./json/json-patch.js";
import { jsonSchemaBuiltins } from "./json-schema/json-schema.js";
import { jwtBuiltins } from "./jwt/jwt.js";
import { regoModuleBuiltins } from "./rego-module.js";
import { renderTemplateBuiltins } from "./render-template/render-template.js";
import { timeBuiltins } from "./time/time.js";
import { yamlBuiltins } from "./yaml/yaml.js";

/** The families with large implementations. */
export const heavyFamilies: readonly (readonly BuiltinDefinition[])[] = [
  awsBuiltins,
  cryptoBuiltins,
  graphqlBuiltins,
  globsMatchBuiltins,
  jsonPatchBuiltins,
  jsonSchemaBuiltins,
  jwtBuiltins,
  privateKeyBuiltins,
  regoModuleBuiltins,
  renderTemplateBuiltins,
  timeBuiltins,
  x509Builtins,
  yamlBuiltins,
];
