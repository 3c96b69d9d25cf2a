import { aggregateBuiltins } from "./aggregates.js";
import { arrayBuiltins } from "./arrays.js";
import { bitBuiltins } from "./bits.js";
import { castBuiltins } from "./casts.js";
import { type BuiltinTable, createBuiltins } from "./create-builtins.js";
import { formatBuiltins } from "./format.js";
import { globBuiltins } from "./glob.js";
import { graphBuiltins } from "./graph.js";
import { netCidrBuiltins } from "./net-cidr.js";
import { numberBuiltins } from "./numbers.js";
import { objectBuiltins } from "./objects.js";
import { operatorBuiltins } from "./operators.js";
import { regexBuiltins } from "./regex.js";
import { semverBuiltins } from "./semver.js";
import { setBuiltins } from "./sets.js";
import { stringBuiltins } from "./strings.js";
import { trimmingBuiltins } from "./trimming.js";
import { unitBuiltins } from "./units.js";
import { walkBuiltins } from "./walk.js";

export { type BuiltinTable, createBuiltins } from "./create-builtins.js";
export { createRe2Engine, defaultRegexEngine } from "./re2.js";
export {
  aggregateBuiltins,
  arrayBuiltins,
  bitBuiltins,
  castBuiltins,
  formatBuiltins,
  globBuiltins,
  graphBuiltins,
  netCidrBuiltins,
  numberBuiltins,
  objectBuiltins,
  operatorBuiltins,
  regexBuiltins,
  semverBuiltins,
  setBuiltins,
  stringBuiltins,
  trimmingBuiltins,
  unitBuiltins,
  walkBuiltins,
};

/** The table of all families that need no host. */
export const allBuiltins = (): BuiltinTable =>
  createBuiltins(
    operatorBuiltins,
    aggregateBuiltins,
    arrayBuiltins,
    bitBuiltins,
    castBuiltins,
    formatBuiltins,
    globBuiltins,
    graphBuiltins,
    netCidrBuiltins,
    numberBuiltins,
    objectBuiltins,
    regexBuiltins,
    semverBuiltins,
    setBuiltins,
    stringBuiltins,
    trimmingBuiltins,
    unitBuiltins,
    walkBuiltins,
  );
