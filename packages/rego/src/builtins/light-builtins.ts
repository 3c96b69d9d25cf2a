import { aggregateBuiltins } from "./aggregates.js";
import { arrayBuiltins } from "./arrays.js";
import { bitBuiltins } from "./bits.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import { castBuiltins } from "./casts.js";
import { type BuiltinTable, createBuiltins } from "./create-builtins.js";
import { base64Builtins } from "./encoding/base64.js";
import { hexBuiltins } from "./encoding/hex.js";
import { uriBuiltins } from "./encoding/uri.js";
import { urlQueryBuiltins } from "./encoding/url-query.js";
import { formatBuiltins } from "./format/format.js";
import { globBuiltins } from "./glob/glob.js";
import { graphBuiltins } from "./graph.js";
import { hostBuiltins } from "./host.js";
import { jsonBuiltins } from "./json/json.js";
import { jsonFilterBuiltins } from "./json/json-filter.js";
import { netCidrBuiltins } from "./net/net-cidr.js";
import { numberBuiltins } from "./numbers.js";
import { objectBuiltins } from "./object/objects.js";
import { operatorBuiltins } from "./operators.js";
import { regexBuiltins } from "./regex/regex.js";
import { semverBuiltins } from "./semver.js";
import { setBuiltins } from "./sets.js";
import { stringBuiltins } from "./text/strings.js";
import { templateStringBuiltins } from "./text/template-string.js";
import { trimmingBuiltins } from "./text/trimming.js";
import { unavailableBuiltins } from "./unavailable.js";
import { unitBuiltins } from "./units.js";
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
  graphBuiltins,
  hexBuiltins,
  hostBuiltins,
  jsonBuiltins,
  jsonFilterBuiltins,
  netCidrBuiltins,
  numberBuiltins,
  objectBuiltins,
  regexBuiltins,
  semverBuiltins,
  setBuiltins,
  stringBuiltins,
  templateStringBuiltins,
  trimmingBuiltins,
  unitBuiltins,
  uriBuiltins,
  urlQueryBuiltins,
  uuidBuiltins,
  walkBuiltins,
];

/** The builtins without large implementations, which are declared and unavailable. */
export const lightBuiltins = (): BuiltinTable => createBuiltins(...lightFamilies);
