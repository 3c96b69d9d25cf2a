import type { Json } from "../rule.js";

/** The fields that are there: what a message shows of parameters in which a field may be absent. */
export const withoutAbsent = (fields: Readonly<Record<string, Json | undefined>>): Json => {
  const present: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) present[name] = value;
  return present;
};
