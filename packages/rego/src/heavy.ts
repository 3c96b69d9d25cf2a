/**
 * What hosts give an engine of `@ostiary/rego/core` one by one: the large families of builtins, RE2, the compiler's checks,
 * explanations, metadata.
 */
export { awsBuiltins } from "./builtins/aws/aws.js";
export { cryptoBuiltins } from "./builtins/crypto/crypto.js";
export { privateKeyBuiltins } from "./builtins/crypto/private-keys.js";
export { x509Builtins } from "./builtins/crypto/x509.js";
export { globsMatchBuiltins } from "./builtins/glob/globs-match.js";
export { graphqlBuiltins } from "./builtins/graphql/graphql.js";
export { heavyFamilies } from "./builtins/heavy-builtins.js";
export { jsonPatchBuiltins } from "./builtins/json/json-patch.js";
export { jsonSchemaBuiltins } from "./builtins/json-schema/json-schema.js";
export { jwtBuiltins } from "./builtins/jwt/jwt.js";
export { createRe2Engine } from "./builtins/regex/re2.js";
export { regoModuleBuiltins } from "./builtins/rego-module.js";
export { renderTemplateBuiltins } from "./builtins/render-template/render-template.js";
export { timeBuiltins } from "./builtins/time/time.js";
export { yamlBuiltins } from "./builtins/yaml/yaml.js";
export { metadataCalls, metadataSupport } from "./compile/metadata-support.js";
export { policyChecks } from "./compile/policy-checks.js";
export { explainUndefined } from "./debug/explain-undefined.js";
export { yamlMetadata } from "./metadata-yaml.js";
