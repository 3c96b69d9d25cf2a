import { readYaml } from "./builtins/yaml/yaml-reader.js";
import { type MetadataSupport, metadataSupport } from "./compile/metadata-support.js";
import type { YamlReader } from "./syntax/annotations.js";
import { toJson } from "./value/json.js";

/** Reads the YAML of a metadata block; faults are worded as Go's reader words them, as far as they are of the same kind. */
export const readMetadata: YamlReader = (text) => {
  const reading = readYaml(text, () => undefined);
  if (reading.ok) return { value: toJson(reading.value) };
  const [, before, after] = /^yaml: line (\d+)|at line (\d+)/.exec(reading.message) ?? [];
  const line = Number(before ?? after ?? 1);
  if (before !== undefined) return { error: reading.message, line };
  return { error: reading.message.replace(/^yaml: (.*) at line .*$/s, `yaml: line ${line}: $1`), line };
};

/** Metadata blocks, and the functions of `rego.metadata` that ask for them. */
export const yamlMetadata: MetadataSupport = /* @__PURE__ */ metadataSupport(readMetadata);
