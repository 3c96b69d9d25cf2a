/** The builtins with large implementations: cryptography, tokens, JSON schemas, templates, YAML. */
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
export { readMetadata } from "./metadata-yaml.js";
