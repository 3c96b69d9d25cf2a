import { aggregateBuiltins } from "./aggregates.js";
import { arrayBuiltins } from "./arrays.js";
import { base64Builtins } from "./base64.js";
import { bitBuiltins } from "./bits.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { castBuiltins } from "./casts.js";
import { type BuiltinTable, createBuiltins } from "./create-builtins.js";
import { formatBuiltins } from "./format.js";
import { globBuiltins } from "./glob.js";
import { globsMatchBuiltins } from "./globs-match.js";
import { graphBuiltins } from "./graph.js";
import { hexBuiltins } from "./hex.js";
import { hostBuiltins } from "./host.js";
import { jsonBuiltins } from "./json.js";
import { jsonFilterBuiltins } from "./json-filter.js";
import { jsonPatchBuiltins } from "./json-patch.js";
import { netCidrBuiltins } from "./net-cidr.js";
import { numberBuiltins } from "./numbers.js";
import { objectBuiltins } from "./objects.js";
import { operatorBuiltins } from "./operators.js";
import { regexBuiltins } from "./regex.js";
import { semverBuiltins } from "./semver.js";
import { setBuiltins } from "./sets.js";
import { stringBuiltins } from "./strings.js";
import { templateStringBuiltins } from "./template-string.js";
import { timeBuiltins } from "./time.js";
import { trimmingBuiltins } from "./trimming.js";
import { unavailableBuiltins } from "./unavailable.js";
import { unitBuiltins } from "./units.js";
import { uriBuiltins } from "./uri.js";
import { urlQueryBuiltins } from "./url-query.js";
import { uuidBuiltins } from "./uuid.js";
import { walkBuiltins } from "./walk.js";

/** The families without large implementations; the large builtins are declared, and unavailable. */
export const lightFamilies: readonly (readonly BuiltinDefinition[])[] = [
  unavailableBuiltins,
  operatorBuiltins,
  aggregateBuiltins,
  arrayBuiltins,
  base64Builtins,
  bitBuiltins,
  castBuiltins,
  formatBuiltins,
  globBuiltins,
  globsMatchBuiltins,
  graphBuiltins,
  hexBuiltins,
  hostBuiltins,
  jsonBuiltins,
  jsonFilterBuiltins,
  jsonPatchBuiltins,
  netCidrBuiltins,
  numberBuiltins,
  objectBuiltins,
  regexBuiltins,
  semverBuiltins,
  setBuiltins,
  stringBuiltins,
  templateStringBuiltins,
  timeBuiltins,
  trimmingBuiltins,
  unitBuiltins,
  uriBuiltins,
  urlQueryBuiltins,
  uuidBuiltins,
  walkBuiltins,
];

/** The builtins without large implementations, which are declared and unavailable. */
export const lightBuiltins = (): BuiltinTable => createBuiltins(...lightFamilies);
