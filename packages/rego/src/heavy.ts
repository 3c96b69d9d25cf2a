/** The builtins with large implementations: cryptography, tokens, JSON schemas, templates, YAML. */
export { awsBuiltins } from "./builtins/aws.js";
export { cryptoBuiltins } from "./builtins/crypto.js";
export { heavyFamilies } from "./builtins/heavy-builtins.js";
export { jsonSchemaBuiltins } from "./builtins/json-schema.js";
export { jwtBuiltins } from "./builtins/jwt.js";
export { privateKeyBuiltins } from "./builtins/private-keys.js";
export { createRe2Engine } from "./builtins/re2.js";
export { regoModuleBuiltins } from "./builtins/rego-module.js";
export { renderTemplateBuiltins } from "./builtins/render-template.js";
export { yamlBuiltins } from "./builtins/yaml.js";
export { readMetadata } from "./metadata-yaml.js";
