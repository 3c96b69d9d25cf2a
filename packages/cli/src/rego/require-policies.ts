import type { LoadedPolicies } from "./load-policies.js";

/**
 * Makes it a problem when there is nothing to do: a path that is misspelt, or a pattern that leaves everything out, would be as good as
 * policies without any error.
 *
 * @param paths - where policies were looked for
 */
export const requirePolicies = (loaded: LoadedPolicies, paths: readonly string[]): LoadedPolicies => {
  if (loaded.modules.length > 0 || loaded.problems.length > 0) return loaded;
  return { modules: [], data: loaded.data, problems: [noPolicies(paths)] };
};

/** Says that files and folders hold no policies. */
export const noPolicies = (paths: readonly string[]): string =>
  `${paths.join(", ")}: no policies: no file that ends in .rego`;
