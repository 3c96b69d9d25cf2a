import type { Json } from "@ostiary/core";
import { jsonText, toJson, type Value } from "@ostiary/rego";
import { goTypeName, printGoValue } from "../mutation/go-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";

/** What a rule says about one violation. */
export interface RegoViolation {
  readonly message: string;
  readonly details: Json;
}

type EngineJson = ReturnType<typeof toJson>;
type Fields = { readonly [name: string]: Json };

/**
 * Reads what the hook has made of a rule's violations. A message that is no text fails the whole review.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/drivers/to_result.go
 */
export const readViolations = (value: Value | undefined): Outcome<readonly RegoViolation[]> => {
  if (value === undefined) return succeed([]);
  // The hook yields a set of objects with both fields.
  const members = plainJson(toJson(value)) as readonly Fields[];
  const violations: RegoViolation[] = [];
  for (const { msg = null, details = null } of members) {
    if (typeof msg !== "string") return fail("invalid-message", describeMessage(msg));
    violations.push({ message: msg, details });
  }
  return succeed(violations);
};

const describeMessage = (msg: Json): string => {
  const isNumber = typeof msg === "number" || typeof msg === "bigint";
  const [text, type] = isNumber ? [jsonText(msg), "json.Number"] : [printGoValue(msg), goTypeName(msg)];
  return `extracting message binding: .msg accessor error: ${text} is of the type ${type}, expected string`;
};

/** What the engine yields as JSON of JavaScript: numbers of more digits than it has are rounded. */
const plainJson = (value: EngineJson): Json => {
  const pending: EngineJson[] = [value];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (typeof part !== "object" || part === null) continue;
    const isContainer = Array.isArray(part) || Object.getPrototypeOf(part) === Object.prototype;
    // Whatever else the engine holds is a number of many digits.
    if (!isContainer) return JSON.parse(jsonText(value));
    for (const member of Object.values(part)) pending.push(member);
  }
  // Nothing in it is a number of many digits.
  return value as Json;
};
