import { CelUint, type CelValue } from "./cel-value.js";

/** Writes a key or an index in a message about its absence. */
export const formatKey = (key: CelValue): string => {
  if (key instanceof CelUint) return String(key.value);
  return typeof key === "object" && key !== null ? "value" : String(key);
};
