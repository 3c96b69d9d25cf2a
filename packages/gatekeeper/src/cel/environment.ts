import { createRe2Engine } from "@ostiary/rego";
import {
  BOOL,
  BYTES,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  NULL,
  optionalOf,
  STRING,
  TIMESTAMP,
  typeOf,
  UINT,
} from "./cel-type.js";
import type { CelType } from "./cel-value.js";
import { type FunctionTable, functionTable } from "./function-declaration.js";
import { CIDR, CIDRS } from "./library/cidrs.js";
import { CONVERSIONS } from "./library/conversions.js";
import { IP, IPS } from "./library/ips.js";
import { LIST_EXTENSION } from "./library/list-extension.js";
import { LISTS } from "./library/lists.js";
import { NAMED_FORMATS } from "./library/named-formats.js";
import { OPERATORS } from "./library/operators.js";
import { OPTIONALS } from "./library/optionals.js";
import { QUANTITIES } from "./library/quantities.js";
import { SEMVERS } from "./library/semvers.js";
import { SETS } from "./library/sets.js";
import { STRINGS } from "./library/strings.js";
import { textFunctions } from "./library/texts.js";
import { TIMES } from "./library/times.js";
import { URLS } from "./library/urls.js";
import { createExpressionParser, type ExpressionParse } from "./parse-expression.js";

/** The functions and types that expressions may use. Immutable. */
export interface CelEnvironment {
  readonly parse: ExpressionParse;
  readonly functions: FunctionTable;
  /** Types by the name that stands for them in expressions: `type(x) == int`. */
  readonly types: ReadonlyMap<string, CelType>;
}

const TYPES: readonly CelType[] = [
  BOOL,
  BYTES,
  CIDR,
  DOUBLE,
  DURATION,
  INT,
  IP,
  listOf(DYN),
  mapOf(DYN, DYN),
  NULL,
  optionalOf(DYN),
  STRING,
  TIMESTAMP,
  typeOf(DYN),
  UINT,
];

/**
 * The environment of admission policies in Kubernetes 1.36. Of its libraries only the authorizer is missing: whether a user may
 * do something only a cluster knows.
 *
 * @source k8s.io/apiserver, pkg/cel/environment/base.go
 */
export const kubernetesEnvironment = (): CelEnvironment => {
  const functions = functionTable([
    OPERATORS,
    CONVERSIONS,
    textFunctions(createRe2Engine()),
    TIMES,
    OPTIONALS,
    STRINGS,
    LISTS,
    LIST_EXTENSION,
    SETS,
    URLS,
    QUANTITIES,
    IPS,
    CIDRS,
    SEMVERS,
    NAMED_FORMATS,
  ]);
  const types = new Map(TYPES.map((type) => [type.name, type] as const));
  return { parse: createExpressionParser({ functions, types }), functions, types };
};
