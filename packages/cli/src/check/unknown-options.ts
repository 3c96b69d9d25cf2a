import type { FileProblem } from "@ostiary/report";
import type { CheckOptions } from "./prepare-ruling.js";

/** The options of a check: whoever adds one to the type has to add it here. */
const OPTION_NAMES: Readonly<Record<keyof CheckOptions, true>> = {
  profile: true,
  release: true,
  installVersion: true,
  policies: true,
  level: true,
  version: true,
  podSecurity: true,
  podCarriers: true,
  expansion: true,
  namespaceLabels: true,
  namespace: true,
  policyFiles: true,
  explain: true,
  inventory: true,
  mutators: true,
};

/** Callers in JavaScript have no types to keep to: a level that is misspelt would hold for nobody. */
export const findUnknownOptions = (options: object): readonly FileProblem[] =>
  Object.keys(options)
    .filter((name) => !Object.hasOwn(OPTION_NAMES, name))
    .map((name) => ({
      file: "policies",
      severity: "error",
      code: "invalid-option",
      message: `unknown option \`${name}\`: expected one of ${Object.keys(OPTION_NAMES).sort().join(", ")}`,
    }));
