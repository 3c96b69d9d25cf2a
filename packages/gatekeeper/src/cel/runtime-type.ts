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
import {
  CelDuration,
  CelList,
  CelMap,
  CelOptional,
  CelTimestamp,
  type CelType,
  CelTypeValue,
  CelUint,
  type CelValue,
  OpaqueValue,
} from "./cel-value.js";

const LIST = listOf(DYN);
const MAP = mapOf(DYN, DYN);
const TYPE = typeOf(DYN);
const OPTIONAL = optionalOf(DYN);

const typeOfObject = (value: object): CelType => {
  if (value instanceof CelList) return LIST;
  if (value instanceof CelMap) return MAP;
  if (value instanceof Uint8Array) return BYTES;
  if (value instanceof CelUint) return UINT;
  if (value instanceof CelDuration) return DURATION;
  if (value instanceof CelTimestamp) return TIMESTAMP;
  if (value instanceof CelOptional) return OPTIONAL;
  if (value instanceof CelTypeValue) return TYPE;
  return value instanceof OpaqueValue ? value.type : NULL;
};

/** The type of a value: what `type(x)` gives, without what its elements are. */
export const runtimeType = (value: CelValue): CelType => {
  if (value === null) return NULL;
  if (typeof value === "string") return STRING;
  if (typeof value === "boolean") return BOOL;
  if (typeof value === "bigint") return INT;
  return typeof value === "number" ? DOUBLE : typeOfObject(value);
};

const firstEntry = (map: CelMap): readonly [CelValue, CelValue] | undefined => {
  const key = map.keys()[0];
  const value = key === undefined ? undefined : map.find(key);
  return key === undefined || value === undefined ? undefined : [key, value];
};

/**
 * Whether a value may be handed to a function that is declared for a type. Of a list and a map the first element is looked at.
 *
 * @source google/cel-go, common/types/types.go, defaultIsAssignableRuntimeType
 */
export const isOfType = (value: CelValue, declared: CelType): boolean => {
  if (declared.kind === "dyn" || declared.kind === "parameter") return true;
  if (declared.name !== runtimeType(value).name) return false;
  const [first = DYN, second = DYN] = declared.parameters;
  if (value instanceof CelList) {
    const element = value.at(0);
    return element === undefined || isOfType(element, first);
  }
  const entry = value instanceof CelMap ? firstEntry(value) : undefined;
  return entry === undefined || (isOfType(entry[0], first) && isOfType(entry[1], second));
};

const GO_NAMES: ReadonlyMap<string, string> = new Map([
  [BOOL.name, "types.Bool"],
  [BYTES.name, "types.Bytes"],
  [DOUBLE.name, "types.Double"],
  [DURATION.name, "types.Duration"],
  [INT.name, "types.Int"],
  [NULL.name, "types.Null"],
  [STRING.name, "types.String"],
  [TIMESTAMP.name, "types.Timestamp"],
  [UINT.name, "types.Uint"],
  [OPTIONAL.name, "*types.Optional"],
  [TYPE.name, "*types.Type"],
]);

/** What cel-go calls a value's type where it lets Go print it. */
export const goTypeName = (value: CelValue): string => {
  const { name } = runtimeType(value);
  return GO_NAMES.get(name) ?? name;
};
