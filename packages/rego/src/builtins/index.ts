import { awsBuiltins } from "./aws.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { type BuiltinTable, createBuiltins } from "./create-builtins.js";
import { cryptoBuiltins } from "./crypto.js";
import { jsonSchemaBuiltins } from "./json-schema.js";
import { jwtBuiltins } from "./jwt.js";
import { lightFamilies } from "./light-builtins.js";
import { privateKeyBuiltins } from "./private-keys.js";
import { regoModuleBuiltins } from "./rego-module.js";
import { renderTemplateBuiltins } from "./render-template.js";
import { yamlBuiltins } from "./yaml.js";

export { aggregateBuiltins } from "./aggregates.js";
export { arrayBuiltins } from "./arrays.js";
export { awsBuiltins } from "./aws.js";
export { base64Builtins } from "./base64.js";
export { bitBuiltins } from "./bits.js";
export type { BuiltinDefinition } from "./builtin-definition.js";
export { castBuiltins } from "./casts.js";
export { type BuiltinTable, createBuiltins } from "./create-builtins.js";
export { cryptoBuiltins } from "./crypto.js";
export { formatBuiltins } from "./format.js";
export { globBuiltins } from "./glob.js";
export { globsMatchBuiltins } from "./globs-match.js";
export { graphBuiltins } from "./graph.js";
export { hexBuiltins } from "./hex.js";
export { hostBuiltins } from "./host.js";
export { jsonBuiltins } from "./json.js";
export { jsonFilterBuiltins } from "./json-filter.js";
export { jsonPatchBuiltins } from "./json-patch.js";
export { jsonSchemaBuiltins } from "./json-schema.js";
export { jwtBuiltins } from "./jwt.js";
export { lightFamilies } from "./light-builtins.js";
export { netCidrBuiltins } from "./net-cidr.js";
export { networkBuiltins } from "./network.js";
export { numberBuiltins } from "./numbers.js";
export { objectBuiltins } from "./objects.js";
export { operatorBuiltins } from "./operators.js";
export { privateKeyBuiltins } from "./private-keys.js";
export { createRe2Engine, defaultRegexEngine } from "./re2.js";
export { regexBuiltins } from "./regex.js";
export { regoModuleBuiltins } from "./rego-module.js";
export { renderTemplateBuiltins } from "./render-template.js";
export { semverBuiltins } from "./semver.js";
export { setBuiltins } from "./sets.js";
export { stringBuiltins } from "./strings.js";
export { templateStringBuiltins } from "./template-string.js";
export { timeBuiltins } from "./time.js";
export { trimmingBuiltins } from "./trimming.js";
export { unavailableBuiltins } from "./unavailable.js";
export { unitBuiltins } from "./units.js";
export { uriBuiltins } from "./uri.js";
export { urlQueryBuiltins } from "./url-query.js";
export { uuidBuiltins } from "./uuid.js";
export { walkBuiltins } from "./walk.js";
export { yamlBuiltins } from "./yaml.js";

/** The builtins without large implementations, which are declared and unavailable. */
export const lightBuiltins = (): BuiltinTable => createBuiltins(...lightFamilies);

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

/** All builtins that need no network. */
export const allBuiltins = (): BuiltinTable => createBuiltins(...lightFamilies, ...heavyFamilies);
