import { membersOf, objectEntries } from "../../value/collection.js";
import { isIntegerText, isNumber, numberText } from "../../value/number.js";
import { isArray, isSet, type ObjectValue, type Value } from "../../value/value.js";
import { X509Fault } from "./x509-fault.js";

/** What a policy demands of a chain of certificates. */
export interface ChainOptions {
  /** Nanoseconds since 1970. */
  readonly now?: bigint;
  readonly host?: string;
  /** Go's numbers of extended usages. */
  readonly usages?: readonly number[];
}

/** Usages in the order of Go's numbers. */
const usageNames: readonly string[] = [
  ...[
    "Any",
    "ServerAuth",
    "ClientAuth",
    "CodeSigning",
    "EmailProtection",
    "IPSECEndSystem",
    "IPSECTunnel",
    "IPSECUser",
  ],
  ...["TimeStamping", "OCSPSigning", "MicrosoftServerGatedCrypto", "NetscapeServerGatedCrypto"],
  ...["MicrosoftCommercialCodeSigning", "MicrosoftKernelCodeSigning"],
].map((name) => `KeyUsage${name}`);

type OptionReader = (value: Value) => ChainOptions;

const readers: ReadonlyMap<Value, OptionReader> = new Map<Value, OptionReader>([
  ["DNSName", readHost],
  ["CurrentTime", readTime],
  ["MaxConstraintComparisons", readComparisons],
  ["KeyUsages", readUsages],
]);

/**
 * Reads the options of a verification.
 *
 * @throws X509Fault when one is not known, or of a wrong type
 */
export function readChainOptions(options: ObjectValue): ChainOptions {
  let read: ChainOptions = {};
  for (const [key, value] of objectEntries(options)) {
    const reader = readers.get(key);
    if (reader === undefined && typeof key === "string") throw new X509Fault("invalid key option");
    read = { ...read, ...reader?.(value) };
  }
  return read;
}

const withoutQuotes = (text: string): string => text.replace(/^"+|"+$/g, "");

function readHost(value: Value): ChainOptions {
  if (typeof value === "string") return { host: withoutQuotes(value) };
  throw new X509Fault("'DNSName' should be a string");
}

function readTime(value: Value): ChainOptions {
  if (!isNumber(value)) throw new X509Fault("'CurrentTime' should be a number");
  const now = integerIn(value);
  if (now === undefined) throw new X509Fault("'CurrentTime' should be a valid int64 number");
  return { now };
}

/** Go no longer looks at how many comparisons constraints need. */
function readComparisons(value: Value): ChainOptions {
  if (!isNumber(value)) throw new X509Fault("'MaxConstraintComparisons' should be a number");
  if (integerIn(value) === undefined) throw new X509Fault("'MaxConstraintComparisons' should be a valid number");
  return {};
}

function integerIn(value: Value): bigint | undefined {
  if (!isNumber(value) || !isIntegerText(value)) return undefined;
  const text = numberText(value);
  const integer = text.length > 20 ? undefined : BigInt(text);
  return integer !== undefined && BigInt.asIntN(64, integer) === integer ? integer : undefined;
}

function readUsages(value: Value): ChainOptions {
  if (!isArray(value) && !isSet(value)) throw new X509Fault("'KeyUsages' should be an Array or Set");
  const names = membersOf(value)
    .filter((member) => typeof member === "string")
    .map(withoutQuotes);
  const unknown = names.filter((name) => !usageNames.includes(name));
  if (unknown.length > 0) throw new X509Fault(`invalid entries for 'KeyUsages' found: [${unknown.join(" ")}]`);
  return { usages: names.map((name) => usageNames.indexOf(name)) };
}
