import { ValueList } from "../cel-list.js";
import { listOf, objectType, optionalOf, STRING } from "../cel-type.js";
import { CelOptional, type CelType, OpaqueValue } from "../cel-value.js";
import { type FunctionDeclaration, functionOverload, methodOverload } from "../function-declaration.js";
import { FORMAT_CHECKS, type FormatCheck } from "./format-checks.js";
import { patternCost } from "./traversal-cost.js";

const FORMAT: CelType<FormatValue> = objectType("kubernetes.NamedFormat", {});

class FormatValue extends OpaqueValue {
  readonly type = FORMAT;
  readonly name: string;
  readonly check: FormatCheck;
  constructor(name: string, check: FormatCheck) {
    super();
    this.name = name;
    this.check = check;
  }
  override equals(other: OpaqueValue): boolean {
    return other instanceof FormatValue && other.name === this.name;
  }
}

/** What Kubernetes takes the pattern of a format to be long, for the cost limit. */
const PATTERN = " ".repeat(60);

/**
 * Formats by name, and a function for each: `format.dns1123Label().validate(text)`.
 *
 * @source k8s.io/apiserver, pkg/cel/library/format.go
 */
export const NAMED_FORMATS: readonly FunctionDeclaration[] = [
  {
    name: "format.named",
    overloads: [
      functionOverload([STRING], optionalOf(FORMAT), (name) => {
        const check = FORMAT_CHECKS.get(name);
        return check === undefined ? CelOptional.none : CelOptional.of(new FormatValue(name, check));
      }),
    ],
  },
  ...[...FORMAT_CHECKS].map(([name, check]) => ({
    name: `format.${name}`,
    overloads: [functionOverload([], FORMAT, () => new FormatValue(name, check))],
  })),
  {
    name: "validate",
    overloads: [
      methodOverload([FORMAT, STRING], optionalOf(listOf(STRING)), ({ check }, text) => {
        const faults = check(text);
        return faults.length === 0 ? CelOptional.none : CelOptional.of(new ValueList(faults));
      }),
    ],
    cost: ([, text]) => patternCost([text ?? "", PATTERN]),
  },
];
