import { typeName } from "@ostiary/rules";
import type { Problem } from "./decision.js";

/**
 * Refuses an option that cannot be what its author meant.
 *
 * @param option - where the option lies, e.g. `standards.enforce`
 * @param value - what it was set to
 * @param expected - what it could have been set to, e.g. `a list`
 */
export const refuseOption = (option: string, value: unknown, expected: string): Problem => {
  const found = typeof value === "string" ? `\`${value}\`` : typeName(value);
  return {
    code: "invalid-option",
    message: `option \`${option}\`: expected ${expected}, found ${found}`,
    effect: "deny",
  };
};
