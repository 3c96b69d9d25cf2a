import type { Json } from "@ostiary/rules";

/** Values that nest deeper are refused in mutators: nothing in a cluster does, and printing one takes as much of the stack. */
export const DEEPEST_VALUE = 500;

/** Whether a value nests deeper than {@link DEEPEST_VALUE}. */
export const isTooDeep = (whole: Json): boolean => {
  let level: readonly Json[] = [whole];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_VALUE) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
};

const childrenOf = (value: Json): readonly Json[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];
