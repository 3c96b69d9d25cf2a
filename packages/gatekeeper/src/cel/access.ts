import { CelError } from "./cel-error.js";
import { CelList, CelMap, CelOptional, CelUint, type CelValue, type Evaluated, OpaqueValue } from "./cel-value.js";
import { formatKey } from "./format-key.js";
import type { ReadJournal } from "./read-journal.js";
import { runtimeType } from "./runtime-type.js";

/** The position that an index stands for; or why it is none. */
const listIndex = (index: CelValue): number | CelError => {
  if (typeof index === "bigint") return Number(index);
  if (index instanceof CelUint) return Number(index.value);
  if (typeof index === "number") {
    return Number.isInteger(index) ? index : CelError.of(`unsupported index value ${index} in list`);
  }
  return CelError.of(`unsupported index type '${runtimeType(index).name}' in list`);
};

const isContainer = (value: CelValue | undefined): boolean => value instanceof CelMap || value instanceof CelList;

const findInMap = (map: CelMap, key: CelValue, journal: ReadJournal): CelValue | undefined => {
  const value = map.find(key);
  if (typeof key === "string" && !isContainer(value)) journal.note(map.origin?.child(key));
  return value;
};

const findInList = (list: CelList, key: CelValue, journal: ReadJournal): CelValue | CelError | undefined => {
  const index = listIndex(key);
  if (index instanceof CelError) return index;
  const value = index < 0 ? undefined : list.at(index);
  if (!isContainer(value)) journal.note(list.origin?.child(index));
  return value;
};

/** What lies at a key or index; `undefined` where nothing does, or in a value that has no parts. */
const find = (container: CelValue, key: CelValue, journal: ReadJournal): CelValue | CelError | undefined => {
  if (container instanceof CelMap) return findInMap(container, key, journal);
  if (container instanceof CelList) return findInList(container, key, journal);
  return container instanceof OpaqueValue && typeof key === "string" ? container.field(key) : undefined;
};

const missing = (container: CelValue, key: CelValue): CelError => {
  const what = container instanceof CelList ? "index out of bounds" : "no such key";
  return CelError.of(`${what}: ${formatKey(key)}`);
};

/** `container[key]` and `container.key`; an optional container gives an optional. */
export const access = (container: CelValue, key: CelValue, journal: ReadJournal): Evaluated => {
  if (container instanceof CelOptional) return accessOptional(container, key, journal);
  const value = find(container, key, journal);
  return value === undefined ? missing(container, key) : value;
};

/** `container[?key]` and `container.?key`. */
export const accessOptional = (container: CelValue, key: CelValue, journal: ReadJournal): Evaluated => {
  const target = container instanceof CelOptional ? container.value : container;
  if (target === undefined) return CelOptional.none;
  const value = find(target, key, journal);
  if (value instanceof CelError) return value;
  return value === undefined ? CelOptional.none : CelOptional.of(value);
};

/** `has(container.field)`. */
export const isPresent = (container: CelValue, field: string, journal: ReadJournal): Evaluated => {
  const target = container instanceof CelOptional ? container.value : container;
  if (target === undefined) return false;
  const value = find(target, field, journal);
  return value instanceof CelError ? value : value !== undefined;
};
