import { CelError } from "../cel-error.js";
import { BOOL, INT, opaque, STRING } from "../cel-type.js";
import { type CelType, OpaqueValue } from "../cel-value.js";
import { type FunctionDeclaration, functionOverload, methodOverload } from "../function-declaration.js";
import { compareText } from "../ordering.js";
import { traversalCost } from "./traversal-cost.js";

const SEMVER: CelType<SemverValue> = opaque("kubernetes.Semver");

interface Semver {
  readonly numbers: readonly [major: bigint, minor: bigint, patch: bigint];
  readonly preRelease: readonly string[];
}

class SemverValue extends OpaqueValue {
  readonly type = SEMVER;
  readonly semver: Semver;
  constructor(semver: Semver) {
    super();
    this.semver = semver;
  }
  override equals(other: OpaqueValue): boolean {
    return other instanceof SemverValue && compare(other.semver, this.semver) === 0;
  }
}

const NUMBER = "(0|[1-9]\\d{0,19})";
const IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const PATTERN = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);
const MAXIMUM_LENGTH = 1_000;

const parse = (text: string): Semver | CelError => {
  if (text === "") return CelError.of("Version string empty");
  const match = text.length > MAXIMUM_LENGTH ? null : PATTERN.exec(text);
  if (match !== null) {
    const [major = 0n, minor = 0n, patch = 0n] = match.slice(1, 4).map(BigInt);
    return { numbers: [major, minor, patch], preRelease: match[4]?.split(".") ?? [] };
  }
  if (text.split(".").length < 3) return CelError.of("No Major.Minor.Patch elements found");
  return CelError.of(`Invalid version ${JSON.stringify(text)}`);
};

/** Takes a `v` and leading zeros away, and fills a short version up. */
const normalize = (text: string): string | CelError => {
  const [first = "", second, ...rest] = text.replace(/^v/, "").split(".");
  const parts = [first, second, rest.length === 0 ? undefined : rest.join(".")].filter((part) => part !== undefined);
  const trimmed = parts.map((part) => part.replace(/^0+(?=\d)/, ""));
  if (trimmed.length < 3 && /[+-]/.test(trimmed.at(-1) ?? "")) {
    return CelError.of("short version cannot contain PreRelease/Build meta data");
  }
  return [...trimmed, "0", "0"].slice(0, 3).join(".");
};

const read = (text: string, isNormalizing: boolean): Semver | CelError => {
  const normal = isNormalizing ? normalize(text) : text;
  return normal instanceof CelError ? normal : parse(normal);
};

const sign = (one: bigint, other: bigint): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

const isNumeric = (identifier: string): boolean => /^\d+$/.test(identifier);

const compareIdentifiers = (one: string, other: string): number => {
  if (isNumeric(one) && isNumeric(other)) return sign(BigInt(one), BigInt(other));
  if (isNumeric(one) !== isNumeric(other)) return isNumeric(one) ? -1 : 1;
  return compareText(one, other);
};

const comparePreReleases = (one: readonly string[], other: readonly string[]): number => {
  if (one.length === 0 || other.length === 0) return Math.sign(other.length - one.length);
  for (const [index, identifier] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const order = compareIdentifiers(identifier, against);
    if (order !== 0) return order;
  }
  return one.length < other.length ? -1 : 0;
};

const compare = (one: Semver, other: Semver): number => {
  for (const [index, number] of one.numbers.entries()) {
    const order = sign(number, other.numbers[index] ?? 0n);
    if (order !== 0) return order;
  }
  return comparePreReleases(one.preRelease, other.preRelease);
};

const toValue = (semver: Semver | CelError): SemverValue | CelError =>
  semver instanceof CelError ? semver : new SemverValue(semver);

const part = (name: string, index: 0 | 1 | 2): FunctionDeclaration => ({
  name,
  overloads: [methodOverload([SEMVER], INT, ({ semver }) => semver.numbers[index])],
});

/**
 * Semantic versions.
 *
 * @source k8s.io/apiserver, pkg/cel/library/semverlib.go, version 1
 */
export const SEMVERS: readonly FunctionDeclaration[] = [
  {
    name: "semver",
    overloads: [
      functionOverload([STRING], SEMVER, (text) => toValue(read(text, false))),
      functionOverload([STRING, BOOL], SEMVER, (text, isNormalizing) => toValue(read(text, isNormalizing))),
    ],
    cost: ([text]) => traversalCost([text]),
  },
  {
    name: "isSemver",
    overloads: [
      functionOverload([STRING], BOOL, (text) => !(read(text, false) instanceof CelError)),
      functionOverload([STRING, BOOL], BOOL, (text, isNormalizing) => !(read(text, isNormalizing) instanceof CelError)),
    ],
    cost: ([text]) => traversalCost([text]),
  },
  {
    name: "isGreaterThan",
    overloads: [methodOverload([SEMVER, SEMVER], BOOL, (one, other) => compare(one.semver, other.semver) > 0)],
  },
  {
    name: "isLessThan",
    overloads: [methodOverload([SEMVER, SEMVER], BOOL, (one, other) => compare(one.semver, other.semver) < 0)],
  },
  {
    name: "compareTo",
    overloads: [methodOverload([SEMVER, SEMVER], INT, (one, other) => BigInt(compare(one.semver, other.semver)))],
  },
  part("major", 0),
  part("minor", 1),
  part("patch", 2),
];
