/** What hosts give an engine and is large: cryptography, tokens, JSON schemas, templates, YAML; RE2, checks, explanations, metadata. */
export { awsBuiltins } from "./builtins/aws/aws.js";
export { cryptoBuiltins } from "./builtins/crypto/crypto.js";
export { privateKeyBuiltins } from "./builtins/crypto/private-keys.js";
export { heavyFamilies } from "./builtins/heavy-builtins.js";
export { jsonSchemaBuiltins } from "./builtins/json-schema/json-schema.js";
export { jwtBuiltins } from "./builtins/jwt/jwt.js";
export { createRe2Engine } from "./builtins/regex/re2.js";
export { regoModuleBuiltins } from "./builtins/rego-module.js";
export { renderTemplateBuiltins } from "./builtins/render-template/render-template.js";
export { yamlBuiltins } from "./builtins/yaml/yaml.js";
export { policyChecks } from "./compile/policy-checks.js";
export { explainUndefined } from "./debug/explain-undefined.js";
export { yamlMetadata } from "./metadata-yaml.js";
