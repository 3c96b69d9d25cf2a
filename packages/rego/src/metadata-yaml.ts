import { readYaml } from "./builtins/yaml-reader.js";
import type { YamlReader } from "./syntax/annotations.js";
import { toJson } from "./value/json.js";

/** Reads the YAML of a metadata block; faults are worded as Go's reader words them, as far as they are of the same kind. */
export const readMetadata: YamlReader = (text) => {
  const reading = readYaml(text, () => undefined);
  if (reading.ok) return { value: toJson(reading.value) };
  const found = Number(/ at line (\d+)/.exec(reading.message)?.[1] ?? 1);
  const isUnclosed = reading.message.includes("Flow ");
  // An unclosed bracket is noticed here on the line after it, there on its own.
  const line = isUnclosed ? Math.max(1, found - 1) : found;
  const reason = reading.message.replace(/^yaml: /, "").replace(/ at line .*$/, "");
  return { error: `yaml: line ${line}: ${isUnclosed ? "did not find expected node content" : reason}`, line };
};
